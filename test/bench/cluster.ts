import { setTimeout as pause } from 'node:timers/promises';
import { availableParallelism } from 'node:os';
import { openDatabase } from '../../src/database/orm.ts';
import { startLoad } from '../support/cluster/load.ts';
import { startCluster } from '../support/cluster/start-cluster.ts';
import { startPostgresql } from '../support/postgresql-server.ts';

/**
 * Statements a minute that one worker and two complete, each reading one at a time. All of them wait in the queue before
 * a worker starts, and the first ones, which warm the workers up, are not counted.
 */
const STATEMENTS = Number(process.env['STATEMENTS'] ?? 200);
const WARM_UP = 0.2;

const postgresql = await startPostgresql();
try {
  const one = await statementsAMinute(1);
  const two = await statementsAMinute(2);
  console.table({ '1 worker': { 'statements a minute': one }, '2 workers': { 'statements a minute': two } });
  const ratio = (two / one).toFixed(2);
  console.log(`Two workers do ${ratio} times the work of one, on ${availableParallelism()} processors.`);
} finally {
  await postgresql.stop();
}
process.exit();

async function statementsAMinute(workers: number): Promise<number> {
  const databaseUrl = `${postgresql.url}/workers_${workers}`;
  const environment = { EXTRACTION_PROCESSES: '1', LOG_LEVEL: 'error', RATE_PROCESS: '0', RATE_UPLOAD: '0' };
  const cluster = await startCluster({ databaseUrl, apis: 1, workers: 0, environment });
  const orm = await openDatabase({ engine: 'postgresql', url: databaseUrl });
  try {
    const token = await cluster.signIn('bench@example.com', STATEMENTS);
    await startLoad({ urls: cluster.apis.map(({ url }) => url), token, statements: STATEMENTS }).done;
    await Promise.all(Array.from({ length: workers }, () => cluster.addWorker()));
    for (;;) {
      const rows = await orm.em
        .fork()
        .getConnection()
        .execute<{ at: Date }[]>(
          `select processed_at as at from files where status = 'completed' order by processed_at`,
        );
      if (rows.length === STATEMENTS) return rateOf(rows.map(({ at }) => new Date(at).getTime()));
      await pause(500);
    }
  } finally {
    await orm.close();
    await cluster.stop();
  }
}

/** Completions a minute, from their times in milliseconds. */
function rateOf(times: number[]): number {
  const counted = times.slice(Math.floor(times.length * WARM_UP));
  const [first = 0, last = 0] = [counted.at(0), counted.at(-1)];
  return Math.round(((counted.length - 1) / (last - first)) * 60_000);
}
