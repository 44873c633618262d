import { expect, test } from 'vitest';
import type { GreyImage } from '../../../src/extraction/ocr/grey-image.ts';
import { openPdf } from '../../../src/extraction/pdf/open-pdf.ts';
import { renderPage } from '../../../src/extraction/pdf/render-page.ts';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { seededRandom } from '../../support/random.ts';
import { scoreDocument } from '../../support/score.ts';
import { generateStatement } from '../../support/statements/generate-statement.ts';
import { joinPdfs } from '../../support/statements/scan/join-pdfs.ts';
import { type LaidText, scannedPage } from '../../support/statements/scan/scanned-page.ts';

const PIXELS_PER_POINT = 200 / 72;
const statement = generateStatement(seededRandom(3), {
  axes: {
    family: 'ledger',
    language: 'british',
    currency: 'GBP',
    number: '1,234.56',
    date: 'DD MMM YYYY',
    amounts: 'debit-credit',
    balance: 'row',
    description: 'one-line',
    typeface: 'sans',
    watermark: 'none',
    panel: 'none',
    flow: 'one-column',
    fault: 'none',
    interruptions: 'none',
    afterword: 'none',
    paper: 'a4',
    pageBox: 'plain',
    order: 'oldest-first',
  },
  entries: 66,
});

async function picturesOfPages(): Promise<GreyImage[]> {
  using pdf = await openPdf(statement.pdf);
  return Array.from(
    { length: pdf.pageCount },
    (_, index) => renderPage(pdf, index, { pixelsPerPoint: PIXELS_PER_POINT, maxPixels: 20_000_000 }).image,
  );
}

/** What a scanner prints at the foot of its pages. */
const FOOTER: LaidText = { x: 60, y: 835, size: 6, text: 'Scanned by Example Scanner 3000, page 2', isHidden: false };
/** What a bad OCR has made of the page, and laid under its picture: rows that were never booked. */
const BAD_LAYER: LaidText[] = Array.from({ length: 40 }, (_, at) => ({
  x: 60,
  y: 150 + at * 15,
  size: 9,
  text: `${(at % 28) + 1} Jan 2019   C@rd paymcnt   ${at}.11   ${(900 + at).toFixed(2)}`,
  isHidden: true,
}));

test(
  'each page is read by what it is: text, a scan with a footer, a scan over a bad layer of text',
  { timeout: 240_000 },
  async () => {
    const pictures = await picturesOfPages();
    const [first, second, third] = pictures;
    if (first === undefined || second === undefined || third === undefined)
      return expect.fail('Three pages are needed');
    expect(pictures).toHaveLength(3);
    const joined = await joinPdfs([
      { pdf: statement.pdf, page: 1 },
      { pdf: scannedPage(second, PIXELS_PER_POINT, [FOOTER]), page: 1 },
      { pdf: scannedPage(third, PIXELS_PER_POINT, BAD_LAYER), page: 1 },
    ]);
    const document = await readDocument(joined, { maxPages: 10 });
    expect(document).toMatchObject({ sourceFormat: 'pdf-mixed', pages: 3 });
    expect(document.warnings[0]).toMatch(/^Pages 2–3 were read from a picture/);
    expect(scoreDocument(statement.truth, document)).toMatchObject({ wrong: 0, isSilentlyWrong: false });
    const pages = new Set(document.statements.flatMap(({ transactions }) => transactions.map(({ page }) => page)));
    expect(pages).toEqual(new Set([1, 2, 3]));
  },
);

test('a layer that says more than can be seen is read, but its days are for a person to look at', async () => {
  const white: GreyImage = { width: 1654, height: 2339, pixels: new Uint8Array(1654 * 2339).fill(250) };
  const rows = ['1,000.00', '987.50', '975.00', '962.50', '950.00'].map((balance, at) =>
    [
      [60, `${10 + at} Jan 2024`] as const,
      [140, at === 0 ? 'Opening balance' : 'Card payment Orchard Foods'] as const,
      ...(at === 0 ? [] : [[360, '12.50'] as const]),
      [480, balance] as const,
    ].map(([x, text]): LaidText => ({ x, y: 140 + 16 * at, size: 9, text, isHidden: true })),
  );
  const heading = (
    [
      [60, 'Date'],
      [140, 'Details'],
      [350, 'Paid out'],
      [420, 'Paid in'],
      [480, 'Balance'],
    ] as const
  ).map(([x, text]): LaidText => ({ x, y: 120, size: 9, text, isHidden: true }));
  const document = await readDocument(scannedPage(white, PIXELS_PER_POINT, [...heading, ...rows.flat()]), {
    maxPages: 1,
  });
  const [read] = document.statements;
  expect(read?.transactions.map(({ amount }) => amount)).toEqual(['-12.50', '-12.50', '-12.50', '-12.50']);
  expect(read?.reconciled).toBeNull();
  expect(read?.transactions.every(({ flags }) => flags.includes('date_uncertain'))).toBe(true);
});
