import type { SqlEntityManager } from '@mikro-orm/sql';
import { systemClock } from '../clock.ts';
import { DEFAULT_DATABASE_LIMITS } from '../database/database-limits.ts';
import { moveToPostgresql } from '../database/move/move-to-postgresql.ts';
import { openSqliteSource, type SourceRow } from '../database/move/sqlite-source.ts';
import { openMigrated } from '../database/orm.ts';
import { JOB_NAMES } from '../jobs/queue.ts';
import { openPgBossQueue, type PgBossQueue } from '../jobs/pg-boss-queue.ts';
import { inWords, Misused, runTool } from './run-tool.ts';

const USAGE = `npm run move -- --from sqlite:<path> --to postgres://<user>@<host>/<database>
A password need not be in the URL: PGPASSWORD is read, too.`;

/** Moves everything from a SQLite file to an empty PostgreSQL database, or nothing. */
async function main({ path, url }: Way): Promise<void> {
  const source = openSqliteSource(path);
  try {
    const orm = await openMigrated({ engine: 'postgresql', url });
    const onError = (error: unknown) => process.stderr.write(`${inWords(error)}\n`);
    try {
      const wakeUp = { notifySql: "select pg_notify('jobs', '')", onNotified: () => undefined };
      const queue = await openPgBossQueue({
        orm,
        url,
        limits: DEFAULT_DATABASE_LIMITS,
        clock: systemClock,
        wakeUp,
        onError,
      });
      const hasJobs = async () => (await queue.measure()).some((of) => of.waiting + of.running + of.failed > 0);
      const onTable = (name: string, rows: number) => process.stdout.write(`${name}: ${rows}\n`);
      await moveToPostgresql(source, { orm, hasJobs, adoptJob: adoptBy(queue), onTable }).finally(queue.close);
    } finally {
      await orm.close();
    }
  } finally {
    source.close();
  }
  process.stdout.write(
    'All of it has arrived: rows, credits and usage were counted on both sides. The file is as it was.\n',
  );
}

type Way = { path: string; url: string };

function readArguments(values: { from?: string; to?: string }): Way {
  const path = /^(?:sqlite|file):(?:\/\/)?(.+)$/.exec(values.from ?? '')?.[1];
  const url = /^postgres(?:ql)?:\/\/./.test(values.to ?? '') ? values.to : undefined;
  if (!path || !url || !URL.canParse(url)) throw new Misused('It goes from a SQLite file to a PostgreSQL database');
  return { path, url };
}

/** The file's jobs were left by a server that has ended: what was running is due, and has lost no attempt. */
const adoptBy =
  (queue: PgBossQueue) =>
  async (
    em: SqlEntityManager,
    { name: known, payload, state, attempts, deaths, round, run_at: runAt, last_error: error, trace }: SourceRow,
  ) => {
    const name = JOB_NAMES.find((one) => one === known);
    if (!name) throw new Error(`Nothing is known of jobs called ${known}`);
    const waitsUntil = state === 'waiting' && Number(runAt) > systemClock().getTime() ? new Date(Number(runAt)) : null;
    await queue.adopt(em, {
      name,
      payload: JSON.parse(String(payload)),
      attempts: Number(attempts) - (state === 'running' ? 1 : 0),
      deaths: Number(deaths) + (state === 'running' ? 1 : 0),
      lastError: textOrNull(error),
      failed: state === 'failed',
      trace: textOrNull(trace),
      round: Number(round),
      ...(waitsUntil ? { notBefore: waitsUntil } : {}),
    });
  };

const textOrNull = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));

await runTool({
  usage: USAGE,
  options: { from: { type: 'string' }, to: { type: 'string' } },
  main: ({ values }) => main(readArguments(values)),
  failed: 'Nothing was moved. ',
});
