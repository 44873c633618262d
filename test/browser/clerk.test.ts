import { generateKeyPairSync } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { openBrowser, visit } from './browser.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  [app, browser] = await Promise.all([
    startTestApp({
      CLERK_JWT_KEY: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      CLERK_PUBLISHABLE_KEY: `pk_test_${btoa('clerk.example.com$')}`,
    }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('with Clerk, its SDK is served from here, runs under the policy of the page, and asks the instance that the key names', async () => {
  const { page, complaints, close } = await visit(browser, app.url);
  const asked = complaints.filter((complaint) => complaint.startsWith('asked '));
  // The instance does not exist: the SDK runs under the policy of the page and fails to reach it, and nobody is signed in.
  await page.waitForFunction(() => 'Clerk' in window);
  await expect
    .poll(() => complaints.filter((one) => one.startsWith('asked https://clerk.example.com/')).length)
    .toBeGreaterThan(0);
  expect(asked.filter((one) => !one.startsWith('asked https://clerk.example.com/'))).toEqual([]);
  expect(complaints.filter((one) => /Content Security Policy/.test(one))).toEqual([]);
  expect(await page.getByRole('button', { name: 'Sign in', exact: true }).isDisabled()).toBe(true);
  await close();
});
