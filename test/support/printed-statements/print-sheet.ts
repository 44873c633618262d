import type { Page } from 'playwright-core';
import type { Sheet } from './sheet.ts';

/** The PDF that a browser prints of a sheet. */
export async function printSheet(page: Page, { html }: Sheet): Promise<Uint8Array> {
  await page.setContent(html);
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}
