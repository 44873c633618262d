import { describe, expect, test } from 'vitest';
import { createTurns } from '../../../src/extraction/sandbox/turns.ts';

const never = new AbortController().signal;

describe('turns', () => {
  test('are given in the order in which they were asked for, never more at once than there are', async () => {
    const turns = createTurns(2);
    const begun: number[] = [];
    let running = 0;
    const work = async (n: number) => {
      await turns.take(never);
      begun.push(n);
      running += 1;
      expect(running).toBeLessThanOrEqual(2);
      await new Promise(setImmediate);
      running -= 1;
      turns.give();
    };
    await Promise.all([0, 1, 2, 3, 4, 5, 6].map(work));
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('pass over who has left the line', async () => {
    const turns = createTurns(1);
    await turns.take(never);
    const leaving = new AbortController();
    const left = turns.take(leaving.signal);
    const stayed = turns.take(never);
    leaving.abort(new Error('gone home'));
    await expect(left).rejects.toThrow('gone home');
    turns.give();
    await expect(stayed).resolves.toBeUndefined();
  });

  test('are not lost by a signal that aborts after the turn has come', async () => {
    const turns = createTurns(1);
    const late = new AbortController();
    await turns.take(never);
    const second = turns.take(late.signal);
    turns.give();
    late.abort(new Error('too late to matter'));
    await expect(second).resolves.toBeUndefined();
    turns.give();
    await expect(turns.take(never)).resolves.toBeUndefined();
  });

  test('refuse who comes with an aborted signal', async () => {
    const turns = createTurns(1);
    await expect(turns.take(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    await expect(turns.take(never)).resolves.toBeUndefined();
  });
});
