import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/sql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DatabaseLocation, openDatabase } from '../../src/database/orm.ts';
import { createClient } from '../support/client.ts';
import { type Audit, audit } from '../support/cluster/audit.ts';
import { startLoad } from '../support/cluster/load.ts';
import { type Cluster, startCluster } from '../support/cluster/start-cluster.ts';
import { endLeases, findJobs } from '../support/jobs-at-rest.ts';
import { type PostgresqlServer, startPostgresql } from '../support/postgresql-server.ts';

/** As many as are asked for: `KILLS=100 npx vitest run --project postgresql test/stories/cluster-kills.pg.test.ts`. */
const KILLS = Number(process.env['KILLS'] ?? 4);
const IS_LONG = process.env['KILLS'] !== undefined;
/** So many statements wait or are read when the first process is killed, and not many fewer later. */
const UNDER_WAY = 200;
const STATEMENTS_PER_KILL = IS_LONG ? 10 : 5;
const GRANTED = 1_000_000;
/** A live worker's heart beats every five seconds. Where there is time, the leases of dead ones run out by themselves. */
const SILENT_SECONDS = IS_LONG ? null : 8;

let postgresql: PostgresqlServer;
let orm: MikroORM;
let cluster: Cluster;
let token: string;
let location: DatabaseLocation;
beforeAll(async () => {
  postgresql = await startPostgresql({ mayHalt: true });
  location = { engine: 'postgresql', url: `${postgresql.url}/excellent_banking` };
  const environment = {
    EXTRACTION_PROCESSES: '2',
    LOG_LEVEL: 'warn',
    RATE_PROCESS: '0',
    RATE_UPLOAD: '0',
    SIGNUP_CREDITS: '0',
  };
  cluster = await startCluster({ databaseUrl: location.url, workers: 0, environment });
  token = await cluster.signIn('ada@example.com', GRANTED);
  orm = await openDatabase(location);
});
afterAll(async () => {
  await cluster.stop();
  await orm.close();
  await postgresql.stop();
});

const ask = async (sql: string): Promise<number> => {
  const [row] = await orm.em.fork().getConnection().execute<{ count: string }[]>(sql);
  return Number(row?.count);
};
const countCompleted = () => ask(`select count(*) as count from files where status = 'completed'`);
const countTakenOver = () => ask(`select count(*) as count from pgboss.job where retry_count > 0`);

async function untilIdle(): Promise<void> {
  const database = { location, orm, close: async () => {} };
  while ((await findJobs(database)).length > 0) {
    if (SILENT_SECONDS !== null) await endLeases(database, SILENT_SECONDS);
    await pause(200);
  }
}

const urls = () => cluster.apis.map(({ url }) => url);
const everythingOnce = (statements: number): Audit => ({
  completed: statements,
  notOnce: [],
  unasked: [],
  unbalancedTransfers: [],
  wrongBalances: [],
  wrongTotals: [],
  available: GRANTED - statements,
  reserved: 0,
  used: statements,
});
const acknowledged: number[] = [];

test(
  `${KILLS} times a process is killed over ${UNDER_WAY} statements under way: each is completed once and paid once`,
  async () => {
    const statements = UNDER_WAY + STATEMENTS_PER_KILL * KILLS;
    let completed = 0;
    const load = startLoad({
      urls: urls(),
      token,
      statements,
      mayContinue: async (submitted) => {
        while (submitted - completed >= UNDER_WAY) await pause(20);
      },
    });
    while (load.acknowledged.size < UNDER_WAY) await Promise.race([load.done, pause(20)]);
    await Promise.all([cluster.addWorker(), cluster.addWorker()]);
    const members = [...cluster.apis, ...cluster.workers];
    const underWay: number[] = [];
    for (let kills = 0; kills < KILLS; kills += 1) {
      while (completed < kills * STATEMENTS_PER_KILL) {
        await Promise.race([load.done, pause(50)]);
        completed = await countCompleted();
      }
      while (!(await members[kills % members.length]?.kill())) await pause(50);
      underWay.push(load.acknowledged.size - (await countCompleted()));
    }
    completed = statements;
    await load.done;
    await untilIdle();

    acknowledged.push(...load.acknowledged.keys());
    expect(acknowledged).toHaveLength(statements);
    expect(await audit(orm, acknowledged)).toEqual(everythingOnce(statements));
    expect(await load.findWrongAnswers()).toEqual([]);
    expect(load.refusals).toEqual([]);
    const takenOver = await countTakenOver();
    expect(takenOver).toBeGreaterThan(0);
    if (IS_LONG) {
      const lives = members.map(({ name, starts }) => `${name} ${starts()}`).join(', ');
      const least = Math.min(...underWay);
      const figures = { statements, lives, brokenCalls: load.brokenCalls(), takenOver, least };
      process.stdout.write(`${JSON.stringify(figures)}\n`);
    }
  },
  120_000 + KILLS * 30_000,
);

test('PostgreSQL is restarted under load: errors while it is away, no wrong answer, and all goes on by itself', async () => {
  const members = [...cluster.apis, ...cluster.workers];
  const startsBefore = members.map(({ starts }) => starts());
  const load = startLoad({ urls: urls(), token, statements: 40 });
  while (load.acknowledged.size < 10) await pause(20);
  await postgresql.halt();
  while (load.refusals.length < 10) await pause(20);
  const [client] = urls().map((url) => createClient(url, token));
  const whileAway = ['/me', '/files/', `/files/${acknowledged[0]}`, '/billing/balance', '/ready', '/health'];
  const statuses = await Promise.all(whileAway.map(async (path) => (await client?.get(path))?.status));
  await postgresql.resume();
  await load.done;
  await untilIdle();

  expect(statuses).toEqual([500, 500, 500, 500, 503, 200]);
  expect(new Set(load.refusals.map(({ status }) => status))).toEqual(new Set([500]));
  acknowledged.push(...load.acknowledged.keys());
  expect(await audit(orm, acknowledged)).toEqual(everythingOnce(acknowledged.length));
  expect(await load.findWrongAnswers()).toEqual([]);
  expect(members.map(({ starts }) => starts())).toEqual(startsBefore);
  for (const { url } of members) expect((await fetch(`${url}/ready`)).status).toBe(200);
}, 180_000);
