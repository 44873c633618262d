import type { Identity } from '../identity/read-identity.ts';
import type { PrintedFigure, Row } from '../table/row.ts';
import type { Notation } from './decimal-mark.ts';
import { readingOf } from './decimal-mark.ts';
import { type PrintedPeriod, samePeriod } from './period.ts';

/** What between two rows may say that another statement begins. */
export type Signs = {
  identities: readonly Identity[];
  periods: readonly PrintedPeriod[];
  figures: readonly PrintedFigure[];
  /** Lines that are neither rows nor the head or foot of a page. */
  texts: ReadonlySet<number>;
  /** Lines on which the heading of a table begins. */
  headings: ReadonlySet<number>;
  /** In which currency a row's figures are, where they or their columns say it. */
  currencyOf: (row: Row) => string | null;
  /** The balance that rows begin with then stands below them. */
  isNewestFirst: boolean;
};

/**
 * The lines on which another account or another period begins: the account's number changes, another period is named, a
 * table is in another currency than the one before, or an opening balance is printed that is not the balance carried on.
 */
export function findBoundaries(
  rows: readonly Row[],
  { identities, periods, figures, texts, headings, currencyOf, isNewestFirst }: Signs,
  notation: Notation,
): number[] {
  const boundaries: number[] = [];
  /** A title stands between two statements; between two pages of one there is none. */
  const isOwnText = (closed: PrintedFigure, opened: PrintedFigure) =>
    Array.from({ length: opened.index - closed.index - 1 }, (_, step) => closed.index + 1 + step).some((index) =>
      texts.has(index),
    );
  const accounts = identities.filter((identity) => identity.kind === 'account');
  const used = new Set<Identity>();
  const openings = figures.filter((figure) => figure.kind === 'opening');
  for (let at = 1; at < rows.length; at++) {
    const above = rows[at - 1]?.index ?? 0;
    const below = rows[at]?.index ?? 0;
    if (below - above < 2) continue;
    const isBetween = ({ index }: { index: number }) => index > above && index < below;
    const starts: number[] = [];
    const account = accounts.findLast(({ index }) => index <= above);
    if (account !== undefined) used.add(account);
    const isNewAccount = ({ value }: Identity) => [...used].every((earlier) => !sameNumber(value, earlier.value));
    const other = accounts.find((identity) => isBetween(identity) && isNewAccount(identity));
    // Between two rows that nothing else parts, a number is of the card that was used.
    const isParted =
      rows[at - 1]?.page !== rows[at]?.page ||
      [...headings].some((index) => isBetween({ index })) ||
      figures.some((figure) => figure.kind !== 'other' && isBetween(figure));
    if (account !== undefined && other !== undefined && isParted) starts.push(other.index);
    // The head of each page may name the whole document's period once more.
    const isNewPeriod = (candidate: PrintedPeriod) =>
      periods.every((earlier) => earlier.index > above || !samePeriod(candidate, earlier));
    const next = periods.find((candidate) => isBetween(candidate) && isNewPeriod(candidate));
    if (next !== undefined && periods.some(({ index }) => index <= above)) starts.push(next.index);
    const heading = headings.values().find((index) => isBetween({ index }));
    if (heading !== undefined && isOtherCurrency(rows[at - 1], rows[at], currencyOf))
      starts.push(texts.has(heading - 1) && heading - 1 > above ? heading - 1 : heading);
    if (starts.length === 0) {
      const opened = openings.find(isBetween);
      const closed = figures.find((figure) => figure.kind === 'closing' && isBetween(figure));
      if (opened !== undefined && closed !== undefined && closed.index < opened.index && isOwnText(closed, opened))
        starts.push(opened.index);
      else if (opened !== undefined && isAnotherBalance(opened, figures, rows.slice(0, at), notation))
        starts.push(isNewestFirst && opened.column !== null ? opened.index + 1 : opened.index);
    }
    if (starts.length > 0) boundaries.push(Math.min(...starts));
  }
  return boundaries;
}

function isOtherCurrency(above: Row | undefined, below: Row | undefined, currencyOf: Signs['currencyOf']): boolean {
  // On each page of one table a heading may stand; what a purchase abroad cost is no other account.
  if (above?.page !== below?.page) return false;
  const [one, other] = [above, below].map((row) => (row === undefined ? null : currencyOf(row)));
  return one != null && other != null && one !== other;
}

/** An opening balance that was printed neither before nor in the row above is another account's. */
function isAnotherBalance(
  opened: PrintedFigure,
  figures: readonly PrintedFigure[],
  above: readonly Row[],
  notation: Notation,
) {
  const { value } = readingOf(opened.token, notation);
  const isSame = (token: PrintedFigure['token']) => readingOf(token, notation).value === value;
  const hasBalances = above.some((row) => row.cells.size > 1);
  if (!hasBalances) return false;
  // A summary on top may print the opening balances of all accounts; in its own column a table prints but its own.
  const isComparable = ({ column, index }: PrintedFigure) =>
    index < opened.index && (opened.column === null || column !== null);
  if (figures.some((figure) => isComparable(figure) && isSame(figure.token))) return false;
  return ![...(above.at(-1)?.cells.values() ?? [])].some(isSame);
}

function sameNumber(a: string, b: string | undefined): boolean {
  const plain = (text: string) => text.replaceAll(/[^\p{L}\d]/gu, '');
  return b !== undefined && (plain(a).endsWith(plain(b)) || plain(b).endsWith(plain(a)));
}
