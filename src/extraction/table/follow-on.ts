import { type Column, mergeOverlapping } from './columns.ts';

/** Columns of a page without a heading take their names from the page before: by their place, or by their order. */
export function followOn(columns: readonly Column[], before: readonly Column[]): Column[] {
  const matched = columns.flatMap((column) => {
    const [source] = before
      .filter((other) => sameColumn(column, other))
      .toSorted((a, b) => awayFrom(a, column) - awayFrom(b, column));
    return source === undefined ? [] : [{ column, source }];
  });
  // A table that is wider or narrower on this page has its columns in the same order, though some may happen to stand
  // where another stood.
  const firm = rightmost(mergeOverlapping(columns), before.length);
  const inPlace = countMoney(matched.map(({ column }) => column)) > countMoney(columns) / 2;
  const inOrder = matched.every(({ column, source }) =>
    firm.every((own, index) => overlap(own, column) < SAME_CELLS || source === before[index]),
  );
  if (firm.length === before.length && !standFast(matched) && (!inPlace || !inOrder)) {
    return firm.map((column, index) => inherit(column, before[index]));
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

/** Two columns at the very edges of two others do not stand there by chance. */
function standFast(matched: readonly { column: Column; source: Column }[]): boolean {
  const fast = matched.filter(
    ({ column, source }) => Math.abs(column.right - source.right) < SAME_EDGE && column.tokens.length >= LEAST_FIGURES,
  );
  return new Set(fast.map(({ source }) => source)).size > 1;
}

/** Points. */
const SAME_EDGE = 1;

/** A column with another's name. */
export function inherit(column: Column, source: Column | undefined): Column {
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
