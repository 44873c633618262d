import { describe, expect, it } from 'vitest';
import { interpret } from '../../../src/extraction/interpret.ts';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { type PageBox, PdfDocument } from '../../support/statements/pdf/pdf-document.ts';
import { printPage } from '../support/print-line.ts';

const WIDTH = 600;
const HEIGHT = 800;
const SIZE = 10;
const style = { font: 'sans', size: SIZE } as const;

type Printed = { date: string; text: string[]; amount: string; balance: string; baseline: number };

const ROWS: Printed[] = [
  { date: '03.02.2026', text: ['Greengrocer', 'Market Street 4'], amount: '-12.20', balance: '87.80', baseline: 150 },
  { date: '04.02.2026', text: ['Salary'], amount: '300.00', balance: '387.80', baseline: 190 },
  { date: '06.02.2026', text: ['Rent', 'February', 'Flat 7'], amount: '-250.00', balance: '137.80', baseline: 215 },
];

/** Draws tables of these rows, each as far to the right as its key says. */
function draw(tables: ReadonlyMap<number, Printed[]>, box: PageBox = 'plain'): Uint8Array {
  const document = new PdfDocument({ script: 'japanese', emission: 'lines', box });
  const page = document.addPage(WIDTH, HEIGHT);
  for (const [x, rows] of tables) {
    page.text(x, 120, 'Date', style);
    page.text(x + 60, 120, 'Description', style);
    page.text(x + 150, 120, 'Amount', style);
    page.text(x + 210, 120, 'Balance', style);
    for (const { date, text, amount, balance, baseline } of rows) {
      page.text(x, baseline, date, style);
      text.forEach((line, at) => page.text(x + 60, baseline + at * 12, line, style));
      page.text(x + 150, baseline, amount, style);
      page.text(x + 210, baseline, balance, style);
    }
  }
  return document.toBytes();
}

async function boxesOf(pdf: Uint8Array) {
  const { statements } = await readDocument(pdf, { maxPages: 1 });
  return statements.flatMap(({ transactions }) => transactions.map(({ box }) => box));
}

describe('the place of a row on its page', () => {
  it.each<PageBox>(['plain', 'shifted', 'turned-left', 'turned-right'])(
    'is the same however the page lies in the file: %s',
    async (box) => {
      const boxes = await boxesOf(draw(new Map([[40, ROWS]]), box));
      expect(boxes).toHaveLength(ROWS.length);
      ROWS.forEach(({ baseline, text }, at) => {
        const found = boxes[at];
        const lastBaseline = baseline + (text.length - 1) * 12;
        expect((found?.x ?? 0) * WIDTH).toBeCloseTo(40, 0);
        expect((found?.y ?? 0) * HEIGHT).toBeCloseTo(baseline - 0.8 * SIZE, 0);
        expect(((found?.y ?? 0) + (found?.height ?? 0)) * HEIGHT).toBeCloseTo(lastBaseline + 0.25 * SIZE, 0);
        expect(((found?.x ?? 0) + (found?.width ?? 0)) * WIDTH).toBeGreaterThan(275);
      });
    },
  );

  it('is in its own column where two stand side by side', async () => {
    const later = ROWS.map((row) => ({ ...row, date: row.date.replace('.02.', '.03.') }));
    const boxes = await boxesOf(
      draw(
        new Map([
          [20, ROWS],
          [310, later],
        ]),
      ),
    );
    expect(boxes.map((box) => Math.round((box?.x ?? 0) * WIDTH))).toEqual([20, 20, 20, 310, 310, 310]);
    expect(boxes.map((box) => box?.y)).toEqual([...boxes.slice(0, 3), ...boxes.slice(0, 3)].map((box) => box?.y));
  });

  it('is not known where the lines come from no page', () => {
    const [statement] = interpret(
      printPage(`
        Date        Description     Amount   Balance
        03.02.2026  Greengrocer     -12.20     87.80
        04.02.2026  Salary          300.00    387.80
      `),
    ).statements;
    expect(statement?.transactions.map(({ box }) => box)).toEqual([null, null]);
  });
});
