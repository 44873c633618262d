import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { type CombineEnds, createExporter, type Exporter } from '../../src/jobs/exporter.ts';
import { writeCombined } from '../../src/workbook/combined/write-combined.ts';
import { makeDocument, makeStatement } from '../support/extracted-document.ts';

let exporter: Exporter;
beforeAll(() => {
  exporter = createExporter(1);
});
afterAll(() => exporter.stop());

const about = { title: 'Mine', createdAt: new Date('2026-03-01T12:00:00.000Z') };
const members = ['a.pdf', 'b.pdf'].map((filename, index) => {
  const document = makeDocument({ statements: [makeStatement({ transactions: [{ description: `ROW ${index}` }] })] });
  return { fileId: index + 1, filename, document };
});

/** Hands over the members one after the other, and keeps what is taken. */
function ends(changes: Partial<CombineEnds> = {}) {
  const waiting = members.map(({ document, ...member }) => ({ ...member, text: JSON.stringify(document) }));
  const taken = new Map<string, Uint8Array>();
  const take: CombineEnds['take'] = async (format, bytes) => void taken.set(format, bytes);
  return { taken, next: async () => waiting.shift() ?? null, take, ...changes };
}
const never = new AbortController().signal;

test('a thread writes what this process would have written', async () => {
  const { taken, ...given } = ends();
  await exporter.combine(given, about, never);
  expect([...taken.keys()]).toEqual(['xlsx', 'csv', 'json']);
  for (const format of ['xlsx', 'csv', 'json'] as const) {
    expect(Buffer.compare(taken.get(format) ?? Buffer.of(), await writeCombined(format, members, about))).toBe(0);
  }
});

test('what goes wrong at either end is thrown as it is, and the next task finds a thread', async () => {
  const failure = new AppError('CONFLICT', 'Gone.');
  for (const broken of [{ next: () => Promise.reject(failure) }, { take: () => Promise.reject(failure) }]) {
    await expect(exporter.combine(ends(broken), about, never)).rejects.toBe(failure);
  }
  const { taken, ...given } = ends();
  await exporter.combine(given, about, never);
  expect(taken.size).toBe(3);
});

test('a task that is called off ends, although nobody answers it', async () => {
  const stop = new AbortController();
  const next = async () => {
    stop.abort(new Error('The server is stopping'));
    return new Promise<never>(() => undefined);
  };
  await expect(exporter.combine(ends({ next }), about, stop.signal)).rejects.toThrow('aborted');
});
