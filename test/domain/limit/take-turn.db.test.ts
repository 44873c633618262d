import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeTurn } from '../../../src/domain/limit/take-turn.ts';
import { AppError } from '../../../src/errors.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { createTestServices } from '../../support/test-services.ts';

let database: TestDatabase;
let users = 0;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const START = Date.parse('2026-03-01T12:00:00.000Z');

/** A caller nobody has seen yet, who may make so many calls a minute. Answers with 0, or with the seconds to wait. */
function aCaller(perMinute: number) {
  const principal = { userId: (users += 1) };
  let now = START;
  const base = createTestServices(database);
  const rates = { ...base.settings.rates, process: perMinute, upload: perMinute };
  const services = { ...base, clock: () => new Date(now), settings: { ...base.settings, rates } };
  const call = (rate: 'process' | 'upload' | 'build' = 'process'): Promise<number> =>
    takeTurn({ ...services, em: database.orm.em.fork() }, principal, rate).then(
      () => 0,
      (error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'RATE_LIMITED') throw error;
        return error.retryAfterSeconds ?? Number.NaN;
      },
    );
  return {
    call,
    wait: (milliseconds: number): void => {
      now += milliseconds;
    },
    now: () => now,
  };
}

test('however calls are spaced: never more than the rate, and whoever waits as long as told is let in', async () => {
  const steps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 })), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 12 }), steps, async (perMinute, pauses) => {
      const caller = aCaller(perMinute);
      const admitted: number[] = [];
      for (const pause of pauses) {
        caller.wait(pause);
        let wait = await caller.call();
        if (wait > 0) {
          expect(Number.isInteger(wait)).toBe(true);
          expect(wait).toBeLessThanOrEqual(60);
          caller.wait(wait * 1000);
          wait = await caller.call();
        }
        expect(wait).toBe(0);
        admitted.push(caller.now());
      }
      // A minute's calls at once, and those that came back since.
      for (const [first, from] of admitted.entries()) {
        for (const [last, to] of admitted.entries()) {
          if (last < first) continue;
          expect(last - first + 1).toBeLessThanOrEqual(perMinute + Math.ceil(((to - from) * perMinute) / 60_000));
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('of calls that come at once, exactly so many are let in', async () => {
  const { call } = aCaller(10);
  const waits = await Promise.all(Array.from({ length: 40 }, () => call()));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
  expect(new Set(waits.filter((wait) => wait > 0))).toEqual(new Set([6]));
});

test('one rate says nothing about another, nor one user about the next; without a rate all are let in', async () => {
  const ada = aCaller(1);
  expect([await ada.call(), await ada.call()]).toEqual([0, 60]);
  expect(await ada.call('upload')).toBe(0);
  expect(await aCaller(1).call()).toBe(0);
  for (let n = 0; n < 5; n += 1) expect(await ada.call('build')).toBe(0);
});
