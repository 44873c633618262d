import { Buffer } from 'node:buffer';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebhookEvent } from '../../src/domain/webhook/webhook-event.entity.ts';
import { aSample } from '../support/a-statement.ts';
import { type Client, createClient } from '../support/client.ts';
import { type Cluster, startCluster } from '../support/cluster/start-cluster.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { watchFile } from '../support/watch-file.ts';
import { post } from '../support/webhooks/post.ts';
import { CLERK_SECRET, sendAsClerk } from '../support/webhooks/senders.ts';

let database: TestDatabase;
let cluster: Cluster;
beforeAll(async () => {
  database = await createTestDatabase();
  if (database.location.engine !== 'postgresql') throw new Error('This is a story about PostgreSQL');
  const environment = { CLERK_WEBHOOK_SECRET: CLERK_SECRET };
  cluster = await startCluster({ databaseUrl: database.location.url, environment });
});
afterAll(async () => {
  await cluster.stop();
  await database.close();
});

/** The same user at both of the servers. */
async function signIn(email: string): Promise<[Client, Client]> {
  const token = await cluster.signIn(email);
  const [one, two] = cluster.apis.map(({ url }) => createClient(url, token));
  if (!one || !two) throw new Error('Two servers are expected');
  return [one, two];
}

const { pdf, truth } = aSample('statement');

test('a statement goes straight to the store, is asked for at one server and watched at the other', async () => {
  const [one, two] = await signIn('ada@example.com');
  const { id, uploadUrl } = await one.upload(pdf);
  expect(new URL(uploadUrl).origin).toBe(cluster.s3Url);

  const { seen: watched } = await watchFile(two, id);
  expect((await one.post(`/files/${id}/process`)).status).toBe(200);
  const seen = await watched;
  expect(seen.at(0)).toMatchObject({ status: 'PENDING' });
  expect(seen.at(-1)).toEqual({ status: 'COMPLETED', progress: 100 });
  const steps = seen.map(({ progress }) => progress);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));

  const link = (await one.get(`/files/${id}/download-url`)).body as Record<string, string>;
  expect(new URL(link['download_url'] ?? '').origin).toBe(cluster.s3Url);
  const workbooks = [
    await (await fetch(link['download_url'] ?? '')).arrayBuffer(),
    await two.download(`/files/${id}/download`),
  ];
  for (const workbook of workbooks) {
    expect(await readSheet(Buffer.from(workbook as ArrayBuffer), 'Transactions')).toHaveLength(
      truth.transactions.length + 1,
    );
  }
  for (const client of [one, two]) {
    expect((await client.get('/billing/balance')).body).toEqual({ credits: 8, reserved: 0 });
  }
});

test('a dashboard that is built on word of one server is up to date at the other', async () => {
  const [one, two] = await signIn('ben@example.com');
  const { id: file } = await one.upload(pdf);
  await two.post(`/files/${file}/process`);
  expect(await one.finished(file)).toMatchObject({ status: 'completed' });
  const { id } = (await two.post('/dashboards/', { name: 'Mine' })).body as { id: number };
  await one.post(`/dashboards/${id}/files`, { file_ids: [file] });
  expect((await one.post(`/dashboards/${id}/reprocess`)).status).toBe(200);
  await vi.waitFor(
    async () => expect((await two.get(`/dashboards/${id}`)).body).toMatchObject({ status: 'up_to_date' }),
    LIMIT,
  );
  const csv = Buffer.from(await two.download(`/dashboards/${id}/download?format=csv`)).toString();
  expect(csv.trimEnd().split('\r\n')).toHaveLength(truth.transactions.length + 1);
});

test('a file that is deleted at one server is gone from the other, and from the store', async () => {
  const [one, two] = await signIn('cleo@example.com');
  const { id } = await one.upload(pdf);
  await one.post(`/files/${id}/process`);
  await two.finished(id);
  const links = ['original', 'xlsx', 'csv'].map(async (format) => {
    const { body } = await one.get(`/files/${id}/download-url?format=${format}`);
    return (body as { download_url: string }).download_url;
  });
  const urls = await Promise.all(links);
  expect(await statusesOf(urls)).toEqual([200, 200, 200]);

  expect((await two.delete(`/files/${id}`)).status).toBe(200);
  expect((await one.get(`/files/${id}`)).status).toBe(404);
  await vi.waitFor(async () => expect(await statusesOf(urls)).toEqual([404, 404, 404]), LIMIT);
  expect((await one.get('/usage/summary')).body).toMatchObject({ total_files: 1, total_pages: 2 });
});

test('a webhook is taken by a server and applied by a worker', async () => {
  const data = { id: 'user_dan', first_name: 'Dan', updated_at: 1_772_366_400_000 };
  const sent = sendAsClerk('msg_dan', { type: 'user.created', object: 'event', data });
  const deliveries = await Promise.all(cluster.apis.map(({ url }) => post(url, '/webhooks/clerk', sent)));
  expect(deliveries.map(({ status }) => status)).toEqual([200, 200]);
  await vi.waitFor(async () => {
    const events = await database.orm.em.fork().find(WebhookEvent, {});
    expect(events).toMatchObject([{ status: 'applied' }]);
  }, LIMIT);
  const applied = /"name":"apply-webhook".*"msg":"Job done"/;
  await vi.waitFor(() => expect(cluster.workers.filter(({ output }) => applied.test(output()))).toHaveLength(1), LIMIT);
  for (const { output } of cluster.apis) expect(output()).not.toContain('"msg":"Job done"');
});

const LIMIT = { timeout: 30_000, interval: 50 };

const statusesOf = (urls: string[]): Promise<number[]> =>
  Promise.all(urls.map(async (url) => (await fetch(url)).status));
