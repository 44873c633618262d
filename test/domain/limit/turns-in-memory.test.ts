import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTurns } from '../../../src/domain/limit/turns-in-memory.ts';
import { AppError } from '../../../src/errors.ts';

const take = (turns: ReturnType<typeof countTurns>, caller: string): AppError | null => {
  try {
    turns.mustHaveOne(caller);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  turns.count(caller);
  return null;
};

test('a minute’s calls may come at once, then they come back one by one; each caller has its own', () => {
  let now = 0;
  const turns = countTurns(3, () => new Date(now));
  expect([take(turns, 'a'), take(turns, 'a'), take(turns, 'a')]).toEqual([null, null, null]);
  expect(take(turns, 'a')).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 20 });
  expect(take(turns, 'b')).toBeNull();
  now += 20_000;
  expect(take(turns, 'a')).toBeNull();
  expect(take(turns, 'a')).toMatchObject({ retryAfterSeconds: 20 });
});

test('whoever goes on although refused does not wait for longer than a minute', () => {
  const turns = countTurns(60, () => new Date(0));
  for (let n = 0; n < 1_000; n += 1) turns.count('a');
  expect(take(turns, 'a')).toMatchObject({ retryAfterSeconds: 1 });
});

test('no minute sees more than twice what one may, however the calls fall', () => {
  const calls = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), calls, (perMinute, pauses) => {
      let now = 0;
      const turns = countTurns(perMinute, () => new Date(now));
      const taken: number[] = [];
      for (const pause of pauses) {
        now += pause;
        if (take(turns, 'a') === null) taken.push(now);
      }
      for (const at of taken) {
        expect(taken.filter((time) => time >= at && time < at + 60_000).length).toBeLessThanOrEqual(2 * perMinute);
      }
    }),
  );
});

test('0 is no limit, and names without end take no memory without end', () => {
  const endless = countTurns(0, () => new Date(0));
  for (let n = 0; n < 100; n += 1) expect(take(endless, 'a')).toBeNull();
  const turns = countTurns(1, () => new Date(0));
  turns.count('first');
  for (let n = 0; n < 20_000; n += 1) turns.count(`caller ${n}`);
  // The first is forgotten by now, and the last is not.
  expect(take(turns, 'first')).toBeNull();
  expect(take(turns, 'caller 19999')).not.toBeNull();
});
