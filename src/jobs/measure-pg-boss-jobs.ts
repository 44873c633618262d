import type { SqlEntityManager } from '@mikro-orm/sql';
import { JOB_NAMES, type MeasuredJobs } from './queue.ts';

/** Jobs that were given up are sent on to this queue, from which nobody takes: they wait for the operator. */
export const FAILED_JOBS = 'failed-jobs';

type Row = { kind: string; waiting: number; running: number; failed: number; oldest: number | null };

/** The jobs in pg-boss's table by kind; kinds without a job count zero. */
export async function measurePgBossJobs(em: SqlEntityManager): Promise<MeasuredJobs[]> {
  const rows = await em.getConnection().execute<Row[]>(`
    select case when name = '${FAILED_JOBS}' then data->>'name' else name end as kind,
      (count(*) filter (where name <> '${FAILED_JOBS}' and state < 'active'))::int as waiting,
      (count(*) filter (where state = 'active'))::int as running,
      (count(*) filter (where name = '${FAILED_JOBS}'))::int as failed,
      extract(epoch from now() - min(start_after)
        filter (where name <> '${FAILED_JOBS}' and state < 'active' and start_after <= now()))::float8 as oldest
    from pgboss.job where state < 'completed' group by 1`);
  return JOB_NAMES.map((kind) => {
    const found = rows.find((row) => row.kind === kind);
    return {
      kind,
      waiting: found?.waiting ?? 0,
      running: found?.running ?? 0,
      failed: found?.failed ?? 0,
      oldestDueSeconds: Math.max(0, found?.oldest ?? 0),
    };
  });
}
