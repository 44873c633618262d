import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { openWorkbook } from '../support/workbook/open-workbook.ts';
import { drop, fromDisk, openBrowser, picture, sample, signIn, visit } from './browser.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('a statement is dropped, watched, judged and taken home as a workbook', async () => {
  const { page, complaints, close } = await visit(browser, app.url);
  await picture(page, 'sign-in');
  await signIn(page);
  const progress = page.getByRole('progressbar').first().waitFor();
  await drop(page, fromDisk(sample('statement.pdf')));
  await progress;
  const card = page.getByRole('region', { name: 'Uploads' }).getByRole('listitem');
  await card.getByText('Reconciled').waitFor();
  await picture(page, 'uploaded');

  const download = page.waitForEvent('download');
  await card.getByRole('button', { name: 'Excel' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('statement.xlsx');
  const workbook = openWorkbook(readFileSync(await file.path()));
  expect(workbook.table.columns).toContain('Amount');
  expect(complaints).toEqual([]);
  await close();
});

test('a name made to harm is only a name, and bytes that are no statement are refused in words', async () => {
  const { page, complaints, close } = await visit(browser, app.url);
  await signIn(page);
  const harmful = '<img src=x onerror="document.title=1">.pdf';
  const turned = 'paid\u202Efdp.exe';
  const long = `${'ä'.repeat(300)}.pdf`;
  const noPdf = new TextEncoder().encode('This is no statement.');
  await drop(page, ...[harmful, turned, long].map((name) => ({ name, bytes: noPdf })));
  const cards = page.getByRole('region', { name: 'Uploads' }).getByRole('listitem');
  for (const card of await cards.all()) await card.getByText(/not a format we know/).waitFor();
  const names = await cards.locator('.name').allTextContents();
  expect(names).toEqual([harmful, 'paidfdp.exe', `${'ä'.repeat(234)}…${'ä'.repeat(16)}.pdf`]);
  expect(await page.title()).toBe('Statements · Excellent Banking');
  // Nothing of what was refused is left behind.
  await page.reload();
  await page
    .getByText(/^Your statements/)
    .or(page.getByText('No statements yet.'))
    .first()
    .waitFor();
  expect(await page.getByText('onerror').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});
