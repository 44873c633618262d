import { dateOf, type PrintedFigure, type Row } from '../table/row.ts';
import type { DateOrder } from '../tokens/calendar-date.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { Proof } from './prove.ts';
import type { StatementPart } from './statement-part.ts';
import { ignoresBalances, ignoresColumn, movesByOthers } from './ignored-columns.ts';
import { leaveDatesBefore } from './dates-before.ts';
import { hasNeedlessRows } from './needless-rows.ts';
import { hasUnreadCells } from './unread-cells.ts';
import { hasRepairedFigures, hasSpoiltFigures, isDayUncertain } from './scanned-rows.ts';

/** Why sums that are right do not prove the rows. */
export type Doubt =
  | 'order_of_dates'
  | 'days'
  | 'outside_period'
  | 'left_out'
  | 'needless_rows'
  | 'torn'
  | 'passed_over'
  | 'unread_figures'
  | 'missing_dates'
  | 'missing_balances'
  | 'direction'
  | 'scanned_days'
  | 'uncertain_days'
  | 'repaired_figures'
  | 'row_order'
  | 'accounts';

/** Each for a person who asks why a statement that adds up is not called reconciled. */
export const DOUBT_SENTENCES: Readonly<Record<Doubt, string>> = {
  order_of_dates: 'The sums are right, but its dates can be read day first and month first alike.',
  days: 'The sums are right, but the dates of the flagged rows are inferred from what is printed around them.',
  outside_period: 'The sums are right, but some dates lie outside of the period of the statement.',
  left_out: 'The sums are right, but a line that may be a row was left out.',
  torn: 'The sums are right, but another part of the same account and period does not add up: rows may be missing.',
  needless_rows: 'The sums are right, but they would be as well without some lines that may be no rows of its own.',
  passed_over: 'The sums are right, but there are lines that look like rows and could not be read.',
  unread_figures: 'The sums are right, but the rows print figures that could not be read.',
  missing_dates: 'The sums are right, but a date that may be the row\u2019s own stands before or in its description.',
  missing_balances: 'The sums are right, but there is a column of balances that could not be read on all pages.',
  scanned_days: 'The sums are right, but its dates were read from a picture and are not in order.',
  uncertain_days: 'The sums are right, but the dates of the flagged rows were read from a picture and could be others.',
  repaired_figures: 'The sums are right, but a figure that was read from a picture was repaired by them.',
  row_order: 'The sums are right, but the rows stand in several columns, and nothing proves their order.',
  accounts: 'The sums are right, but a row could belong to another account of the same table.',
  direction: 'The sums are right, but they would be with money in and money out exchanged as well.',
};

/** So few rows on a page say nothing about its columns. */
const TELLING_ROWS = 3;

/**
 * Around the rows: all lines, the order of day and month, whether a heading names balances, and under which heading a row
 * stands.
 */
type Page = {
  lines: readonly TokenLine[];
  order: DateOrder;
  expectsBalance: boolean;
  tableOf: (row: Row) => number;
};

/** What the paper shows and the reading of a statement does not account for: sums prove nothing about it. */
export function readingDoubts(
  proof: Proof,
  { rows, figures }: Pick<StatementPart, 'rows' | 'figures'>,
  { lines, order, expectsBalance, tableOf }: Page,
): Doubt[] {
  const { entries } = proof;
  const kept = new Set(entries.map(({ row }) => row));
  const own = [...kept];
  const doubts: Doubt[] = [];
  if (rows.some((row) => !kept.has(row) && !row.isDateAbove && !own.some((other) => repeats(row, other, order)))) {
    doubts.push('left_out');
  }
  if (hasNeedlessRows(proof, tableOf)) doubts.push('needless_rows');
  const isUnread = hasUnreadFigures(own, lines) || hasUnreadCells(own, lines) || hasSpoiltFigures(own, lines);
  if (isUnread || ignoresColumn(proof) || movesByOthers(proof)) doubts.push('unread_figures');
  if (beginsElsewhere(proof, figures)) doubts.push('passed_over');
  if (hasRepairedFigures(proof, figures)) doubts.push('repaired_figures');
  if (own.some(isDayUncertain)) doubts.push('uncertain_days');
  if (own.some(startsWithDate) || leaveDatesBefore(own, lines)) doubts.push('missing_dates');
  // Balances may stand between the rows only: `Balance of the day`.
  const hasBetween = figures.some(({ kind, column }) => column !== null && (kind === 'dayEnd' || kind === 'carried'));
  if (lacksBalances(entries, expectsBalance && !hasBetween) || ignoresBalances(proof)) doubts.push('missing_balances');
  if (isOrderOpen(proof, lines, order)) doubts.push('row_order');
  return doubts;
}

/** Cheques are listed once more below the rows, with the day and the amount that they have there. */
function repeats(row: Row, other: Row, order: DateOrder): boolean {
  const figures = ({ cells }: Row) =>
    [...cells.values()].map((token) => (token.readings['.'] ?? token.readings[','])?.value);
  const known = figures(other);
  return sortableDay(row, order) === sortableDay(other, order) && figures(row).some((figure) => known.includes(figure));
}

/** Rows side by side on a page are read one column after the other; balances or days show whether that is their order. */
function isOrderOpen({ entries, walk, hypothesis }: Proof, lines: readonly TokenLine[], order: DateOrder): boolean {
  const pairs = entries.flatMap(({ row }, at) => {
    const before = entries[at - 1]?.row;
    const [above, below] = [before === undefined ? undefined : lines[before.index], lines[row.index]];
    return before === undefined || above === undefined || below === undefined ? [] : [{ before, row, above, below }];
  });
  const turns = pairs.filter(({ above, below }) => above.page === below.page && above.baseline > below.baseline);
  if (turns.length === 0 || walk.linked >= entries.length / 2) return false;
  const isBeside = ({ page, baseline }: TokenLine) =>
    turns.some(
      ({ above, below }) => page === above.page && baseline >= below.baseline - 1 && baseline <= above.baseline + 1,
    );
  const direction = hypothesis.newestFirst ? -1 : 1;
  return pairs.some(
    ({ before, row, above, below }) =>
      isBeside(above) && isBeside(below) && (sortableDay(row, order) - sortableDay(before, order)) * direction < 0,
  );
}

function sortableDay(row: Row, order: DateOrder): number {
  const date = dateOf(row)?.readings[order];
  return date == null ? 0 : (date.year ?? 0) * 372 + date.month * 31 + date.day;
}

/** A description that begins with a date may hold the row's own. */
const LEADING_DATE = /^\d{1,4}[./-] ?\d{1,2}(?:[./-] ?\d{2,4})?\.?(?:\s|$)|^(?:19|20)\d{6}(?:\s|$)/;
const LEADING_DAY = /^\d{1,2} ?\d{2}(?:\s|$)/;

function startsWithDate({ description, isDateAbove }: Row): boolean {
  return LEADING_DATE.test(description) || (isDateAbove && LEADING_DAY.test(description));
}

/** Whether most rows have figures behind their amount that were not read: balances, or a second column of rows. */
function hasUnreadFigures(rows: readonly Row[], lines: readonly TokenLine[]): boolean {
  const unread = rows.flatMap((row) => {
    const read = [...row.cells.values()];
    const first = Math.min(...read.map((cell) => cell.left));
    const line = lines[row.index];
    const behind = line?.amounts.find((amount) => amount.isMoney && amount.left > first && !read.includes(amount));
    return line === undefined || behind === undefined ? [] : [{ page: line.page, right: behind.right }];
  });
  if (unread.length === 0) return false;
  // One that ends where other rows have a figure is theirs.
  const ends = new Set(
    rows.flatMap(({ page, cells }) => [...cells.values()].map(({ right }) => placeOf({ page, right }))),
  );
  if (unread.some((place) => ends.has(placeOf(place)))) return true;
  // On one page some that end below each other are a column, too.
  const isColumn = [...Map.groupBy(unread, placeOf).values()].some((own) => own.length >= COLUMN);
  return isColumn || (rows.length > 1 && unread.length > rows.length / 2);
}

const COLUMN = 4;

function placeOf({ page, right }: { page: number; right: number }): string {
  return `${page} ${Math.round(right)}`;
}

/** Whether an opening balance is printed that is not the one that the rows begin with: those before may be missing. */
function beginsElsewhere({ opening }: Proof, figures: readonly PrintedFigure[]): boolean {
  if (opening === null) return false;
  const size = opening < 0n ? -opening : opening;
  return figures.some(
    ({ kind, isExact, column, token }) =>
      kind === 'opening' &&
      isExact &&
      column === null &&
      token.readings['.']?.value !== size &&
      token.readings[',']?.value !== size,
  );
}

/** A heading names balances and no row has one, or all rows of one page have them and none of another. */
function lacksBalances(entries: Proof['entries'], expectsBalance: boolean): boolean {
  const count = entries.filter(({ movement }) => movement.balance !== null).length;
  if (count === 0) return expectsBalance;
  const pages = [...Map.groupBy(entries, ({ row }) => row.page).values()].filter((own) => own.length >= TELLING_ROWS);
  const shares = pages.map((own) => own.filter(({ movement }) => movement.balance !== null).length / own.length);
  return shares.includes(0) && shares.some((share) => share > 0.9);
}

/**
 * Whether rows of one table that lists several accounts may have been given to the wrong one: one names none, or an
 * account does not add up.
 */
export function mayBeOfOtherAccounts(proofs: readonly Proof[]): boolean {
  const entries = proofs.flatMap((proof) => proof.entries);
  if (entries.every(({ row }) => row.account === null)) return false;
  const isBroken = ({ walk, opening, closing, totalIn, totalOut }: Proof) =>
    walk.broken.length > 0 || (opening !== null && closing !== null && opening + totalIn + totalOut !== closing);
  return entries.some(({ row }) => row.account === null) || proofs.some(isBroken);
}
