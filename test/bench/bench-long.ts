import { seededRandom } from '../support/random.ts';
import { scoreDocument } from '../support/score.ts';
import { generateStatement } from '../support/statements/generate-statement.ts';
import { readTimed } from './timed-reading.ts';

/** One statement of about 500 pages: reading has to stay linear in the number of pages. */
export async function benchLong(): Promise<void> {
  for (const entries of [220, 2_200, 22_000]) {
    const { pdf, truth } = generateStatement(seededRandom(1), {
      entries,
      axes: {
        family: 'ledger',
        language: 'british',
        balance: 'row',
        amounts: 'debit-credit',
        date: 'DD/MM/YYYY',
        description: 'one-line',
        period: 'quarter',
        paper: 'a4',
        flow: 'one-column',
        fault: 'none',
      },
    });
    const { document, failure, cpuSeconds } = await readTimed(pdf);
    const { wrong } = scoreDocument(truth, document);
    const pages = document?.pages ?? 0;
    console.log(
      `${pages} pages, ${entries} rows: ${wrong} wrong, ${cpuSeconds.toFixed(2)} s, ${(pages / cpuSeconds).toFixed(0)} pages a CPU-second`,
      failure ?? '',
    );
  }
}
