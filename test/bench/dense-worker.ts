/**
 * What a worker does with the PDF that comes on the standard input, and with what it does it: the confined process that
 * reads, then the thread that writes the workbook. Both have done another statement before, as those of a server at work
 * have. Prints what either process cost as JSON.
 */
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import process from 'node:process';
import { createSandbox } from '../../src/extraction/sandbox/sandbox.ts';
import { createExporter } from '../../src/jobs/exporter.ts';
import { denseStatement } from './dense-statement.ts';

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

/** User and system time of a process with all its threads so far, in the hundredths of a second that Linux counts. */
function cpuSecondsOf(id: string): number {
  const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  return (user + system) / 100;
}

function peakBytesOf(id: string): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) * 1024;
}
