import { describe, expect, it } from 'vitest';
import { interpret } from '../../../src/extraction/interpret.ts';
import { readLines } from '../../../src/extraction/layout/read-lines.ts';
import type { Word } from '../../../src/extraction/layout/word.ts';
import { printPage } from '../support/print-line.ts';

const TABLE = `
Opening balance 01/03/2026          1,000.00
Closing balance 31/03/2026            881.50

Date        Description              Money   Money    Ledger
                                     out     in       balance
02/03/2026  Greengrocer              18.50            981.50
            Market Street 4
05/03/2026  Refund                           20.00  1,001.50
09/03/2026  Rent                    120.00            881.50`;

const PANEL = `
Deposits are protected up to
85,000.00 by the scheme. Call
0345 600 0199. Rates below since
01/04/2019: 1.25 from 1.00 to
5,000.00.

Refer a friend before
31/12/2026 and you both receive
100.00.
CR Credit     DR Debit`;

/** Text set in letters of another size, with its top left corner at a place. */
function set(text: string, { left, top, size }: { left: number; top: number; size: number }): Word[] {
  const scale = size / 10;
  return printPage(text).flatMap(({ words }) =>
    words.map((word) => ({
      ...word,
      left: left + word.left * scale,
      right: left + word.right * scale,
      baseline: top + word.baseline * scale,
      size,
    })),
  );
}

function rowsOf(words: Word[]) {
  const drawn = { page: 1, words, characters: 0, undecoded: 0, isHidden: false, pictureShare: 0 };
  const [statement] = interpret(readLines(drawn)).statements;
  return {
    reconciled: statement?.reconciled,
    rows: statement?.transactions.map(({ date, description, amount, balance }) => [date, description, amount, balance]),
  };
}

const READ = {
  reconciled: true,
  rows: [
    ['2026-03-02', 'Greengrocer\nMarket Street 4', '-18.50', '981.50'],
    ['2026-03-05', 'Refund', '20.00', '1001.50'],
    ['2026-03-09', 'Rent', '-120.00', '881.50'],
  ],
};

describe('a panel in small letters beside a table', () => {
  it.each([0, 3, 7, 10])('to its right is no part of it, however its lines fall: %d points lower', (lower) => {
    const words = [
      ...set(TABLE, { left: 40, top: 100, size: 10 }),
      ...set(PANEL, { left: 360, top: 100 + lower, size: 8 }),
    ];
    expect(rowsOf(words)).toEqual(READ);
  });

  it.each([0, 3, 7, 10])('to its left is no part of it either: %d points lower', (lower) => {
    const words = [
      ...set(PANEL, { left: 40, top: 100 + lower, size: 8 }),
      ...set(TABLE, { left: 190, top: 100, size: 10 }),
    ];
    expect(rowsOf(words)).toEqual(READ);
  });

  it('is a column of the table where its lines begin on those of the rows', () => {
    const table = `
Date         Money     Balance

02/03/2026    18.50     981.50

05/03/2026   120.00     861.50

06/03/2026    61.50     800.00`;
    const rows = set(table, { left: 40, top: 100, size: 10 });
    const [, first = 0, second = 0, third = 0] = [...new Set(rows.map(({ baseline }) => baseline))];
    const details = [
      { text: 'Details', baseline: rows[0]?.baseline ?? 0 },
      { text: 'Greengrocer', baseline: first },
      { text: 'Market Street 4', baseline: first + 10 },
      { text: 'Rent', baseline: second },
      { text: 'March', baseline: second + 10 },
      { text: 'Books', baseline: third },
    ];
    const placed = details.flatMap(({ text, baseline }) => set(text, { left: 240, top: baseline, size: 8 }));
    expect(rowsOf([...rows, ...placed]).rows?.map(([, description]) => description)).toEqual([
      'Greengrocer\nMarket Street 4',
      'Rent\nMarch',
      'Books',
    ]);
  });
});
