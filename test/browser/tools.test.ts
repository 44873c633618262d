import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { openBrowser, picture, visit } from './browser.ts';

let app: TestApp;
let browser: Browser;
let token: string;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), openBrowser()]);
  token = (await app.signIn('ada@example.com')).token ?? '';
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('the playground opens with the main job in it, and runs an operation with a token', async () => {
  const { page, complaints, close } = await visit(browser, new URL('/graphql', app.url).href, { height: 1000 });
  const editor = page.locator('.graphiql-query-editor');
  for (const name of ['Me', 'RequestUpload', 'ProcessFile', 'Progress']) {
    await editor.getByText(name, { exact: true }).first().waitFor();
  }
  await page.getByRole('button', { name: 'Headers' }).click();
  await page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
  await page.keyboard.insertText(JSON.stringify({ Authorization: `Bearer ${token}` }));
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.getByRole('menuitem', { name: 'Me', exact: true }).click();
  await page.locator('.graphiql-response').getByText('ada@example.com').waitFor();
  await picture(page, 'playground');
  expect(complaints).toEqual([]);
  await close();
});

test('the documentation shows every route, and a call can be tried out', async () => {
  const { page, complaints, close } = await visit(browser, new URL('/docs', app.url).href);
  const document: { paths: Record<string, object> } = await (await fetch(new URL('/openapi.json', app.url))).json();
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  await page.locator('.opblock').first().waitFor();
  const shown = await page
    .locator('.opblock-summary')
    .evaluateAll((blocks) =>
      blocks.map(
        (block) =>
          `${block.querySelector('.opblock-summary-method')?.textContent} ${block.querySelector('.opblock-summary-path')?.getAttribute('data-path')}`,
      ),
    );
  expect(new Set(shown)).toEqual(new Set(routes));
  await picture(page, 'docs');

  await page.getByRole('button', { name: 'Authorize' }).click();
  const field = page.locator('.modal-ux input');
  await field.first().fill(token);
  await page
    .locator('.modal-ux')
    .getByRole('button', { name: 'Apply credentials' })
    .or(page.locator('.modal-ux .authorize'))
    .first()
    .click();
  await page.locator('.modal-ux').getByRole('button', { name: 'Close' }).first().click();
  const me = page.locator('#operations-me-getMe');
  await me.locator('.opblock-summary-control').click();
  await me.getByRole('button', { name: 'Try it out' }).click();
  await me.getByRole('button', { name: 'Execute' }).click();
  await me.locator('.live-responses-table').getByText('ada@example.com').waitFor();
  await picture(page, 'docs-tried');
  expect(complaints).toEqual([]);
  await close();
});
