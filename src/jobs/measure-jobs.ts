import { raw } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { Job } from './job.entity.ts';
import { JOB_NAMES, type MeasuredJobs } from './queue.ts';

/** The jobs of the embedded queue by kind; kinds without a job count zero. */
export async function measureJobs(em: SqlEntityManager, now: Date): Promise<MeasuredJobs[]> {
  const counted: { name: string; state: string; count: number | string }[] = await em
    .createQueryBuilder(Job, 'job')
    .select(['name', 'state', raw('count(*) as count')])
    .groupBy(['name', 'state'])
    .execute('all', false);
  const due: { name: string; since: string | number }[] = await em
    .createQueryBuilder(Job, 'job')
    .select(['name', raw('min(run_at) as since')])
    .where({ runAt: { $lte: now } })
    .groupBy('name')
    .execute('all', false);
  return JOB_NAMES.map((kind) => {
    const count = (wanted: string): number =>
      Number(counted.find(({ name, state }) => name === kind && state === wanted)?.count ?? 0);
    const since = due.find(({ name }) => name === kind)?.since;
    return {
      kind,
      waiting: count('waiting'),
      running: count('running'),
      failed: count('failed'),
      oldestDueSeconds: since === undefined ? 0 : secondsBetween(em.getPlatform().parseDate(since), now),
    };
  });
}

const secondsBetween = (since: Date, now: Date): number => Math.max(0, (now.getTime() - since.getTime()) / 1000);
