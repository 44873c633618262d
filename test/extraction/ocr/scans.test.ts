import { expect, test } from 'vitest';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { seededRandom } from '../../support/random.ts';
import { scoreDocument } from '../../support/score.ts';
import { generateScan } from '../../support/statements/scan/generate-scan.ts';

/** Seconds a page on a quiet machine, so only a few here; `npm run bench:extraction -- --scans 50` reads many. */
test.each([
  { seed: 3, what: 'a PNG on its side, proven by arithmetic', isProven: true },
  { seed: 4, what: 'a TIFF, proven by arithmetic', isProven: true },
  { seed: 97_028, what: 'a PNG, called unproven since some of its dates could be read otherwise', isProven: false },
  { seed: 5, what: 'a PDF upside down in a shadow, proven by arithmetic', isProven: true },
  { seed: 9, what: 'a PDF askew, with 150 dots an inch, proven by arithmetic', isProven: true },
])('read to the last figure: $what', { timeout: 240_000 }, async ({ seed, isProven }) => {
  const { bytes, truth } = await generateScan(seededRandom(seed));
  const document = await readDocument(bytes, { maxPages: 10 });
  expect(scoreDocument(truth, document)).toMatchObject({ wrong: 0, isSilentlyWrong: false });
  expect(document.statements.map(({ reconciled }) => reconciled)).toEqual(truth.statements.map(() => isProven || null));
  const flags = document.statements.flatMap(({ transactions }) => transactions.flatMap((row) => row.flags));
  expect(flags.includes('date_uncertain')).toBe(!isProven);
  expect(document.sourceFormat).toMatch(/-ocr$/);
  expect(document.warnings[0]).toMatch(/read from a picture/);
  for (const { box } of document.statements.flatMap(({ transactions }) => transactions)) {
    expect(box).toMatchObject({ width: expect.any(Number) });
  }
});

test('a photo of a statement on a table, taken from one side, is read like a scan', { timeout: 240_000 }, async () => {
  const { bytes, truth } = await generateScan(seededRandom(7000), { isPhoto: true, scan: { container: 'jpeg' } });
  const document = await readDocument(bytes, { maxPages: 1 });
  expect(scoreDocument(truth, document)).toMatchObject({ wrong: 0, isSilentlyWrong: false });
  expect(document.statements.map(({ reconciled }) => reconciled)).toEqual([true]);
});
