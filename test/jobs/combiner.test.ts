import { expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { type CombineEnds, createCombiner } from '../../src/jobs/combiner.ts';
import { combinedBytes } from '../support/combine-here.ts';
import { seededRandom } from '../support/random.ts';
import { busyMembers } from '../support/workbook/busy-members.ts';
import { makeDocument, makeStatement } from '../support/extracted-document.ts';

const combiner = createCombiner();
const about = { title: 'Mine', createdAt: new Date('2026-03-01T12:00:00.000Z') };
const members = ['a.pdf', 'b.pdf'].map((filename, index) => {
  const document = makeDocument({ statements: [makeStatement({ transactions: [{ description: `ROW ${index}` }] })] });
  return { fileId: index + 1, filename, document };
});

/** Hands over the members one after the other, and keeps what is taken. */
function ends(changes: Partial<CombineEnds> = {}) {
  const waiting = members.map(({ document, ...member }) => ({ ...member, text: JSON.stringify(document) }));
  const taken = new Map<string, Uint8Array>();
  const take: CombineEnds['take'] = async (format, body) =>
    void taken.set(format, Buffer.from(await new Response(body).arrayBuffer()));
  return { taken, next: async () => waiting.shift() ?? null, take, ...changes };
}
const never = new AbortController().signal;

test('a process writes what this process would have written', async () => {
  const { taken, ...given } = ends();
  await combiner.combine(given, about, never);
  expect([...taken.keys()]).toEqual(['xlsx', 'csv', 'json']);
  for (const format of ['xlsx', 'csv', 'json'] as const) {
    expect(Buffer.compare(taken.get(format) ?? Buffer.of(), await combinedBytes(format, members, about))).toBe(0);
  }
});

test('what goes wrong at either end is thrown as it is, and the next task finds a process', async () => {
  const failure = new AppError('CONFLICT', 'Gone.');
  for (const broken of [{ next: () => Promise.reject(failure) }, { take: () => Promise.reject(failure) }]) {
    await expect(combiner.combine(ends(broken), about, never)).rejects.toBe(failure);
  }
  const { taken, ...given } = ends();
  await combiner.combine(given, about, never);
  expect(taken.size).toBe(3);
});

test('a task that is called off ends, although nobody answers it', async () => {
  const stop = new AbortController();
  const next = async () => {
    stop.abort(new Error('The server is stopping'));
    return new Promise<never>(() => undefined);
  };
  await expect(combiner.combine(ends({ next }), about, stop.signal)).rejects.toThrow('The server is stopping');
});

test('an output that is under way when the task is called off breaks off, so that nobody keeps half of it', async () => {
  const stop = new AbortController();
  const { promise: ended, resolve } = Promise.withResolvers<unknown>();
  const take: CombineEnds['take'] = async (_format, body) => {
    const reader = body.getReader();
    await reader.read();
    stop.abort(new Error('The server is stopping'));
    const failure = await reader.closed.catch((error: unknown) => error);
    resolve(failure);
    throw failure;
  };
  await expect(combiner.combine(ends({ take }), about, stop.signal)).rejects.toThrow('The server is stopping');
  expect(await ended).toMatchObject({ message: 'The server is stopping' });
});

test('thirty thousand rows are built with 64 MB of heap, and come in pieces', async () => {
  const waiting = busyMembers(seededRandom(1), 30, 1_000).map(({ document, ...member }) => ({
    ...member,
    text: JSON.stringify(document),
  }));
  const written = new Map<string, number>();
  const take: CombineEnds['take'] = async (format, body) => {
    for await (const piece of body) {
      expect(piece.length).toBeLessThanOrEqual(2 ** 20);
      written.set(format, (written.get(format) ?? 0) + piece.length);
    }
  };
  await createCombiner(64).combine({ next: async () => waiting.shift() ?? null, take }, about, never);
  for (const format of ['xlsx', 'csv', 'json']) expect(written.get(format)).toBeGreaterThan(2_000_000);
});

test('a dashboard that takes more memory than it may is refused in words that say what to do', async () => {
  const [busy] = busyMembers(seededRandom(1), 1, 2_000);
  const text = JSON.stringify(busy?.document);
  let fileId = 0;
  const next = async () => ({ fileId: (fileId += 1), filename: 'a.pdf', text });
  await expect(createCombiner(24).combine(ends({ next }), about, never)).rejects.toMatchObject({
    code: 'TOO_LARGE',
    message: expect.stringContaining('make two of it'),
  });
});
