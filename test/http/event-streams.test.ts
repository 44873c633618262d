import { expect, test } from 'vitest';
import { createEventStreams } from '../../src/http/event-streams.ts';

const LATER = new Date(8.64e15);

/** Streams of a process that keeps so many open, with a clock that is set by hand. */
function aProcess(bounds: { all: number; perUser: number }) {
  let now = new Date(0);
  const streams = createEventStreams({ bounds, clock: () => now });
  const open = (userId: number, signedInUntil = LATER) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const source = writable.getWriter();
    // Whoever reads no longer has the writer fail.
    source.closed.catch(() => undefined);
    const reader = streams.hold(readable, { userId, signedInUntil }).getReader();
    return {
      send: (text: string) => source.write(new TextEncoder().encode(text)),
      fail: () => source.abort(new Error('broken')),
      end: () => source.close(),
      sourceClosed: source.closed,
      read: async () => {
        const { value } = await reader.read();
        return value && new TextDecoder().decode(value);
      },
      stopReading: () => reader.cancel(),
    };
  };
  const hasRoom = (userId: number) => streams.hasRoom({ userId, signedInUntil: LATER });
  return { open, hasRoom, at: (time: Date) => void (now = time) };
}

test('a user opens so many, all users together so many, and what has ended makes room', async () => {
  const { open, hasRoom } = aProcess({ all: 3, perUser: 2 });
  const [first, second] = [open(1), open(1)];
  expect([hasRoom(1), hasRoom(2)]).toEqual([false, true]);
  const third = open(2);
  expect([hasRoom(2), hasRoom(3)]).toEqual([false, false]);

  await first.stopReading();
  expect([hasRoom(1), hasRoom(3)]).toEqual([true, true]);
  const ended = second.read();
  await second.end();
  expect(await ended).toBeUndefined();
  const broken = third.read();
  await third.fail();
  await expect(broken).rejects.toThrow('broken');
  open(1);
  open(1);
  expect([hasRoom(1), hasRoom(2)]).toEqual([false, true]);
});

test('nothing is counted twice: whoever stops reading what has ended makes no room for two', async () => {
  const { open, hasRoom } = aProcess({ all: 0, perUser: 1 });
  const over = open(1);
  const last = over.read();
  await over.end();
  await last;
  await over.stopReading();
  open(1);
  expect(hasRoom(1)).toBe(false);
});

test('zero takes the limits away', () => {
  const { open, hasRoom } = aProcess({ all: 0, perUser: 0 });
  for (let n = 0; n < 100; n += 1) open(1);
  expect(hasRoom(1)).toBe(true);
});

test('events end when the token does: nothing more is told, and the source is let go', async () => {
  const { open, hasRoom, at } = aProcess({ all: 1, perUser: 1 });
  const stream = open(1, new Date(60_000));
  at(new Date(59_999));
  const seen = stream.read();
  await stream.send('event: next\n');
  expect(await seen).toBe('event: next\n');
  at(new Date(60_000));
  const last = stream.read();
  void stream.send('data: a secret\n\n').catch(() => undefined);
  const text = await last;
  expect(text).toContain('"code":"UNAUTHENTICATED"');
  expect(text).toMatch(/event: complete\ndata:\n\n$/);
  expect(text).not.toContain('a secret');
  expect(await stream.read()).toBeUndefined();
  await expect(stream.sourceClosed).rejects.toBeUndefined();
  expect(hasRoom(1)).toBe(true);
});
