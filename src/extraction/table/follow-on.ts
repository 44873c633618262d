import { type Column, columnKey, mergeOverlapping } from './columns.ts';
import { type Heading, isNumericRole } from './heading.ts';

/**
 * Columns of a page without a heading take their names from the page before: by their place, or by their order, which
 * the heading of the table tells where the page before has no figures in one of its columns.
 */
export function followOn(columns: readonly Column[], before: readonly Column[], heading: Heading | null): Column[] {
  const matched = columns.flatMap((column) => {
    const [source] = before
      .filter((other) => sameColumn(column, other))
      .toSorted((a, b) => awayFrom(a, column) - awayFrom(b, column));
    return source === undefined ? [] : [{ column, source }];
  });
  // A table that is wider or narrower on this page has its columns in the same order, though some may happen to stand
  // where another stood.
  const merged = mergeOverlapping(columns);
  const named = heading === null ? [] : namesOf(heading, before);
  if (named.length > before.length && !standFast(matched)) {
    const all = rightmost(merged, named.length + 1);
    if (all.length === named.length) return all.map((column, index) => inherit(column, named[index]));
  }
  // Figures of a summary or of texts are no column that another page has, too.
  const model = before.every(({ role }) => role === null) ? rightmost(before, before.length) : before;
  const firm = rightmost(merged, model.length);
  const moneyIn = (found: typeof matched) => countMoney(found.map(({ column }) => column));
  const inPlace = moneyIn(matched) > countMoney(columns) / 2;
  const inOrder = matched.every(({ column, source }) =>
    firm.every((own, index) => overlap(own, column) < SAME_CELLS || source === model[index]),
  );
  // Most figures at the very edge of one column leave no doubt, whatever figures there are in texts.
  const isFast = standFast(matched) || moneyIn(atEdge(matched)) >= countMoney(firm) / 2;
  if (firm.length === model.length && !isFast && (!inPlace || !inOrder)) {
    return firm.map((column, index) => inherit(column, model[index]));
  }
  const byKey = new Map<string, Column>();
  for (const { column, source } of matched) {
    const own = inherit(column, source);
    const earlier = byKey.get(own.key);
    if (earlier === undefined) byKey.set(own.key, own);
    else {
      earlier.tokens.push(...own.tokens);
      earlier.left = Math.min(earlier.left, own.left);
      earlier.right = Math.max(earlier.right, own.right);
    }
  }
  return [...byKey.values()];
}

/** The columns of figures that a heading names, those without figures on the page before among them. */
function namesOf({ cells }: Heading, before: readonly Column[]): Pick<Column, 'key' | 'role' | 'currency'>[] {
  return cells.flatMap((cell, at) => {
    if (!isNumericRole(cell.role)) return [];
    const key = columnKey(cells, at);
    return before.find((column) => column.key === key) ?? { key, role: cell.role, currency: cell.currency };
  });
}

/** Two columns at the very edges of two others do not stand there by chance. */
function standFast(matched: readonly Matched[]): boolean {
  return new Set(atEdge(matched).map(({ source }) => source)).size > 1;
}

type Matched = { column: Column; source: Column };

function atEdge(matched: readonly Matched[]): Matched[] {
  return matched.filter(
    ({ column, source }) => Math.abs(column.right - source.right) < SAME_EDGE && column.tokens.length >= LEAST_FIGURES,
  );
}

/** Points. */
const SAME_EDGE = 1;

/** A column with another's name. */
export function inherit(column: Column, source: Pick<Column, 'key' | 'role' | 'currency'> | undefined): Column {
  if (source === undefined) return column;
  return { ...column, key: source.key, role: source.role, currency: source.currency };
}

/** So many columns of money as stand furthest to the right: foreign amounts and numbers are part of the text. */
function rightmost(columns: readonly Column[], count: number): Column[] {
  return columns.filter((column) => countMoney([column]) >= LEAST_FIGURES).slice(-count);
}

const LEAST_FIGURES = 3;

function countMoney(columns: readonly Column[]): number {
  return columns.reduce((sum, { tokens }) => sum + tokens.filter((token) => token.isMoney).length, 0);
}

/** Columns that share so much of the narrower one are the same. */
const SAME_CELLS = 0.6;

function sameColumn(a: Column, b: Column): boolean {
  return Math.abs(a.right - b.right) < 4 || Math.abs(a.left - b.left) < 2 || overlap(a, b) > SAME_CELLS;
}

/** Where several lie over it, a column is the one whose edge is its own. Points. */
function awayFrom(a: Column, b: Column): number {
  return Math.min(Math.abs(a.right - b.right), Math.abs(a.left - b.left));
}

function overlap(a: Column, b: Column): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared / Math.min(a.right - a.left, b.right - b.left);
}
