import { type JobName, JOB_NAMES } from '../../src/jobs/queue.ts';
import { Job } from '../../src/jobs/job.entity.ts';
import type { TestDatabase } from './test-database.ts';

export type JobAtRest = { name: JobName; state: 'waiting' | 'running' | 'failed'; attempts: number; deaths: number };

/** The jobs that are not done, of one kind or of all. */
export async function findJobs(database: TestDatabase, kind?: JobName): Promise<JobAtRest[]> {
  return (await findAllJobs(database)).filter(({ name }) => kind === undefined || name === kind);
}

/** As the queue of this engine keeps them. */
async function findAllJobs({ location, orm }: TestDatabase): Promise<JobAtRest[]> {
  const em = orm.em.fork();
  if (location.engine === 'sqlite') {
    const jobs = await em.find(Job, {});
    return jobs.map(({ name, state, attempts, deaths }) => ({ name: name as JobName, state, attempts, deaths }));
  }
  const rows = await em.getConnection().execute<Row[]>(
    `select name, state, retry_count, (data->>'earlierAttempts')::int as attempts,
       (data->>'earlierDeaths')::int as deaths from pgboss.job
     where state < 'completed' and name in (${JOB_NAMES.map((name) => `'${name}'`).join()})`,
  );
  return rows.map(({ name, state, retry_count: retries, attempts, deaths }) => ({
    name,
    state: state === 'active' ? 'running' : 'waiting',
    attempts: attempts + (state === 'created' ? 0 : 1),
    deaths: (deaths ?? 0) + retries,
  }));
}
type Row = { name: JobName; state: string; retry_count: number; attempts: number; deaths: number | null };

/**
 * A dead worker's leases run out by the clock; nobody waits for that in a test. Answers how many there were. Where some
 * workers live, those are spared whose heart has beaten in the last `silentSeconds` (on PostgreSQL).
 */
export async function endLeases({ location, orm }: TestDatabase, silentSeconds = 0): Promise<number> {
  const em = orm.em.fork();
  if (location.engine === 'sqlite') return em.nativeUpdate(Job, { state: 'running' }, { runAt: new Date(0) });
  const ended = await em.getConnection().execute<unknown[]>(
    `update pgboss.job set heartbeat_on = now() - interval '1 hour'
       where state = 'active' and heartbeat_on <= now() - interval '${silentSeconds} s' returning id`,
  );
  return ended.length;
}
