import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { openBrowser, sample, signIn, visit } from './browser.ts';
import { findFaintText, findNameless } from './findings.ts';

let app: TestApp;
let browser: Browser;
let fileId: number;
let dashboardId: number;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), openBrowser()]);
  const client = await app.signIn('you@example.com');
  ({ id: fileId } = await client.upload(readFileSync(sample('does-not-add-up.pdf')), 'does-not-add-up.pdf'));
  await client.post(`/files/${fileId}/process`);
  await client.finished(fileId);
  const { body } = await client.post('/dashboards/', { name: 'Household', description: 'Ours' });
  dashboardId = (body as { id: number }).id;
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const goTo = async (page: Page, place: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
};

const places = () => [
  '#/statements',
  `#/statements/${fileId}`,
  '#/dashboards',
  `#/dashboards/${dashboardId}`,
  '#/credits',
];

test.each(['light', 'dark'] as const)('every control has a name and every text can be read, in %s', async (scheme) => {
  const { page, close } = await visit(browser, app.url, { scheme });
  const found = { 'the sign-in': [...(await findNameless(page)), ...(await findFaintText(page))] };
  await signIn(page);
  for (const place of places()) {
    await goTo(page, place);
    Object.assign(found, { [place]: [...(await findNameless(page)), ...(await findFaintText(page))] });
  }
  await goTo(page, `#/statements/${fileId}`);
  for (const tab of [/^Checks/, /^Charts/]) {
    await page.getByRole('tab', { name: tab }).click();
    Object.assign(found, { [tab.source]: [...(await findNameless(page)), ...(await findFaintText(page))] });
  }
  const empty = Object.fromEntries(Object.keys(found).map((place) => [place, []]));
  expect(found).toEqual(empty);
  await close();
});

test('the page has landmarks, one heading of the first level, and tables with captions and scopes', async () => {
  const { page, close } = await visit(browser, app.url);
  await signIn(page);
  for (const place of places()) {
    await goTo(page, place);
    expect(await page.getByRole('banner').count()).toBe(1);
    expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(1);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.locator('table:not(:has(caption)), th:not([scope])').count()).toBe(0);
  }
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await close();
});

test('the keyboard alone reaches everything, in the order of reading, and sees where it is', async () => {
  const { page, close } = await visit(browser, app.url);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Sign in on this machine');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'does-not-add-up.pdf' }).waitFor();
  await page.evaluate(() => document.body.focus());
  const order: string[] = [];
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused(page));
  }
  expect(order.filter((name, n) => name !== order[n - 1])).toEqual(
    expect.arrayContaining(['Statements', 'Dashboards', 'Credits', 'Sign out', 'Choose files…', 'does-not-add-up.pdf']),
  );
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  expect(outline).toBe('solid');

  // The menu opens, closes by Escape and gives the focus back; the question before a deletion says no by Escape.
  const menu = page.locator('summary').first();
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Delete…' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Delete…' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('dialog', { name: 'Delete this statement?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await page.getByRole('link', { name: 'does-not-add-up.pdf' }).count()).toBe(1);
  await close();
});

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });

test('the two searches find what they look for', async () => {
  const page = await browser.newPage();
  await page.setContent(
    '<p style="color: #999">faint</p><p style="color: #666">good</p><div style="background: #000"><p>dark</p></div>' +
      '<button></button><button>named</button><label>labelled <input></label><input id="lonely">',
  );
  expect(await findFaintText(page)).toEqual(['2.85 faint', '1.00 dark']);
  expect(await findNameless(page)).toEqual(['<button></button>', '<input id="lonely">']);
  await page.close();
});
