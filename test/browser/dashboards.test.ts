import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
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
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Excel' }).click();
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  await page.getByRole('button', { name: 'Take kontoauszug.pdf out' }).click();
  await page.getByText('Outdated').waitFor();
  await page.getByText('More for').or(page.locator('summary')).first().click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dashboards' }).waitFor();
  expect(await page.getByText('My year').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});
