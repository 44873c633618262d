import { expect, test } from 'vitest';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { seededRandom } from '../../support/random.ts';
import { scoreDocument } from '../../support/score.ts';
import { generateScan } from '../../support/statements/scan/generate-scan.ts';

/** Seconds a page on a quiet machine, so only a few here; `npm run bench:extraction -- --scans 50` reads many. */
test.each([
  { seed: 3, what: 'a PNG on its side' },
  { seed: 4, what: 'a TIFF' },
  { seed: 5, what: 'a PDF upside down in a shadow' },
  { seed: 9, what: 'a PDF askew, with 150 dots an inch' },
])('$what is read to the last figure, and arithmetic proves it', { timeout: 240_000 }, async ({ seed }) => {
  const { bytes, truth } = await generateScan(seededRandom(seed));
  const document = await readDocument(bytes, { maxPages: 10 });
  expect(scoreDocument(truth, document)).toMatchObject({ wrong: 0, isSilentlyWrong: false });
  expect(document.statements.map(({ reconciled }) => reconciled)).toEqual(truth.statements.map(() => true));
  expect(document.sourceFormat).toMatch(/-ocr$/);
  expect(document.warnings[0]).toMatch(/read from a picture/);
  for (const { box } of document.statements.flatMap(({ transactions }) => transactions)) {
    expect(box).toMatchObject({ width: expect.any(Number) });
  }
});
