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
    const isReconciled = readings.some(({ reconciled }) => reconciled === true);
    const isContradictory = truths.some(({ reconcilable }) => reconcilable === false);
    return {
      expected: rows.length,
      found: foundRows.length,
      right,
      wrong,
      isSilentlyWrong: isReconciled && wrong > 0,
      missesContradiction: isReconciled && isContradictory,
    };
  });
  const sum = (key: 'expected' | 'found' | 'right' | 'wrong') => scores.reduce((total, score) => total + score[key], 0);
  return {
    expected: sum('expected'),
    found: sum('found'),
    right: sum('right'),
    wrong: sum('wrong'),
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

/** The harmonic mean of precision and recall over all rows. */
export function rowF1(scores: readonly Score[]): number {
  const sum = (key: 'expected' | 'found' | 'right') => scores.reduce((total, score) => total + score[key], 0);
  const all = sum('expected') + sum('found');
  return all === 0 ? 1 : (2 * sum('right')) / all;
}
