/**
 * What the combined workbook costs: 50 statements with 100,000 rows, each format in a process of its own, beside the
 * same rows as a bare CSV (the reference).
 *
 *   npm run bench:workbook
 *   npm run bench:workbook -- --statements 12 --rows 1000
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { COMBINED_FORMATS, type CombinedFormat, writeCombined } from '../../src/workbook/combined/write-combined.ts';
import { seededRandom } from '../support/random.ts';
import { busyMembers } from '../support/workbook/busy-members.ts';

type Measured = { rows: number; bytes: number; seconds: number; cpuSeconds: number; peakMegabytes: number };

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '50' },
    rows: { type: 'string', default: '2000' },
    only: { type: 'string' },
  },
});

if (values.only !== undefined) console.log(JSON.stringify(await measure(values.only)));
else compare();

function compare(): void {
  const reference = inProcess('reference');
  show('bare csv', reference, reference);
  for (const format of COMBINED_FORMATS) show(`combined ${format}`, inProcess(format), reference);
}

async function measure(format: string): Promise<Measured> {
  const members = busyMembers(seededRandom(1), Number(values.statements), Number(values.rows));
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const bytes = await write(format, members);
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    rows: Number(values.statements) * Number(values.rows),
    bytes: bytes.length,
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

async function write(format: string, members: ReturnType<typeof busyMembers>): Promise<Uint8Array> {
  const known = COMBINED_FORMATS.find((each): each is CombinedFormat => each === format);
  if (known) return writeCombined(known, members, { title: 'Bench', createdAt: new Date('2026-01-01T00:00:00Z') });
  const lines = members.flatMap(({ document }) =>
    document.statements.flatMap(({ transactions }) =>
      transactions.map(({ date, description, amount, balance }) => [date, description, amount, balance].join(',')),
    ),
  );
  return Buffer.from(lines.join('\r\n'));
}

/** A process of its own, with the young generation that the exporter's threads have, so that peaks do not mix. */
function inProcess(format: string): Measured {
  const path = fileURLToPath(import.meta.url);
  const sizes = ['--statements', values.statements, '--rows', values.rows];
  const child = spawnSync(process.execPath, ['--max-semi-space-size=8', path, '--only', format, ...sizes], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

function show(name: string, measured: Measured, reference: Measured): void {
  const { rows, bytes, seconds, cpuSeconds, peakMegabytes } = measured;
  console.log(
    `${name.padEnd(14)} ${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} CPU-s, ${(cpuSeconds / reference.cpuSeconds).toFixed(0)} × the bare csv), peak ${peakMegabytes.toFixed(0)} MB (${(peakMegabytes - reference.peakMegabytes).toFixed(0)} above it)`,
  );
}
