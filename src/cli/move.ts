import { parseArgs } from 'node:util';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { systemClock } from '../clock.ts';
import { DEFAULT_DATABASE_LIMITS } from '../database/database-limits.ts';
import { moveToPostgresql } from '../database/move/move-to-postgresql.ts';
import { openSqliteSource, type SourceRow } from '../database/move/sqlite-source.ts';
import { openMigrated } from '../database/orm.ts';
import { JOB_NAMES } from '../jobs/queue.ts';
import { openPgBossQueue, type PgBossQueue } from '../jobs/pg-boss-queue.ts';

const USAGE = `Usage: npm run move -- --from sqlite:<path> --to postgres://<user>@<host>/<database>
A password need not be in the URL: PGPASSWORD is read, too.`;

/** Moves everything from a SQLite file to an empty PostgreSQL database, or nothing. */
async function main(): Promise<void> {
  const { path, url } = readArguments(process.argv.slice(2));
  const source = openSqliteSource(path);
  try {
    const orm = await openMigrated({ engine: 'postgresql', url });
    const onError = (error: unknown) => process.stderr.write(`${describe(error)}\n`);
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

function readArguments(args: string[]): { path: string; url: string } {
  const { values } = parseArgs({ args, options: { from: { type: 'string' }, to: { type: 'string' } } });
  const path = /^(?:sqlite|file):(?:\/\/)?(.+)$/.exec(values.from ?? '')?.[1];
  const url = /^postgres(?:ql)?:\/\/./.test(values.to ?? '') ? values.to : undefined;
  if (!path || !url || !URL.canParse(url)) throw new Error(USAGE);
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

/** Where nobody answers at any of a host's addresses, the error has no words of its own. */
const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
};

main().catch((error: unknown) => {
  process.stderr.write(`Nothing was moved. ${describe(error)}\n`);
  process.exitCode = 1;
});
