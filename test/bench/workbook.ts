/**
 * What the combined workbook costs: 50 statements with 100,000 rows, each format in a process of its own, beside the
 * same rows as a bare CSV and in a bare sheet, streamed (the references); then the whole job that builds a dashboard's outputs from the database to
 * the disk, beside a job of one row (what the process itself costs).
 *
 *   npm run bench:workbook
 *   npm run bench:workbook -- --statements 12 --rows 1000
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FRUGAL_FLAGS } from '../../src/jobs/combiner.ts';
import { mergeMembers } from '../../src/workbook/combined/merge-members.ts';
import { COMBINED_FORMATS, type CombinedFormat, writeCombined } from '../../src/workbook/combined/write-combined.ts';
import { seededRandom } from '../support/random.ts';
import { busyMembers } from '../support/workbook/busy-members.ts';
import { openBareXlsx } from './bare-xlsx.ts';
import { type Measured, measureWork } from './measure-work.ts';

/** What 100,000 rows may take. */
const LIMIT = { seconds: 10, megabytes: 300 };

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '50' },
    rows: { type: 'string', default: '2000' },
    only: { type: 'string' },
  },
});
const sizes = [values.statements, values.rows] as const;

if (values.only !== undefined) console.log(JSON.stringify(await measure(values.only)));
else compare();

function compare(): void {
  const reference = inProcess('reference');
  console.log(`${Number(values.statements) * Number(values.rows)} rows of ${values.statements} statements`);
  show('bare csv', reference, reference, 'bare csv');
  const sheet = inProcess('bare xlsx');
  show('bare xlsx', sheet, reference, 'bare csv');
  for (const format of COMBINED_FORMATS) {
    const isSheet = format === 'xlsx';
    show(`combined ${format}`, inProcess(format), isSheet ? sheet : reference, isSheet ? 'bare xlsx' : 'bare csv');
  }
  const idle = rebuildInProcess('1', '1');
  show('job, one row', idle, idle, 'job of one row');
  show('job, all rows', rebuildInProcess(...sizes), idle, 'job of one row');
  console.log(
    `The limits for 100,000 rows: ${LIMIT.seconds} s, and ${LIMIT.megabytes} MB for either process of the job.`,
  );
}

async function measure(format: string): Promise<Measured> {
  const members = busyMembers(seededRandom(1), Number(values.statements), Number(values.rows));
  return measureWork(() => write(format, members));
}

/** Parts are let go as they come, as a storage does. */
async function write(format: string, members: ReturnType<typeof busyMembers>): Promise<void> {
  const about = { title: 'Bench', createdAt: new Date('2026-01-01T00:00:00Z') };
  const known = COMBINED_FORMATS.find((each): each is CombinedFormat => each === format);
  if (known) {
    for await (const part of writeCombined(known, mergeMembers(members), about)) void part;
    return;
  }
  if (format === 'bare xlsx') {
    const workbook = openBareXlsx(() => undefined);
    for (const { filename, document } of members) workbook.write(filename, document);
    return workbook.end();
  }
  const lines = members.flatMap(({ document }) =>
    document.statements.flatMap(({ transactions }) =>
      transactions.map(({ date, description, amount, balance }) => [date, description, amount, balance].join(',')),
    ),
  );
  Buffer.from(lines.join('\r\n'));
}

/** A process of its own, as a dashboard's writer is run, so that peaks do not mix. */
function inProcess(format: string): Measured {
  const [statements, rows] = sizes;
  return run('./workbook.ts', ['--only', format, '--statements', statements, '--rows', rows], FRUGAL_FLAGS);
}

function rebuildInProcess(statements: string, rows: string): Measured {
  const directory = mkdtempSync(join(tmpdir(), 'bench-rebuild-'));
  try {
    node('./rebuild-child.ts', ['seed', directory, statements, rows]);
    return run('./rebuild-child.ts', ['run', directory]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function run(file: string, args: string[], flags: readonly string[] = []): Measured {
  return JSON.parse(node(file, args, flags)) as Measured;
}

function node(file: string, args: string[], flags: readonly string[] = []): string {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawnSync(process.execPath, [...flags, path, ...args], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return child.stdout;
}

function show(name: string, measured: Measured, reference: Measured, of: string): void {
  const { seconds, cpuSeconds, peakMegabytes, childPeakMegabytes } = measured;
  const child = childPeakMegabytes === undefined ? '' : `; the process that writes ${childPeakMegabytes.toFixed(0)} MB`;
  console.log(
    `${name.padEnd(14)} ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} CPU-s, ${(cpuSeconds / reference.cpuSeconds).toFixed(0)} × the ${of}), peak ${peakMegabytes.toFixed(0)} MB (${(peakMegabytes - reference.peakMegabytes).toFixed(0)} above it)${child}`,
  );
}
