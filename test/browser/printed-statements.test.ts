import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/extraction/read-document.ts';
import { faultsOfReading } from '../support/printed-statements/faults-of-reading.ts';
import { LAYOUTS } from '../support/printed-statements/layouts/index.ts';
import { printSheet } from '../support/printed-statements/print-sheet.ts';
import { seededRandom } from '../support/random.ts';
import { openBrowser } from './browser.ts';

/**
 * Statements laid out as banks around the world lay out theirs, printed by a browser: another writer of PDFs than the one
 * of the generated statements, with its own ways to break lines, cells and pages.
 */
describe('a statement that a browser prints', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  it.each(Object.entries(LAYOUTS))('is read to the last row: %s', async (name, layout) => {
    const sheet = layout(seededRandom(1).named(name));
    const document = await readDocument(await printSheet(page, sheet), { maxPages: 20 });
    expect(faultsOfReading(sheet.truth, document)).toEqual([]);
  });
});
