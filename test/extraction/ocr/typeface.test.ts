import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { readLines } from '../../../src/extraction/layout/read-lines.ts';
import type { GreyImage } from '../../../src/extraction/ocr/grey-image.ts';
import { levelImage } from '../../../src/extraction/ocr/level-image.ts';
import type { ReadLine, ReadWord } from '../../../src/extraction/ocr/read-again.ts';
import { settleByTypeface } from '../../../src/extraction/ocr/typeface/settle-by-typeface.ts';
import { openPdf } from '../../../src/extraction/pdf/open-pdf.ts';
import { readCharacters } from '../../../src/extraction/pdf/read-characters.ts';
import { renderPage } from '../../../src/extraction/pdf/render-page.ts';
import { seededRandom } from '../../support/random.ts';
import { wearPage } from '../../support/statements/scan/wear-page.ts';

const PIXELS_PER_POINT = 300 / 72;
const FIGURES = '€1.024,36 €2.310,45 €678,90 €513,27 €84,06 €97,15 €3.209,84 €765,31 €42,80 €1.996,53'.split(' ');

test('a figure whose first digit was lost in the sign before it is read by the digits around it', async () => {
  const page = await printed([...FIGURES, '€684,72']);
  const [settled] = page.settle({ '€684,72': { text: '&84,72', certainty: 0.95, alternatives: [] } });
  expect(settled).toMatchObject({ text: '€684,72', alternatives: ['&84,72'] });
});

test('of two readings, the one that looks like the digits around it is believed', async () => {
  const page = await printed([...FIGURES, '5.863,08']);
  const [settled] = page.settle({ '5.863,08': { text: '5.883,08', certainty: 0.4, alternatives: ['5.863,08'] } });
  expect(settled).toMatchObject({ text: '5.863,08', certainty: 0.95 });
});

test('thousands that nobody has read before a narrow space are found by their ink', async () => {
  const page = await printed(FIGURES, { text: '€1', at: [60, 200], beside: '027,92' });
  const [lost, settled] = page.settle({
    '€1': { text: '=', certainty: 0.3, alternatives: [] },
    '027,92': { text: '027,92', certainty: 0.95, alternatives: [] },
  });
  expect(lost).toMatchObject({ text: '=' });
  expect(settled).toMatchObject({ text: '€1027,92', alternatives: ['027,92'] });
});

test('a word in another typeface stays as it was read', async () => {
  const page = await printed(FIGURES, { text: '60,00', at: [200, 60], font: 'Courier-Bold', size: 14 });
  const read = { text: '80,00', certainty: 0.4, alternatives: ['60,00'] };
  expect(page.settle({ '60,00': read })).toEqual([expect.objectContaining(read)]);
});

type Reading = Pick<ReadWord, 'text' | 'certainty' | 'alternatives'>;

/** A scan of figures in a column, and what comes of it where some of them were misread; the others all agree. */
async function printed(figures: readonly string[], other?: Other) {
  const { image, lines } = await scan((document) => {
    document.font('Times-Roman').fontSize(8);
    figures.forEach((figure, at) => document.text(figure, 60, 60 + 14 * at, { lineBreak: false }));
    if (other === undefined) return;
    const { text, at, font = 'Times-Roman', size = 8, beside = '' } = other;
    document
      .font(font)
      .fontSize(size)
      .text(text, ...at, { lineBreak: false });
    document.text(beside, at[0] + document.widthOfString(text) + 3.4, at[1], { lineBreak: false });
  });
  return {
    settle(misread: Record<string, Reading>): ReadWord[] {
      const read = lines.map((words) => ({
        ...LINE,
        words: words.map(({ text, bbox }) => ({
          ...(misread[text] ?? { text, certainty: 0.95, alternatives: [] }),
          confidence: 90,
          bbox,
        })),
      }));
      const settled = settleByTypeface(read, image).flatMap((line) => line.words);
      return settled.filter((_, at) => Object.hasOwn(misread, lines.flat()[at]?.text ?? ''));
    },
  };
}

type Other = { text: string; at: [x: number, y: number]; font?: string; size?: number; beside?: string };

const LINE: Omit<ReadLine, 'words'> = {
  baseline: { x0: 0, y0: 0, x1: 0, y1: 0 },
  rowAttributes: { rowHeight: 30, descenders: 6, ascenders: 6 },
};

type Scan = { image: GreyImage; lines: { text: string; bbox: ReadWord['bbox'] }[][] };

async function scan(draw: (document: PDFKit.PDFDocument) => void): Promise<Scan> {
  const document = new PDFDocument({ size: [300, 300], margin: 0 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  draw(document);
  document.end();
  await new Promise((resolve) => document.on('end', resolve));
  using pdf = await openPdf(Uint8Array.from(Buffer.concat(chunks)));
  const { image } = renderPage(pdf, 0, { pixelsPerPoint: PIXELS_PER_POINT, maxPixels: 10_000_000 });
  const worn = wearPage(
    image,
    {
      resolution: '300',
      skew: 'none',
      turn: 'upright',
      blur: 'some',
      noise: 'none',
      light: 'even',
      quality: 'fine',
      container: 'png',
      tone: 'grey',
      flaw: 'none',
    },
    seededRandom(1),
  );
  const lines = readLines(readCharacters(pdf, 0)).map(({ words }) =>
    words.map(({ text, left, right, baseline, size }) => ({
      text,
      bbox: {
        x0: Math.round(left * PIXELS_PER_POINT),
        x1: Math.round(right * PIXELS_PER_POINT),
        y0: Math.round((baseline - 0.75 * size) * PIXELS_PER_POINT),
        y1: Math.round((baseline + 0.2 * size) * PIXELS_PER_POINT),
      },
    })),
  );
  return { image: levelImage(worn), lines };
}
