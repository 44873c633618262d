import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readDocument } from '../../src/extraction/read-document.ts';
import { seededRandom } from '../support/random.ts';
import { generateStatement } from '../support/statements/generate-statement.ts';
import { pdftotextCpuSeconds } from './pdftotext-cpu-seconds.ts';

/** This seed's pages hold some 2,400 characters. */
const SEED = 5;
/** A busy machine makes everything slower; the best of several runs is nearest to what the work costs. */
const RUNS = 3;

/**
 * Pages full of rows, as a processor sees them: PDFium alone, reading to proven rows, and the workbook written, beside
 * pdftotext on the same file. Compare the ratios: they depend less on the machine than the figures do.
 */
export async function benchDense(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dense-pages-'));
  for (const entries of [3_800, 19_000]) {
    const path = join(folder, `${entries}.pdf`);
    const pdf = denseStatement(entries);
    writeFileSync(path, pdf);
    const { pages, characters } = await readDocument(pdf, { maxPages: 1_000 });
    console.log(`\n${pages} pages of ${Math.round(characters / pages)} characters, ${entries} rows`);
    const alone = leastOf('pdfium', path);
    const print = (what: string, { cpuSeconds, peakBytes, isProven }: Cost) =>
      console.log(
        `${what.padEnd(18)}${(pages / cpuSeconds).toFixed(0).padStart(5)} pages a CPU-second`,
        `${(cpuSeconds / alone.cpuSeconds).toFixed(1).padStart(5)} × PDFium alone`,
        peakBytes === null ? '' : `${(peakBytes / 1e6).toFixed(0).padStart(5)} MB at most`,
        isProven === false ? 'NOT PROVEN' : '',
      );
    print('PDFium alone', alone);
    print('bytes to rows', leastOf('rows', path));
    print('and the workbook', leastOf('workbook', path));
    const times = Array.from({ length: RUNS }, () => pdftotextCpuSeconds([path]) ?? Number.NaN);
    const reference = Math.min(...times);
    if (!Number.isNaN(reference)) print('pdftotext -bbox', { cpuSeconds: reference, peakBytes: null, isProven: null });
  }
}

type Cost = { cpuSeconds: number; peakBytes: number | null; isProven: boolean | null };

/** The cheapest of several processes that do the same. */
function leastOf(work: string, path: string): Cost {
  const child = fileURLToPath(new URL('dense-child.ts', import.meta.url));
  const costs = Array.from({ length: RUNS }, () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [child, work, path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${work} of ${path} failed: ${stderr}`);
    return JSON.parse(stdout) as Cost;
  });
  const cpuSeconds = Math.min(...costs.map((cost) => cost.cpuSeconds));
  const peakBytes = Math.max(...costs.map((cost) => cost.peakBytes ?? 0));
  return { cpuSeconds, peakBytes, isProven: costs[0]?.isProven ?? null };
}

function denseStatement(entries: number): Uint8Array {
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
    },
  });
  return pdf;
}
