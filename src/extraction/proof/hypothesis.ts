import type { Doubt } from '../table/row.ts';
import type { HeadingRole } from '../vocabulary/headings.ts';

/** What a column of figures may be. */
export type ColumnMeaning = 'debit' | 'credit' | 'amount' | 'balance' | 'fee' | 'ignored';

/** One way to read a statement's figures. */
export type Hypothesis = {
  meanings: ReadonlyMap<string, ColumnMeaning>;
  /** Columns whose figures mostly bear a minus: there it repeats the column's side instead of reversing an entry. */
  minusColumns: ReadonlySet<string>;
  /** The direction of a figure in a column of amounts that has no sign. */
  unsigned: 1n | -1n;
  /** Letters for the sides mean the opposite: `D` is *debet* in one language and *dal*, credit, in another. */
  sidesTurned: boolean;
  /** Figures without a sign follow the section they stand in, or their row's words. */
  byWords: boolean;
  /** Signs are the bank's: a purchase on a card is positive, a payment to it negative. */
  flipped: boolean;
  /** Balances are what the holder owes. */
  owed: boolean;
  newestFirst: boolean;
  /** Doubts for which rows are left out. */
  without: ReadonlySet<Doubt>;
  /** How unlikely the reading is before any arithmetic; 0 is what the paper says. */
  cost: number;
};

export type KnownColumn = { key: string; role: HeadingRole | null; left: number };

/** The ways to read the columns, likeliest first. Headings are believed first; without them the order of columns tells. */
export function columnHypotheses(
  columns: readonly KnownColumn[],
): { meanings: Map<string, ColumnMeaning>; cost: number }[] {
  const sorted = columns.toSorted((a, b) => a.left - b.left).slice(-MOST_COLUMNS);
  const hypotheses = sorted.every((column) => column.role !== null) ? byHeadings(sorted) : byOrder(sorted);
  return hypotheses.toSorted((a, b) => a.cost - b.cost);
}

const AMOUNT_LEFT = 3;
const SAME_SIDE = 6;
const AMOUNT_BESIDE = 1.5;

/** The columns that matter stand to the right. */
const MOST_COLUMNS = 6;

function byHeadings(columns: readonly KnownColumn[]) {
  const keys = (role: HeadingRole) => columns.filter((column) => column.role === role).map((column) => column.key);
  const debits = keys('debit');
  const credits = keys('credit');
  const amounts = keys('amount');
  const balances = keys('balance');
  const fees = keys('fee');
  const movements: { pairs: [string, ColumnMeaning][]; cost: number }[] = [];
  const sides: [string, ColumnMeaning][] = [
    ...debits.map((key): [string, ColumnMeaning] => [key, 'debit']),
    ...credits.map((key): [string, ColumnMeaning] => [key, 'credit']),
  ];
  if (sides.length > 0) {
    movements.push({ pairs: sides, cost: 0 });
    movements.push({ pairs: sides.map(([key, meaning]) => [key, meaning === 'debit' ? 'credit' : 'debit']), cost: 40 });
  }
  // Two columns called alike may be the two sides: payments are money out, but money in on a loan.
  const [one, other, third] = sides;
  if (one !== undefined && other !== undefined && third === undefined && one[1] === other[1]) {
    movements.push({
      pairs: [
        [one[0], 'debit'],
        [other[0], 'credit'],
      ],
      cost: SAME_SIDE,
    });
    movements.push({
      pairs: [
        [one[0], 'credit'],
        [other[0], 'debit'],
      ],
      cost: SAME_SIDE,
    });
  }
  // Interest may have a column of its own; balances tell which way it goes.
  if (sides.length > 0 && amounts.length === 1 && balances.length > 0) {
    movements.push({ pairs: [...sides, [amounts[0] ?? '', 'amount']], cost: AMOUNT_BESIDE });
  }
  amounts.forEach((key, index) =>
    movements.push({ pairs: [[key, 'amount']], cost: (sides.length > 0 ? 1 : 0) + index }),
  );
  // Beside columns for both sides, `Amount` may be what is left in the account.
  if (sides.length > 0 && balances.length === 0 && amounts.length === 1) {
    movements.push({ pairs: [...sides, [amounts[0] ?? '', 'balance']], cost: AMOUNT_LEFT });
  }
  if (movements.length === 0) fees.forEach((key) => movements.push({ pairs: [[key, 'amount']], cost: 3 }));
  const results: { meanings: Map<string, ColumnMeaning>; cost: number }[] = [];
  for (const movement of movements) {
    for (const [index, balance] of (balances.length > 0 ? balances : [null]).entries()) {
      const meanings = new Map<string, ColumnMeaning>(columns.map((column) => [column.key, 'ignored']));
      for (const [key, meaning] of movement.pairs) meanings.set(key, meaning);
      if (balance !== null) meanings.set(balance, 'balance');
      const cost = movement.cost + index;
      results.push({ meanings, cost });
      if (fees.length > 0) {
        const withFee = new Map(meanings);
        for (const key of fees) if (withFee.get(key) === 'ignored') withFee.set(key, 'fee');
        results.push({ meanings: withFee, cost: cost + 0.5 });
      }
    }
  }
  return results;
}

const OPEN_UNUSED = 2;

/** Without headings: an amount or two sides, then perhaps a balance; other columns are no concern of the account. */
function byOrder(columns: readonly KnownColumn[]) {
  const results: { meanings: Map<string, ColumnMeaning>; cost: number }[] = [];
  const propose = (cost: number, ...pairs: [number, ColumnMeaning][]) => {
    const meanings = new Map<string, ColumnMeaning>(columns.map((column) => [column.key, 'ignored']));
    for (const [index, meaning] of pairs) {
      const column = columns[index];
      if (column === undefined) continue;
      if (agree(column, meaning) !== meaning) return;
      meanings.set(column.key, meaning);
    }
    // A column whose heading is known does not go unused without a reason.
    const unused = columns.filter(({ key, role }) => isPlain(role) && meanings.get(key) === 'ignored').length;
    results.push({ meanings, cost: cost + 4 * unused });
  };
  // Columns whose headings are known may be all there is to know.
  const named = columns.filter(({ role }) => role !== null);
  const open = columns.filter(({ role }) => role === null);
  if (named.some(({ role }) => role === 'debit' || role === 'credit' || role === 'amount')) {
    for (const { meanings, cost } of byHeadings(named)) {
      for (const { key } of open) meanings.set(key, 'ignored');
      results.push({ meanings, cost: cost + OPEN_UNUSED * open.length });
      if ([...meanings.values()].includes('balance')) continue;
      for (const { key } of open) {
        const withBalance = new Map(meanings).set(key, 'balance');
        results.push({ meanings: withBalance, cost: cost + OPEN_UNUSED * (open.length - 1) + 1 });
      }
    }
  }
  const count = columns.length;
  for (let a = 0; a < count; a++) {
    propose(4 + a, [a, 'amount']);
    for (let b = a + 1; b < count; b++) {
      propose(1 + (count - 1 - b), [a, 'amount'], [b, 'balance']);
      propose(5, [b, 'amount'], [a, 'balance']);
      propose(3 + a, [a, 'debit'], [b, 'credit']);
      propose(4 + a, [a, 'credit'], [b, 'debit']);
      for (let c = b + 1; c < count; c++) {
        propose(2 + a + (count - 1 - c), [a, 'debit'], [b, 'credit'], [c, 'balance']);
        propose(3 + a + (count - 1 - c), [a, 'credit'], [b, 'debit'], [c, 'balance']);
      }
    }
  }
  return results;
}

/** A heading that is known outranks the order of columns. */
function agree(column: KnownColumn, meaning: ColumnMeaning): ColumnMeaning {
  const { role } = column;
  if (role === null) return meaning;
  return role === 'debit' || role === 'credit' || role === 'balance' || role === 'amount' ? role : 'ignored';
}

function isPlain(role: HeadingRole | null): boolean {
  return role === 'debit' || role === 'credit' || role === 'balance' || role === 'amount';
}
