import { afterAll, expect, test } from 'vitest';
import { openPdf } from '../../../src/extraction/pdf/open-pdf.ts';
import { renderPage } from '../../../src/extraction/pdf/render-page.ts';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { createSandbox } from '../../../src/extraction/sandbox/sandbox.ts';
import { seededRandom } from '../../support/random.ts';
import { generateStatement } from '../../support/statements/generate-statement.ts';
import { joinPdfs } from '../../support/statements/scan/join-pdfs.ts';
import { scannedPage } from '../../support/statements/scan/scanned-page.ts';

/** Two documents could be read at once; where one is, its pages are. */
const sandbox = createSandbox({ processes: 2, timeLimitMs: 60_000, memoryLimitBytes: 1024 ** 3, maxPages: 10 });
afterAll(() => sandbox.stop());

const PIXELS_PER_POINT = 150 / 72;

/** A scan of so many pages, each the first one of another short statement. */
async function scan(seeds: readonly number[]): Promise<Uint8Array> {
  const pages = seeds.map(async (seed) => {
    using pdf = await openPdf(generateStatement(seededRandom(seed), { axes: { language: 'german' }, entries: 4 }).pdf);
    const { image } = renderPage(pdf, 0, { pixelsPerPoint: PIXELS_PER_POINT, maxPixels: 20_000_000 });
    return { pdf: scannedPage(image, PIXELS_PER_POINT, []), page: 1 };
  });
  return joinPdfs(await Promise.all(pages));
}

test('pages that threads read at once say what they do one after the other', { timeout: 240_000 }, async () => {
  const bytes = await scan([1, 2, 3]);
  const alone = await readDocument(bytes, { maxPages: 10 });
  expect(alone.statements.flatMap(({ transactions }) => transactions).length).toBeGreaterThan(2);
  const heard: number[] = [];
  const together = await sandbox.read(bytes, { onPage: (page) => heard.push(page) });
  expect(together).toEqual(alone);
  expect(heard).toEqual([1, 2, 3]);
});
