import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';
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

test('a session that has ended leads to the sign-in, and from there on', async () => {
  const { page, close } = await visit(browser, app.url);
  await signIn(page);
  await page.evaluate(() => sessionStorage.setItem('excellent-banking.token', 'worn.out.token'));
  await page.reload();
  await page.getByRole('alert').getByText('Your session has ended. Please sign in again.').waitFor();
  await signIn(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in on this machine' }).waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await close();
});

test('a server that is away is waited for: nothing is lost, and another attempt works', async () => {
  const { page, close } = await visit(browser, app.url);
  await signIn(page);
  await page.getByText('No statements yet.').waitFor();
  await page.context().setOffline(true);
  await drop(page, fromDisk(sample('statement.pdf')));
  const card = page.getByRole('region', { name: 'Uploads' }).getByRole('listitem');
  await card.getByText(/The server cannot be reached/).waitFor();
  await picture(page, 'server-away');
  await page.context().setOffline(false);
  await card.getByRole('button', { name: 'Try again' }).click();
  await card.getByText('Reconciled').waitFor();
  expect(await page.getByRole('link', { name: 'statement.pdf' }).count()).toBe(1);
  await close();
});

test('the same statement twice is noticed, several at once are taken, and one more run says its price', async () => {
  const { page, complaints, close } = await visit(browser, app.url);
  await signIn(page);
  await page.getByRole('link', { name: 'statement.pdf' }).waitFor();
  await drop(
    page,
    fromDisk(sample('statement.pdf')),
    fromDisk(sample('kontoauszug.pdf')),
    fromDisk(sample('releve-de-compte.pdf')),
  );
  const cards = page.getByRole('region', { name: 'Uploads' }).getByRole('listitem');
  await cards.filter({ hasText: 'You already have a statement of this name and size.' }).waitFor();
  await cards.filter({ hasText: 'kontoauszug.pdf' }).getByText('Reconciled').waitFor();
  await cards.filter({ hasText: 'releve-de-compte.pdf' }).getByText('Reconciled').waitFor();

  const row = page.locator('.file').filter({ hasText: 'kontoauszug.pdf' });
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Process again…' }).click();
  const question = page.getByRole('dialog', { name: 'Process again?' });
  expect(await question.textContent()).toMatch(/charged again: \d credits?/);
  await question.getByRole('button', { name: /^Process for \d credits?$/ }).click();
  await row.getByText('Reconciled').waitFor();

  await row.locator('summary').click();
  const download = page.waitForEvent('download');
  await row.getByRole('button', { name: 'Download CSV', exact: true }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/date/i);
  expect(complaints).toEqual([]);
  await close();
});
