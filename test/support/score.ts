import type { ExtractedDocument, Statement, Transaction } from '../../src/extraction/statement.ts';

/** What a document holds; the shape of the truth files beside sample documents. */
export type ExpectedDocument = { statements: ExpectedStatement[] };

export type ExpectedStatement = {
  opening_balance: string | null;
  closing_balance: string | null;
  /** False where the printed figures contradict each other; unknown for documents that came without it. */
  reconcilable?: boolean | null;
  transactions: { date: string; description: string; amount: string; balance: string | null }[];
};

type ExpectedRow = ExpectedStatement['transactions'][number];

export type Score = {
  expected: number;
  found: number;
  /** Rows that are right in date, amount and, where one is printed, balance, in the order of the document. */
  right: number;
  /** Rows missed, invented or misread. */
  wrong: number;
  /** Opening and closing balances: how many the document has, and how many of them are right. */
  expectedTotals: number;
  rightTotals: number;
  /** Said to be proven by arithmetic, and yet not what the document says: the one error that must not happen. */
  isSilentlyWrong: boolean;
  /** The document contradicts itself, and a statement of the reading is called reconciled. */
  missesContradiction: boolean;
};

/** Compares a reading with the truth; a reading of `null` found nothing. */
export function scoreDocument(
  expected: ExpectedDocument,
  reading: Pick<ExtractedDocument, 'statements'> | null,
): Score {
  const pairs = pairUp(expected.statements, reading?.statements ?? []);
  const scores = pairs.map(({ truths, readings }) => {
    const rows = truths.flatMap(({ transactions }) => transactions);
    const foundRows = readings.flatMap(({ transactions }) => transactions);
    const right = rowsInCommon(rows, foundRows);
    const wrong = Math.max(rows.length, foundRows.length) - right;
    const totals = compareTotals(truths, readings);
    const isReconciled = readings.some(({ reconciled }) => reconciled === true);
    const isContradictory = truths.some(({ reconcilable }) => reconcilable === false);
    return {
      expected: rows.length,
      found: foundRows.length,
      right,
      wrong,
      ...totals,
      isSilentlyWrong: isReconciled && wrong > 0,
      missesContradiction: isReconciled && isContradictory,
    };
  });
  return {
    expected: sum(scores, 'expected'),
    found: sum(scores, 'found'),
    right: sum(scores, 'right'),
    wrong: sum(scores, 'wrong'),
    expectedTotals: sum(scores, 'expectedTotals'),
    rightTotals: sum(scores, 'rightTotals'),
    isSilentlyWrong: scores.some((score) => score.isSilentlyWrong),
    missesContradiction: scores.some((score) => score.missesContradiction),
  };
}

/** Statement by statement where the reading has as many as the document, else all together. */
function pairUp(
  truths: ExpectedStatement[],
  readings: Statement[],
): { truths: ExpectedStatement[]; readings: Statement[] }[] {
  if (truths.length !== readings.length) return [{ truths, readings }];
  return truths.map((truth, index) => ({ truths: [truth], readings: readings.slice(index, index + 1) }));
}

function compareTotals(truths: ExpectedStatement[], readings: Statement[]) {
  const pairs = truths.flatMap(({ opening_balance, closing_balance }, index) => [
    [opening_balance, readings[index]?.openingBalance ?? null] as const,
    [closing_balance, readings[index]?.closingBalance ?? null] as const,
  ]);
  const expected = pairs.flatMap(([truth, found]) => (truth === null ? [] : [{ truth, found }]));
  const right = expected.filter(({ truth, found }) => found !== null && isSameAmount(truth, found));
  return { expectedTotals: expected.length, rightTotals: right.length };
}

/** The length of the longest common subsequence: how many rows are right and in order. */
function rowsInCommon(expected: ExpectedRow[], found: Transaction[]): number {
  let start = 0;
  while (isSame(expected[start], found[start])) start += 1;
  let end = 0;
  const shorter = Math.min(expected.length, found.length) - start;
  while (end < shorter && isSame(expected.at(-1 - end), found.at(-1 - end))) end += 1;
  const [left, right] = [expected.slice(start, expected.length - end), found.slice(start, found.length - end)];
  let previous = Array.from({ length: right.length + 1 }, () => 0);
  for (const row of left) {
    const current = [0];
    right.forEach((other, index) => {
      const longest = Math.max(previous[index + 1] ?? 0, current[index] ?? 0);
      current.push(isSame(row, other) ? (previous[index] ?? 0) + 1 : longest);
    });
    previous = current;
  }
  return start + end + (previous.at(-1) ?? 0);
}

function isSame(expected: ExpectedRow | undefined, found: Transaction | undefined): boolean {
  if (!expected || !found) return false;
  return (
    expected.date === found.date &&
    isSameAmount(expected.amount, found.amount) &&
    (expected.balance === null || (found.balance !== null && isSameAmount(expected.balance, found.balance)))
  );
}

/** `5.00` is `5.000` is `5`. */
function isSameAmount(one: string, other: string): boolean {
  return canonical(one) === canonical(other);
}

function canonical(amount: string): string {
  const trimmed = amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
  return trimmed === '-0' ? '0' : trimmed;
}

/** The share of opening and closing balances that are right. */
export function shareOfTotals(scores: readonly Score[]): number {
  return sum(scores, 'rightTotals') / sum(scores, 'expectedTotals');
}

type Count = 'expected' | 'found' | 'right' | 'wrong' | 'expectedTotals' | 'rightTotals';

function sum<K extends Count>(scores: readonly Record<K, number>[], key: K): number {
  return scores.reduce((total, score) => total + score[key], 0);
}

/** The harmonic mean of precision and recall over all rows. */
export function rowF1(scores: readonly Score[]): number {
  const all = sum(scores, 'expected') + sum(scores, 'found');
  return all === 0 ? 1 : (2 * sum(scores, 'right')) / all;
}
