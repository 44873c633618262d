import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** Chromium without a window and without a word to anybody but the server under test. */
export async function openBrowser(): Promise<Browser> {
  const { path, environment } = inject('chromium');
  return chromium.launch({
    executablePath: path,
    headless: true,
    env: { ...process.env, ...environment },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type Look = { scheme?: 'light' | 'dark'; width?: number; height?: number };
export type Visit = { page: Page; complaints: string[]; close: () => Promise<void> };

/** What a browser says of a request that the server refused on purpose. */
const REFUSED_ON_PURPOSE = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * A fresh visitor at the page. `complaints` collects what must stay empty: errors, policies broken, and requests to
 * anybody but the server.
 */
export async function visit(
  browser: Browser,
  url: string,
  { scheme = 'light', width = 1280, height = 860 }: Look = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED_ON_PURPOSE.test(message.text())) complaints.push(message.text());
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && origin !== new URL(url).origin) complaints.push(`asked ${request.url()}`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

export async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in on this machine' }).click();
  await page.getByRole('heading', { level: 1, name: 'Statements' }).waitFor();
}

export const sample = (name: string): string => join(import.meta.dirname, '../../samples', name);

export type Dropped = { name: string; bytes: Uint8Array; type?: string };
export const fromDisk = (path: string, name = basename(path)): Dropped => ({ name, bytes: readFileSync(path) });

/** Drags files over the page and lets them fall, as a hand would: the events carry real files. */
export async function drop(page: Page, ...files: Dropped[]): Promise<void> {
  const carried = files.map(({ name, bytes, type = 'application/pdf' }) => ({
    name,
    type,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    return transfer;
  }, carried);
  const zone = page.getByRole('region', { name: 'Add statements' });
  await zone.dispatchEvent('dragover', { dataTransfer });
  await zone.dispatchEvent('drop', { dataTransfer });
  await dataTransfer.dispose();
}

const ARTEFACTS = join(import.meta.dirname, '../artefacts');

/** Keeps a picture of the page beside the results of the run. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), animations: 'disabled' });
}
