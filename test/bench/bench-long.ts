import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../support/random.ts';
import { scoreDocument } from '../support/score.ts';
import { generateStatement } from '../support/statements/generate-statement.ts';
import { pdftotextCpuSeconds } from './pdftotext-cpu-seconds.ts';
import { readTimed } from './timed-reading.ts';

/** One statement of about 500 pages: reading has to stay linear in the number of pages. */
export async function benchLong(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'long-statement-'));
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
    const path = join(folder, `${entries}.pdf`);
    writeFileSync(path, pdf);
    const reference = pdftotextCpuSeconds([path]);
    const { wrong } = scoreDocument(truth, document);
    const pages = document?.pages ?? 0;
    console.log(
      `${pages} pages, ${entries} rows: ${wrong} wrong, ${cpuSeconds.toFixed(2)} s, ${(pages / cpuSeconds).toFixed(0)} pages a CPU-second`,
      reference === null ? '' : `(pdftotext -bbox: ${(pages / reference).toFixed(0)})`,
      failure ?? '',
    );
  }
}
