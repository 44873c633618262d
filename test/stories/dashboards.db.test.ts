import { Buffer } from 'node:buffer';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSample } from '../support/a-statement.ts';
import type { Client } from '../support/client.ts';
import { openHouse } from '../support/open-house.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openHouse();
});
afterAll(() => app.stop());

type DashboardAnswer = { id: number; status: string; file_count: number };

const upToDate = async (client: Client, id: number): Promise<DashboardAnswer> => {
  for (;;) {
    const dashboard = (await client.get(`/dashboards/${id}`)).body as DashboardAnswer;
    if (dashboard.status === 'up_to_date') return dashboard;
    await pause(20);
  }
};

const rowsOf = async (client: Client, id: number): Promise<number> => {
  const csv = Buffer.from(await client.download(`/dashboards/${id}/download?format=csv`)).toString();
  return csv.trimEnd().split('\r\n').length - 1;
};

test('two statements become one workbook, which is told outdated when one of them is processed again', async () => {
  const ada = await app.signIn('ada@example.com', 100);
  const [first, second] = [aSample('releve-de-compte'), aSample('kontoauszug')];
  const files = [await ada.upload(first.pdf, 'first.pdf'), await ada.upload(second.pdf, 'second.pdf')];
  const [one = 0, two = 0] = files.map(({ id }) => id);
  for (const id of [one, two]) {
    await ada.post(`/files/${id}/process`);
    expect(await ada.finished(id)).toMatchObject({ status: 'completed' });
  }
  const { id } = (await ada.post('/dashboards/', { name: 'Both' })).body as DashboardAnswer;
  await ada.post(`/dashboards/${id}/files`, { file_ids: [one, two] });
  expect(await ada.post(`/dashboards/${id}/reprocess`)).toMatchObject({ status: 200, body: { status: 'outdated' } });
  expect(await upToDate(ada, id)).toMatchObject({ file_count: 2 });

  expect(await rowsOf(ada, id)).toBe(first.truth.transactions.length + second.truth.transactions.length);
  const workbook = Buffer.from(await ada.download(`/dashboards/${id}/download`));
  expect(workbook.subarray(0, 2).toString()).toBe('PK');
  const link = (await ada.get(`/dashboards/${id}/download-url?format=json`)).body as Record<string, string>;
  expect(link['filename']).toBe('Both.json');
  expect((await fetch(link['download_url'] ?? '')).status).toBe(200);

  await ada.post(`/files/${one}/process?force=true`);
  await ada.finished(one);
  expect((await ada.get(`/dashboards/${id}`)).body).toMatchObject({ status: 'outdated' });
  expect((await ada.get(`/dashboards/${id}/download`)).status).toBe(200);

  await ada.delete(`/files/${one}`);
  await ada.post(`/dashboards/${id}/reprocess`);
  await upToDate(ada, id);
  expect(await rowsOf(ada, id)).toBe(second.truth.transactions.length);
  // Rebuilding is free: only the three readings were paid.
  expect((await ada.get('/usage/')).body).toHaveLength(3);
});

test('a rebuild can be watched', async () => {
  const ben = await app.signIn('ben@example.com', 100);
  const { id: file } = await ben.upload(aSample('releve-de-compte').pdf);
  await ben.post(`/files/${file}/process`);
  await ben.finished(file);
  const { id } = (await ben.post('/dashboards/', { name: 'Watched' })).body as DashboardAnswer;
  await ben.post(`/dashboards/${id}/files`, { file_ids: [file] });
  await ben.post(`/dashboards/${id}/reprocess`);
  const query = `subscription { dashboardProgress(id: "${id}") { status rebuilding progress } }`;
  const response = await fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${ben.token}`,
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
    },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  expect(text).toContain('{"status":"UP_TO_DATE","rebuilding":false,"progress":100}');
  expect(text.trimEnd()).toMatch(/event: complete/);
});
