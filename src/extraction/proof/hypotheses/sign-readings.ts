import type { Column } from '../../table/columns.ts';
import type { Row } from '../../table/row.ts';
import type { StatementPart } from '../statement-part.ts';
import type { Costed, SignReading } from './hypothesis.ts';

/** Which signs the amounts of a statement bear. */
export type SignStyle = {
  minus: boolean;
  plus: boolean;
  credit: boolean;
  debit: boolean;
  /** One section of withdrawals bears a sign and another none. */
  sections: boolean;
};

/** Looks at the signs of a statement; `withMinus` has the tables in which some amount bears a minus. */
export function signStyle(part: StatementPart, columns: readonly Column[], withMinus: ReadonlySet<string>): SignStyle {
  const minus = part.rows.some(({ table }) => withMinus.has(table));
  const style = { minus, plus: false, credit: false, debit: false, sections: false };
  const balances = new Set(columns.filter((column) => column.role === 'balance').map((column) => column.key));
  const marked: boolean[] = [];
  for (const row of part.rows) {
    for (const [key, token] of row.cells) {
      if (balances.has(key)) continue;
      if (row.section === 'debit') marked.push(token.sign !== null);
      if (token.sign === 'minus') style.minus = true;
      if (token.sign === 'plus') style.plus = true;
      if (token.side === 'credit') style.credit = true;
      if (token.side === 'debit') style.debit = true;
    }
  }
  // Where figures with and without a sign mix, the sign turns an entry round.
  const turns = marked.filter((isMarked, at) => at > 0 && isMarked !== marked[at - 1]).length;
  return { ...style, sections: turns === 1 };
}

/** The tables in which amounts bear a minus. */
export function tablesWithMinus(rows: readonly Row[], columns: readonly Column[]): Set<string> {
  const amounts = new Set(columns.filter(({ role }) => role === 'amount').map(({ key }) => key));
  const bearsMinus = ({ cells }: Row) => [...cells].some(([key, { sign }]) => amounts.has(key) && sign === 'minus');
  return new Set(rows.filter(bearsMinus).map(({ table }) => table));
}

/** The columns of which most figures have one. */
export function columnsWithMinus({ rows }: StatementPart): Set<string> {
  const excess = new Map<string, number>();
  for (const { cells } of rows) {
    for (const [key, { sign }] of cells) excess.set(key, (excess.get(key) ?? 0) + (sign === 'minus' ? 1 : -1));
  }
  return new Set([...excess].filter(([, count]) => count > 0).map(([key]) => key));
}

/** What figures without a sign may mean in a column of amounts. */
export function signReadings(
  style: SignStyle,
  { isBankSide, isLoan }: { isBankSide: boolean; isLoan: boolean },
): Costed<SignReading>[] {
  const { minus, plus, credit, debit } = style;
  if (minus || plus) return besideSigns(style, isBankSide);
  if (credit !== debit) return besideOneSide(credit);
  const byWords = { byWords: true, flipped: false, sidesTurned: false };
  return [
    // Most of what an account lists is money out, and most of what a loan does is paid to it.
    { ...byWords, unsigned: isLoan ? 1n : -1n, cost: 1 },
    { ...byWords, unsigned: isLoan ? -1n : 1n, cost: 1.5 },
    ...(credit ? [{ ...byWords, unsigned: -1n as const, sidesTurned: true, cost: 8 }] : []),
  ];
}

/** On a card's statement a minus is money that comes back. */
function besideSigns({ minus, plus, sections }: SignStyle, isCard: boolean): Costed<SignReading>[] {
  const isPlusAlone = plus && !minus;
  const turns = isCard && !(plus && minus);
  const signed = { byWords: false, sidesTurned: false };
  return [
    { ...signed, unsigned: isPlusAlone ? -1n : 1n, flipped: false, cost: turns ? 4 : 0 },
    { ...signed, unsigned: isPlusAlone ? 1n : -1n, flipped: true, cost: turns ? 0 : 6 },
    // One section of withdrawals may print the minus and the next leave it out.
    ...(minus && sections && !isCard
      ? [{ unsigned: 1n as const, flipped: false, byWords: true, sidesTurned: false, cost: 1 }]
      : []),
  ];
}

/** Where one side alone is marked, figures without a mark are of the other. */
function besideOneSide(isCredit: boolean): Costed<SignReading>[] {
  const marked = { byWords: false, flipped: false, sidesTurned: false };
  return [
    { ...marked, unsigned: isCredit ? -1n : 1n, cost: 0 },
    { ...marked, unsigned: isCredit ? 1n : -1n, cost: 5 },
    { ...marked, unsigned: isCredit ? 1n : -1n, sidesTurned: true, cost: 8 },
  ];
}
