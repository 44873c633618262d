import type { Browser, Page } from 'playwright-core';
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

const openStatement = async (page: Page, name: string): Promise<void> => {
  await signIn(page);
  const open = page.getByRole('link', { name, exact: true });
  await page.getByText('No statements yet.').or(open).first().waitFor();
  if ((await open.count()) === 0) {
    await drop(page, fromDisk(sample(name)));
    await page.getByRole('link', { name: 'See the rows' }).click();
  } else {
    await open.click();
  }
  await page.locator('canvas[aria-busy="false"]').waitFor();
};

/** How many pixels of the canvas are not white. */
const inkOn = (page: Page): Promise<number> =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) ink += 1;
    return ink;
  });

test('a row that does not add up is marked in the table and on the page it came from', async () => {
  const { page, complaints, close } = await visit(browser, app.url);
  await openStatement(page, 'does-not-add-up.pdf');
  await page.getByText('Does not add up').first().waitFor();
  expect(await inkOn(page)).toBeGreaterThan(1000);

  await page.getByRole('button', { name: 'Next row to look at' }).click();
  const row = page.getByRole('row').filter({ has: page.locator('[aria-pressed="true"]') });
  expect(await row.textContent()).toContain('Its balance does not follow from the row before');
  const mark = await page.locator('.row-mark.on').boundingBox();
  const paper = await page.locator('.paper').boundingBox();
  if (!mark || !paper) throw new Error('No area is marked');
  expect(mark.height).toBeGreaterThan(4);
  expect(mark.width).toBeGreaterThan(paper.width / 2);
  expect(mark.y).toBeGreaterThan(paper.y + paper.height * 0.3);
  await picture(page, 'rows');

  // By keyboard alone: from row to row, then to the checks and the charts.
  await row.getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('tr.on').textContent()).toContain('18 Apr 2018');
  await page.getByRole('tab', { name: /^Rows/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tabpanel', { name: /Checks/ }).waitFor();
  const failed = page.getByRole('row', { name: /Running balance/ });
  expect(await failed.textContent()).toMatch(/8,184\.03.*8,184\.93.*Failed/s);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('img', { name: /^Balance from 7,605\.01 on 2 Apr 2018 to 10,218\.10/ }).waitFor();
  await page.getByRole('rowheader', { name: /Telephone and internet/ }).waitFor();
  await picture(page, 'charts');
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  { scheme: 'light', width: 360 },
  { scheme: 'dark', width: 360 },
  { scheme: 'dark', width: 1280 },
] as const)('everything fits and is there in $scheme at $width pixels', async ({ scheme, width }) => {
  const { page, complaints, close } = await visit(browser, app.url, { scheme, width, height: 780 });
  await openStatement(page, 'does-not-add-up.pdf');
  for (const tab of [/^Rows/, /^Checks/, /^Charts/]) {
    await page.getByRole('tab', { name: tab }).click();
    await picture(
      page,
      `statement-${scheme}-${width}-${await page.getByRole('tab', { name: tab }).getAttribute('id')}`,
    );
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ tab, sideways }).toEqual({ tab, sideways: 0 });
  }
  await page.getByRole('link', { name: 'All statements' }).click();
  await page.getByRole('heading', { name: /Your statements/ }).waitFor();
  await picture(page, `statements-${scheme}-${width}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});
