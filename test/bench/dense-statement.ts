import { seededRandom } from '../support/random.ts';
import { generateStatement } from '../support/statements/generate-statement.ts';

/** This seed's pages hold some 2,500 characters. */
const SEED = 6;

/** A statement of so many rows, some 49 a page, drawn in lines and deflated as banks do it. */
export function denseStatement(entries: number): Uint8Array {
  const { pdf } = generateStatement(seededRandom(SEED), {
    entries,
    axes: {
      family: 'ledger',
      language: 'british',
      balance: 'row',
      amounts: 'debit-credit',
      date: 'DD/MM/YYYY',
      description: 'one-line',
      secondDate: 'none',
      period: 'quarter',
      paper: 'a4',
      flow: 'one-column',
      fault: 'none',
      panel: 'none',
      extraColumns: 'none',
      headings: 'every-page',
      carry: 'none',
      notes: 'none',
      emission: 'lines',
      compression: 'deflate',
    },
  });
  return pdf;
}
