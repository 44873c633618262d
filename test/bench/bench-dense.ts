import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { confine } from '../../src/extraction/sandbox/confinement.ts';
import { denseStatement } from './dense-statement.ts';
import { pdftotextCpuSeconds } from './pdftotext-cpu-seconds.ts';

/** A busy machine makes everything slower; the best of several runs is nearest to what the work costs. */
const RUNS = 3;
/** More than any of the processes takes, so that no limit shapes what is measured. */
const MEMORY_LIMIT_BYTES = 1024 ** 3;

const WORKS = { pdfium: 'PDFium alone', rows: 'bytes to rows', workbook: 'and the workbook' } as const;
type Work = keyof typeof WORKS;

/**
 * Pages full of rows, as a processor sees them: PDFium alone, reading to proven rows, and the workbook written, each in a
 * process started as the reader's is, beside pdftotext on the same file. Compare the ratios: they depend less on the
 * machine than the figures do.
 */
export async function benchDense(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dense-pages-'));
  for (const entries of [4_000, 24_600]) {
    const pdf = denseStatement(entries);
    const path = join(folder, `${entries}.pdf`);
    writeFileSync(path, pdf);
    const costs = leastOfEach(pdf);
    const { pages, characters } = costs.rows;
    console.log(
      `\n${pages} pages of ${Math.round(characters / pages)} characters, ${entries} rows, ${(pdf.length / 1e6).toFixed(1)} MB`,
    );
    const print = (what: string, cpuSeconds: number, notes: string) =>
      console.log(
        `${what.padEnd(18)}${(pages / cpuSeconds).toFixed(0).padStart(5)} pages a CPU-second`,
        `${(cpuSeconds / costs.pdfium.cpuSeconds).toFixed(2).padStart(6)} × PDFium alone`,
        notes,
      );
    for (const [work, { cpuSeconds, peakBytes, isProven }] of Object.entries(costs)) {
      const proof = isProven === false ? ' NOT PROVEN' : '';
      print(WORKS[work as Work], cpuSeconds, `${(peakBytes / 1e6).toFixed(0).padStart(5)} MB at most${proof}`);
    }
    const times = Array.from({ length: RUNS }, () => pdftotextCpuSeconds([path]) ?? Number.NaN);
    const reference = Math.min(...times);
    if (!Number.isNaN(reference)) print('pdftotext -bbox', reference, '');
  }
}

type Cost = { pages: number; characters: number; cpuSeconds: number; peakBytes: number; isProven: boolean | null };

/** The cheapest of several processes for each kind of work, in turn: a machine that slows down slows all of them. */
function leastOfEach(pdf: Uint8Array): Record<Work, Cost> {
  const rounds = Array.from({ length: RUNS }, () => ({
    pdfium: costOf('pdfium', pdf),
    rows: costOf('rows', pdf),
    workbook: costOf('workbook', pdf),
  }));
  const least = (work: Work): Cost => {
    const costs = rounds.map((round) => round[work]);
    const cpuSeconds = Math.min(...costs.map((cost) => cost.cpuSeconds));
    const peakBytes = Math.max(...costs.map((cost) => cost.peakBytes));
    const [{ pages, characters, isProven }] = costs as [Cost];
    return { pages, characters, isProven, cpuSeconds, peakBytes };
  };
  return { pdfium: least('pdfium'), rows: least('rows'), workbook: least('workbook') };
}

function costOf(work: Work, pdf: Uint8Array): Cost {
  const child = fileURLToPath(new URL('dense-child.ts', import.meta.url));
  const { stdout, status, stderr } = spawnSync(process.execPath, [...confine(child, MEMORY_LIMIT_BYTES), child, work], {
    encoding: 'utf8',
    input: pdf,
    env: { TZ: 'UTC' },
  });
  if (status !== 0) throw new Error(`${work} failed: ${stderr}`);
  return JSON.parse(stdout) as Cost;
}
