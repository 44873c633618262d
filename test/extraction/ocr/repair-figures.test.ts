import { expect, test } from 'vitest';
import { interpretScanned } from '../../../src/extraction/ocr/interpret-scanned.ts';
import type { Line, Word } from '../../../src/extraction/layout/word.ts';

const ROWS = [
  ['01/03/2024', 'Opening balance', '', '', '100.00'],
  ['04/03/2024', 'Card payment Orchard Foods', '12.50', '', '87.50'],
  ['11/03/2024', 'Salary', '', '900.00', '987.50'],
  ['28/03/2024', 'Direct Debit Granville Energy', '87.50', '', '900.00'],
];
const RIGHTS = [100, 300, 390, 470, 550];

/** The rows as OCR gives them; `misread` is how one word came out, and how sure OCR is of it. */
function page(
  misread: { row: number; cell: number; text: string; certainty: number; alternatives?: string[] },
  rows = ROWS,
): Line[] {
  const cells = [['Date', 'Details', 'Paid out', 'Paid in', 'Balance'], ...rows].map((row, index) =>
    row.map((text, cell) =>
      index - 1 === misread.row && cell === misread.cell ? misread : { text, certainty: 0.95, alternatives: [] },
    ),
  );
  return cells.map((row, index) => {
    const baseline = 100 + index * 14;
    const words = row.flatMap(({ text, ...reading }, cell): Word[] => {
      if (text === '') return [];
      const right = RIGHTS[cell] ?? 0;
      const left = cell < 2 ? (cell === 0 ? 50 : 120) : right - text.length * 5;
      return [
        {
          text,
          left,
          right: cell < 2 ? left + text.length * 5 : right,
          baseline,
          size: 9,
          afterSpace: true,
          ...reading,
        },
      ];
    });
    return { page: 1, baseline, size: 9, words };
  });
}

const REPAIRED = 'Statement: The sums are right, but a figure that was read from a picture was repaired by them.';

test('a digit that OCR was not sure of is read as the balances ask for, flagged, and proven by nothing', () => {
  const { statements, warnings } = interpretScanned(
    page({ row: 3, cell: 2, text: '37.50', certainty: 0.4, alternatives: ['87.50'] }),
  );
  expect(statements[0]).toMatchObject({ reconciled: null });
  expect(warnings).toEqual([REPAIRED]);
  expect(statements[0]?.transactions.at(-1)).toMatchObject({ amount: '-87.50', flags: ['amount_repaired'] });
});

test('a balance with a lost digit is given it back where the rows around it ask for it', () => {
  const { statements, warnings } = interpretScanned(page({ row: 2, cell: 4, text: '97.50', certainty: 0.5 }));
  expect(statements[0]).toMatchObject({ reconciled: null });
  expect(warnings).toEqual([REPAIRED]);
  expect(statements[0]?.transactions[1]).toMatchObject({ balance: '987.50', flags: ['balance_repaired'] });
});

test('an opening balance that the sums have made proves no sums', () => {
  const { statements, warnings } = interpretScanned(
    page({ row: 0, cell: 4, text: '106.00', certainty: 0.5, alternatives: ['100.00'] }),
  );
  expect(statements[0]).toMatchObject({ reconciled: null, openingBalance: '100.00' });
  expect(warnings).toEqual([REPAIRED]);
});

test('a lost decimal mark is no digit: sums prove the figure', () => {
  const { statements } = interpretScanned(page({ row: 2, cell: 4, text: '98750', certainty: 0.5 }));
  expect(statements[0]).toMatchObject({ reconciled: true });
  expect(statements[0]?.transactions[1]).toMatchObject({ balance: '987.50', flags: ['balance_repaired'] });
});

test('a date of which the readings differ in a digit proves no day', () => {
  const { statements, warnings } = interpretScanned(
    page({ row: 2, cell: 0, text: '11/03/2024', certainty: 0.7, alternatives: ['17/03/2024'] }),
  );
  expect(statements[0]).toMatchObject({ reconciled: null });
  expect(statements[0]?.transactions[1]).toMatchObject({ date: '2024-03-11', flags: ['date_uncertain'] });
  expect(warnings).toEqual([
    'Statement: The sums are right, but the dates of the flagged rows were read from a picture and could be others.',
  ]);
});

test('a date without its marks is not the date above', () => {
  const { statements } = interpretScanned(page({ row: 2, cell: 0, text: '03/112024', certainty: 0.95 }));
  expect(statements[0]?.reconciled).not.toBe(true);
});

test('what all readings agree on is what the paper says, and stays a contradiction', () => {
  const { statements } = interpretScanned(page({ row: 3, cell: 2, text: '37.50', certainty: 0.95 }));
  expect(statements[0]).toMatchObject({ reconciled: false });
  expect(statements[0]?.transactions.at(-1)).toMatchObject({ amount: '-37.50' });
});

test('digits behind the amount that make no figure leave the rows unproven', () => {
  const { statements } = interpretScanned(page({ row: 2, cell: 4, text: '98Z7x50', certainty: 0.4 }));
  expect(statements[0]?.reconciled).not.toBe(true);
});

test('a speck that was read as a minus is dropped where the balances ask for it, and the row is proven by nothing', () => {
  const speckled = page({ row: 2, cell: 4, text: '987.50', certainty: 0.95 }).map((line) => ({
    ...line,
    words: line.words.flatMap((word) =>
      word.text === '987.50'
        ? [{ ...word, text: '—', left: word.left - 12, right: word.left - 4, certainty: 0.5 }, word]
        : [word],
    ),
  }));
  const { statements } = interpretScanned(speckled);
  expect(statements[0]?.transactions[1]).toMatchObject({
    amount: '900.00',
    balance: '987.50',
    flags: ['balance_repaired'],
  });
  expect(statements[0]?.reconciled).toBeNull();
});

test('a day that goes backwards is read as OCR has also read it, and flagged', () => {
  const later = [27, 28, 29, 30, 31].map((day, at) => [
    `${day}/03/2024`,
    'Card payment Orchard Foods',
    '10.00',
    '',
    `${890 - 10 * at}.00`,
  ]);
  const misread = { row: 6, cell: 0, text: '09/03/2024', certainty: 0.7, alternatives: ['29/03/2024'] };
  const rows = [...ROWS.slice(0, 3), ['26/03/2024', ...(ROWS[3]?.slice(1) ?? [])], ...later];
  const { statements } = interpretScanned(page(misread, rows));
  expect(statements[0]?.transactions[5]).toMatchObject({ date: '2024-03-29', flags: ['date_uncertain'] });
  expect(statements[0]?.reconciled).toBeNull();
});
