import Database from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Dashboard } from '../../src/domain/dashboard/dashboard.entity.ts';
import { queueBuild } from '../../src/domain/dashboard/queue-build.ts';
import { File } from '../../src/domain/file/file.entity.ts';
import { findOwnFile } from '../../src/domain/file/find-own-file.ts';
import { listFiles } from '../../src/domain/file/list-files.ts';
import { beginReading, queueReading } from '../../src/domain/file/queue-reading.ts';
import { listUsage } from '../../src/domain/usage/list-usage.ts';
import { summarizeUsage } from '../../src/domain/usage/summarize-usage.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { createEmbeddedQueue } from '../../src/jobs/embedded-queue.ts';
import { fillAccount } from '../support/scale/fill-account.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { createTestServices } from '../support/test-services.ts';

let database: TestDatabase;
const ada = { userId: 0 };
const FILES = 20_000;
beforeAll(async () => {
  database = await createTestDatabase();
  const who = { clerkUserId: 'ada', email: null, firstName: null, lastName: null };
  ada.userId = (await registerUser(createTestServices(database), who)).id;
  await fillAccount(database.orm.em.fork(), ada.userId, { files: FILES });
  await fillDashboards();
});
afterAll(() => database.close());

const em = () => database.orm.em.fork();

async function fillDashboards(): Promise<void> {
  const now = database.location.engine === 'sqlite' ? '0' : 'now()';
  await em().execute(`insert into dashboards (id, user_id, name, created_at, updated_at)
    select id, user_id, filename, ${now}, ${now} from files`);
  await em().execute('analyze dashboards');
}

/** How the engine does what a call asks of it: the plans of all its statements, as one text. */
async function planOf(call: () => Promise<unknown>): Promise<string> {
  const asked = new Set<string>();
  const note = (statement: unknown): void => {
    const text = typeof statement === 'string' ? statement : (statement as { text?: string } | null)?.text;
    if (text && /^\s*(select|update|delete)/i.test(text)) asked.add(text);
  };
  const spies = [
    vi.spyOn(Database.prototype, 'prepare').mockImplementation(function prepare(this: unknown, sql: string) {
      note(sql);
      return original.prepare.call(this as Database.Database, sql);
    }),
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function query(this: pg.Client, ...args: unknown[]) {
      note(args[0]);
      return Reflect.apply(original.query, this, args);
    }),
  ];
  try {
    await call();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  expect(asked.size).toBeGreaterThan(0);
  const plans = await Promise.all([...asked].map(explain));
  return plans.join('\n');
}
const original = { prepare: Database.prototype.prepare, query: pg.Client.prototype.query };

async function explain(statement: string): Promise<string> {
  const connection = em().getConnection();
  if (database.location.engine === 'sqlite') {
    const plan: { detail: string }[] = await connection.execute(
      `explain query plan ${statement.replaceAll('?', 'null')}`,
    );
    return plan.map(({ detail }) => detail).join('\n');
  }
  const plan: Record<string, string>[] = await connection.execute(
    `explain ${statement.replaceAll(/\$\d+/g, `'${FILES - 5}'`)}`,
  );
  return plan.map((line) => line['QUERY PLAN']).join('\n');
}

const WALKS =
  /Seq Scan on (?:files|usage_records|usage_totals|dashboards)|^SCAN (?!CONSTANT ROW|seen|\(?SUBQUERY)(?!.*USING (?:COVERING )?INDEX)/m;
const SORTS = /TEMP B-TREE|\bSort\b/;

const BOUNDS = { all: 5, perUser: 5 };
const begin = () =>
  em().transactional(async (tx) => {
    const file = await tx.findOneOrFail(File, { id: FILES });
    const queue = createEmbeddedQueue({ orm: database.orm, clock: () => new Date() });
    const services = createTestServices(database, { queue });
    const settings = { ...services.settings, queueBounds: BOUNDS };
    await queueReading({ em: tx, queue, settings }, file, { fileId: file.id, run: 1 });
  });
const build = () =>
  em().transactional(async (tx) => {
    const dashboard = await tx.findOneOrFail(Dashboard, { id: FILES });
    const services = createTestServices(database);
    await queueBuild({ ...services, em: tx, settings: { ...services.settings, queueBounds: BOUNDS } }, dashboard);
  });
const claim = () => createEmbeddedQueue({ orm: database.orm, clock: () => new Date() }).claim(['process-file']);

test.each<[string, () => Promise<unknown>]>([
  ['the first page of files', () => listFiles(em(), ada, { limit: 20 })],
  ['the first page of a status', () => listFiles(em(), ada, { limit: 20, status: 'pending' })],
  ['a page of files far behind, by its cursor', () => listFiles(em(), ada, { limit: 20, before: 100 })],
  ['one file', () => findOwnFile(em(), ada, 77)],
  ['the first page of usage', () => listUsage(em(), ada, { limit: 20 })],
  ['a page of usage far behind, by its cursor', () => listUsage(em(), ada, { limit: 20, before: 100 })],
  ['the summary of usage', () => summarizeUsage(em(), ada)],
  ['a place in the queue', begin],
  ['a place in the queue of dashboards', build],
  ['the next job', claim],
  ['the beginning of a reading', () => beginReading(em(), { fileId: FILES, run: 1 })],
])('%s is found by an index: no table is walked through, nothing is sorted', async (_what, call) => {
  const plan = await planOf(call);
  expect(plan).not.toMatch(WALKS);
  expect(plan).not.toMatch(SORTS);
  expect(plan).toMatch(/USING (?:COVERING )?(?:INDEX|INTEGER PRIMARY KEY)|Index (?:Only )?Scan/);
});

test('what no index serves would be noticed', async () => {
  const plan = await planOf(() => em().find(File, { filename: 'a.pdf' }, { orderBy: { fileSize: 'asc' } }));
  expect(plan).toMatch(WALKS);
  expect(plan).toMatch(SORTS);
});
