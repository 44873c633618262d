import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmbeddedQueue } from '../../src/jobs/embedded-queue.ts';
import type { ClaimedJob, LeasedQueue } from '../../src/jobs/leased-queue.ts';
import { Job } from '../../src/jobs/job.entity.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const LEASE = 30_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** What a job should be: who may act on it, and when it may be claimed next. */
type ModelJob = { holder: ClaimedJob<'process-file'> | null; dueAt: number; attempts: number; deaths: number };

const endings = ['complete', 'retryLater', 'fail', 'release'] as const;
const step = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ do: 'enqueue' as const }) },
  { weight: 4, arbitrary: fc.constant({ do: 'claim' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.integer({ max: LEASE, min: 1 }) }),
  },
  // Any claim ever made may be acted on: its maker cannot know whether it has been overtaken.
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('extend' as const, ...endings), claim: fc.nat() }) },
);

test('whatever workers do and however late they are, no job is lost and none has two holders', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      await database.orm.em.fork().nativeDelete(Job, {});
      let now = Date.parse('2026-03-01T12:00:00Z');
      const queue = createEmbeddedQueue({ orm: database.orm, clock: () => new Date(now), leaseMilliseconds: LEASE });
      const model = new Map<number, ModelJob>();
      const claims: ClaimedJob<'process-file'>[] = [];
      let enqueued = 0;

      for (const each of steps) {
        if (each.do === 'wait') {
          now += each.milliseconds;
        } else if (each.do === 'enqueue') {
          enqueued += 1;
          const payload = { fileId: enqueued, run: 1 };
          await database.orm.em.fork().transactional((em) => queue.enqueue(em, 'process-file', payload));
          model.set(enqueued, { holder: null, dueAt: now, attempts: 0, deaths: 0 });
        } else if (each.do === 'claim') {
          const due = [...model].filter(([, job]) => job.dueAt <= now).toSorted(([, a], [, b]) => a.dueAt - b.dueAt);
          const claimed = await queue.claim(['process-file']);
          expect(claimed === null).toBe(due.length === 0);
          if (claimed === null) continue;
          const job = model.get(claimed.payload.fileId);
          expect(job?.dueAt).toBe(due[0]?.[1].dueAt);
          // Whoever held it is taken for dead, which costs the job no attempt.
          const died = job?.holder ? 1 : 0;
          expect(claimed.attempt).toBe((job?.attempts ?? 0) + 1 - died);
          const deaths = (job?.deaths ?? 0) + died;
          expect(claimed.deaths).toBe(deaths);
          const { attempt: attempts } = claimed;
          model.set(claimed.payload.fileId, { holder: claimed, dueAt: now + LEASE, attempts, deaths });
          claims.push(claimed);
        } else {
          const claim = claims[each.claim % claims.length];
          if (claim === undefined) continue;
          const job = model.get(claim.payload.fileId);
          const holds = job?.holder === claim;
          expect(await act(queue, each.do, claim)).toBe(holds);
          if (holds && job !== undefined) settle(model, job, claim, each.do, now);
        }
      }
      const left = await database.orm.em.fork().find(Job, { state: { $ne: 'failed' } }, { orderBy: { id: 'asc' } });
      expect(left.map((job) => (job.payload as ClaimedJob<'process-file'>['payload']).fileId)).toEqual([
        ...model.keys(),
      ]);
    }),
    { numRuns: 40 },
  );
});

async function act(queue: LeasedQueue, action: 'extend' | (typeof endings)[number], claim: ClaimedJob<'process-file'>) {
  if (action === 'extend') return (await queue.extend(claim)) !== null;
  return queue[action](claim, new Error('an error'));
}

function settle(
  model: Map<number, ModelJob>,
  job: ModelJob,
  claim: ClaimedJob<'process-file'>,
  action: 'extend' | (typeof endings)[number],
  now: number,
): void {
  if (action === 'complete' || action === 'fail') {
    model.delete(claim.payload.fileId);
  } else if (action === 'extend') {
    job.dueAt = now + LEASE;
  } else if (action === 'release') {
    Object.assign(job, { holder: null, dueAt: now, attempts: claim.attempt - 1 });
  } else {
    Object.assign(job, { holder: null, dueAt: now + Math.min(5_000 * 2 ** (claim.attempt - 1), 300_000) });
  }
}
