/**
 * What a worker does with the PDF that comes on the standard input, and with what it does it: the confined process that
 * reads, then the thread that writes the workbook. Both have done another statement before, as those of a server at work
 * have, and have compiled what they found worth it. Prints what either process cost as JSON.
 */
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { createSandbox } from '../../src/extraction/sandbox/sandbox.ts';
import { createExporter } from '../../src/jobs/exporter.ts';
import { denseStatement } from './dense-statement.ts';

/** So long without a hundredth of a second of work is rest. */
const QUIET_MS = 300;

const [memoryLimitBytes = ''] = process.argv.slice(2);
const bytes = new Uint8Array(await buffer(process.stdin));
const sandbox = createSandbox({
  processes: 1,
  timeLimitMs: 600_000,
  memoryLimitBytes: Number(memoryLimitBytes),
  maxPages: 1_000,
});
const exporter = createExporter(1);
await work(denseStatement(4_000));

const [reader = ''] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
await rest([reader, 'self']);
const before = { reader: cpuSecondsOf(reader), writer: cpuSecondsOf('self') };
const { pages, characters, statements } = await work(bytes);
const isProven = statements.every((statement) => statement.reconciled === true);
const costOf = (id: string, earlier: number) => {
  const cpuSeconds = cpuSecondsOf(id) - earlier;
  return { pages, characters, isProven, cpuSeconds, peakBytes: peakBytesOf(id) };
};
console.log(JSON.stringify({ reader: costOf(reader, before.reader), writer: costOf('self', before.writer) }));
await Promise.all([sandbox.stop(), exporter.stop()]);

async function work(pdf: Uint8Array) {
  const document = await sandbox.read(pdf);
  await exporter.write('xlsx', document, { title: 'dense.pdf', createdAt: new Date(0) });
  return document;
}

/** Until processes do nothing any more: what is compiled behind a statement's back is not the next one's cost. */
async function rest(ids: readonly string[]): Promise<void> {
  const spent = () => ids.reduce((sum, id) => sum + cpuSecondsOf(id), 0);
  for (let last = -1, now = spent(); now > last; last = now, now = spent()) await delay(QUIET_MS);
}

/** User and system time of a process with all its threads so far, in the hundredths of a second that Linux counts. */
function cpuSecondsOf(id: string): number {
  const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  return (user + system) / 100;
}

function peakBytesOf(id: string): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) * 1024;
}
