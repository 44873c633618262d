import { seededRandom } from './random.ts';
import type { Axes } from './statements/axes.ts';
import { generateStatement } from './statements/generate-statement.ts';
import type { StatementTruth } from './statements/truth.ts';

/** A statement that nobody could misread, for stories about everything else. The same number, the same bytes. */
export function aStatement(number = 1, entries = 12): { pdf: Uint8Array; truth: StatementTruth } {
  const { pdf, truth } = generateStatement(seededRandom(number), { axes: PLAIN, entries });
  const [statement] = truth.statements;
  if (!statement) throw new Error('A generated document has a statement');
  return { pdf, truth: statement };
}

const PLAIN: Partial<Axes> = {
  family: 'ledger',
  size: 'few',
  period: 'month',
  amounts: 'debit-credit',
  balance: 'row',
  bareFraction: 'no',
  currencyMark: 'heading',
  secondDate: 'none',
  dateColumns: 'one',
  datePrinted: 'every-row',
  time: 'none',
  order: 'oldest-first',
  description: 'one-line',
  extraColumns: 'none',
  summary: 'rows-and-top',
  totals: 'none',
  carry: 'none',
  headings: 'every-page',
  fault: 'none',
  paper: 'a4',
  flow: 'one-column',
  panel: 'none',
  watermark: 'none',
  language: 'british',
};
