import { readFileSync } from 'node:fs';
import { wrap } from '@mikro-orm/core';
import type { Browser } from 'playwright-core';
import { File } from '../../src/domain/file/file.entity.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { openBrowser, picture, sample, signIn, visit } from './browser.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), openBrowser()]);
  const client = await app.signIn('you@example.com');
  for (const name of ['statement.pdf', 'kontoauszug.pdf']) {
    const { id } = await client.upload(readFileSync(sample(name)), name);
    await client.post(`/files/${id}/process`);
    await client.finished(id);
  }
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('two statements become one workbook, and a dashboard says when it is behind', async () => {
  const { page, complaints, close } = await visit(browser, app.url);
  await signIn(page);
  await page.getByRole('link', { name: 'Dashboards', exact: true }).click();
  const hostile = '<b onclick=alert(1)>My year</b>';
  await page.getByLabel('Name').fill(hostile);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { level: 1, name: hostile }).waitFor();
  for (const name of [/^statement\.pdf/, /^kontoauszug\.pdf/]) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Add 2 statements' }).click();
  await page.getByText('Outdated').waitFor();
  await page.getByRole('button', { name: 'Build the workbook' }).click();
  await page.getByText('Up to date').waitFor();
  await picture(page, 'dashboard');
  const downloaded = async (click: () => Promise<void>): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await click();
    return readFileSync(await (await download).path());
  };
  const workbook = await downloaded(() => page.getByRole('button', { name: 'Excel', exact: true }).click());
  expect(workbook.subarray(0, 2).toString()).toBe('PK');
  const choose = async (name: string) => {
    await page.locator('summary').first().click();
    await page.getByRole('button', { name, exact: true }).click();
  };
  const csv = await downloaded(() => choose('Download CSV'));
  expect(csv.toString()).toMatch(/^Date,/);
  expect(await downloaded(() => choose('Download CSV for Excel'))).toEqual(
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv]),
  );

  await page.getByRole('button', { name: 'Take kontoauszug.pdf out' }).click();
  await page.getByText('Outdated').waitFor();
  await choose('Delete…');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dashboards' }).waitFor();
  expect(await page.getByText('My year').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('what is typed into a new dashboard outlasts whatever the page learns meanwhile', async () => {
  const { page, complaints, close } = await visit(browser, app.url);
  await signIn(page);
  const list = Promise.withResolvers<void>();
  const creation = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    const query = String(route.request().postData());
    if (query.includes('dashboards(')) await list.promise;
    if (!query.includes('createDashboard')) return route.continue();
    await creation.promise;
    return route.abort();
  });
  await page.goto(`${app.url}/#/dashboards`);
  const name = page.getByLabel('Name');
  await name.fill('My year');
  await page.getByLabel('Description').fill('For the accountant');
  const listed = page.waitForResponse((answer) => String(answer.request().postData()).includes('dashboards('));
  list.resolve();
  await (await listed).finished();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Create', disabled: true }).waitFor();
  expect(await name.inputValue()).toBe('My year');
  creation.resolve();
  await page.getByRole('alert').waitFor();
  expect(await name.inputValue()).toBe('My year');
  expect(await page.getByLabel('Description').inputValue()).toBe('For the accountant');
  expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([]);
  await close();
});

test('who has many statements finds the one to add by its name, and sees all that are in a dashboard', async () => {
  const em = app.database.orm.em.fork();
  const [read] = await em.find(File, { filename: 'statement.pdf' });
  if (!read) throw new Error('Nothing was read');
  const { id: _, ...copied } = wrap(read).toPOJO();
  const names = Array.from({ length: 45 }, (__, index) => `month ${String(index + 1).padStart(2, '0')}.pdf`);
  await em.insertMany(
    File,
    names.map((filename) => ({ ...copied, filename })),
  );

  const { page, complaints, close } = await visit(browser, app.url);
  await signIn(page);
  await page.goto(`${app.url}/#/dashboards`);
  await page.getByLabel('Name').fill('Years');
  await page.getByRole('button', { name: 'Create' }).click();
  const candidates = page.getByRole('group', { name: 'Statements to add' }).getByRole('checkbox');
  await candidates.first().waitFor();
  expect(await candidates.count()).toBe(20);
  await page.getByLabel('Find by name').fill('MONTH 0');
  await expect.poll(() => candidates.count()).toBe(9);
  for (let index = 0; index < 9; index += 1) await candidates.nth(index).check();
  await page.getByLabel('Find by name').fill('nothing of that name');
  await page.getByText('No statement of that name is left to add.').waitFor();
  await page.getByLabel('Find by name').fill('');
  await expect.poll(() => candidates.count()).toBe(20);
  await page.getByRole('button', { name: 'Show more statements to add' }).click();
  await expect.poll(() => candidates.count()).toBe(40);
  for (let index = 0; index < 15; index += 1) await candidates.nth(index).check();
  await picture(page, 'dashboard-candidates');
  await page.getByRole('button', { name: 'Add 24 statements' }).click();
  const members = page.getByRole('button', { name: /^Take .* out$/ });
  await expect.poll(() => members.count()).toBe(20);
  await page.getByRole('button', { name: 'Show more statements in it' }).click();
  await expect.poll(() => members.count()).toBe(24);
  await members.last().click();
  await expect.poll(() => members.count()).toBe(23);
  expect(await page.getByRole('heading', { name: 'Statements in it 23' }).count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});
