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

type Cost = { pages: number; characters: number; cpuSeconds: number; peakBytes: number; isProven: boolean | null };

/**
 * Pages full of rows, as a processor sees them: PDFium alone, pdftotext, reading to proven rows, and what a worker does:
 * the process that reads, the process whose thread writes the workbook, and both. Compare the ratios: they depend less
 * on the machine than the figures do.
 */
export async function benchDense(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dense-pages-'));
  for (const entries of [4_000, 24_600]) {
    const pdf = denseStatement(entries);
    const path = join(folder, `${entries}.pdf`);
    writeFileSync(path, pdf);
    const rounds = Array.from({ length: RUNS }, () => measure(pdf, path));
    const least = (costOf: (round: Round) => Cost | null) => leastOf(rounds.flatMap((round) => costOf(round) ?? []));
    const references = [least(({ pdfium }) => pdfium), least(({ pdftotext }) => pdftotext)];
    const print = (what: string, costOf: (round: Round) => Cost | null) => {
      const cost = least(costOf);
      if (cost !== null) console.log(lineOf(what, cost, references));
    };
    const { pages = 0, characters = 0 } = least(({ rows }) => rows) ?? {};
    const size = `${Math.round(characters / pages)} characters, ${entries} rows, ${(pdf.length / 1e6).toFixed(1)} MB`;
    console.log(`\n${pages} pages of ${size}\n${' '.repeat(36)}pages/CPU-s  × PDFium  × pdftotext  MB at most`);
    print('PDFium alone', ({ pdfium }) => pdfium);
    print('pdftotext -bbox', ({ pdftotext }) => pdftotext);
    print('bytes to proven rows', ({ rows }) => rows);
    print('a worker: the process that reads', ({ worker }) => worker.reader);
    print('a worker: the process that writes', ({ worker }) => worker.writer);
    print('a worker: bytes to rows and workbook', ({ worker }) => sumOf(worker.reader, worker.writer));
  }
}

type Round = ReturnType<typeof measure>;

/** Each kind of work once, one after the other: a machine that slows down slows all of them. */
function measure(pdf: Uint8Array, path: string) {
  const child = 'dense-child.ts';
  const limited = (work: string) =>
    JSON.parse(run(child, [work], pdf, confine(pathOf(child), MEMORY_LIMIT_BYTES))) as Cost;
  const pdfium = limited('pdfium');
  const cpuSeconds = pdftotextCpuSeconds([path]);
  return {
    pdfium,
    pdftotext: cpuSeconds === null ? null : { ...pdfium, cpuSeconds, peakBytes: 0 },
    rows: limited('rows'),
    worker: JSON.parse(run('dense-worker.ts', [String(MEMORY_LIMIT_BYTES)], pdf)) as Record<'reader' | 'writer', Cost>,
  };
}

/** The least processor time of several runs, and the most memory of any. */
function leastOf(costs: readonly Cost[]): Cost | null {
  const [first] = costs;
  if (first === undefined) return null;
  const cpuSeconds = Math.min(...costs.map((cost) => cost.cpuSeconds));
  return { ...first, cpuSeconds, peakBytes: Math.max(...costs.map((cost) => cost.peakBytes)) };
}

/** What two processes take that work one after the other; neither needs room for the other. */
function sumOf(one: Cost, other: Cost): Cost {
  const cpuSeconds = one.cpuSeconds + other.cpuSeconds;
  return { ...one, cpuSeconds, peakBytes: Math.max(one.peakBytes, other.peakBytes) };
}

function lineOf(what: string, { pages, cpuSeconds, peakBytes, isProven }: Cost, references: (Cost | null)[]): string {
  const ratios = references.map((other) => (other === null ? '–' : (cpuSeconds / other.cpuSeconds).toFixed(2)));
  const [toPdfium = '', toPdftotext = ''] = ratios;
  const figures = [
    (pages / cpuSeconds).toFixed(0).padStart(11),
    toPdfium.padStart(8),
    toPdftotext.padStart(11),
    (peakBytes === 0 ? '' : (peakBytes / 1e6).toFixed(0)).padStart(10),
  ];
  return `${what.padEnd(36)}${figures.join('  ')}${isProven === false ? '  NOT PROVEN' : ''}`;
}

const pathOf = (module: string): string => fileURLToPath(new URL(module, import.meta.url));

function run(module: string, args: string[], input: Uint8Array, flags: readonly string[] = []): string {
  const { stdout, status, stderr } = spawnSync(process.execPath, [...flags, pathOf(module), ...args], {
    encoding: 'utf8',
    input,
    env: { TZ: 'UTC' },
  });
  if (status !== 0) throw new Error(`${module} ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
