import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/extraction/interpret.ts';
import { printPage } from './support/print-line.ts';

function read(...pages: string[]) {
  const { statements, warnings } = interpret(pages.flatMap((text, at) => printPage(text, at + 1)));
  return { statements, statement: statements[0], warnings };
}

const JANUARY = `
Period 01.01.2025 - 31.01.2025
Opening balance                                100.00
Date         Description        Amount      Balance
02.01.2025   Cheque 101         -10.00        90.00
03.01.2025   Cheque 102         -20.00        70.00
04.01.2025   Salary             500.00       570.00
Closing balance                                570.00`;

describe('rows that are printed twice are booked once:', () => {
  it('a page that was copied', () => {
    const { statements, warnings } = read(`${JANUARY}\nPage 1`, `${JANUARY}\nPage 2`);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ reconciled: true, closingBalance: '570.00' });
    expect(statements[0]?.transactions).toHaveLength(3);
    expect(warnings).toEqual([expect.stringContaining('twice')]);
  });

  it('cheques that are listed once more below', () => {
    const { statement, warnings } = read(`${JANUARY}
Cheques paid
Date         Cheque             Amount
02.01.2025   101                 10.00
03.01.2025   102                 20.00`);
    expect(statement).toMatchObject({ reconciled: true, totalDebits: '-30.00' });
    expect(statement?.transactions).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  it('the largest payments, above all others and under a heading of their own', () => {
    const { statement } = read(`
Your largest payments
Date         Description        Amount
04.01.2025   Salary             500.00
03.01.2025   Cheque 102         -20.00
${JANUARY}`);
    expect(statement?.transactions).toHaveLength(3);
    expect(statement?.reconciled).toBe(true);
  });

  it('the last rows of a list that runs from the newest to the oldest, on a page that was copied', () => {
    const rows = `
03.01.2025   Cheque 102         -20.00        70.00
02.01.2025   Cheque 101         -10.00        90.00
Opening balance                               100.00`;
    const heading = 'Date         Description        Amount      Balance';
    const { statements } = read(
      `Period 01.01.2025 - 31.01.2025\n${heading}\nClosing balance                               570.00
04.01.2025   Salary             500.00       570.00${rows}`,
      heading + rows,
    );
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ openingBalance: '100.00', closingBalance: '570.00', reconciled: true });
  });

  it('the largest payments, in the columns of the table', () => {
    const { statement } = read(`${JANUARY}
Your largest payments
04.01.2025   Salary             500.00
03.01.2025   Cheque 102         -20.00`);
    expect(statement?.transactions).toHaveLength(3);
    expect(statement?.reconciled).toBe(true);
  });
});

describe('what looks alike stays two:', () => {
  it('the transfers of two accounts', () => {
    const account = (number: string) => `
Account ${number}
Opening balance                                  0.00
Date         Description        Amount
02.01.2025   Transfer in        100.00
03.01.2025   Transfer out      -100.00
Closing balance                                  0.00`;
    const { statements } = read(account('11112222') + account('33334444'));
    expect(statements.map(({ accountNumber }) => accountNumber)).toEqual(['11112222', '33334444']);
  });

  it('fees of one day on two pages', () => {
    const { statement } = read(
      `
Period 01.01.2025 - 31.01.2025
Opening balance                                100.00
Date         Description        Amount
31.01.2025   Fee                 -1.00
31.01.2025   Fee                 -1.00`,
      `
Date         Description        Amount
31.01.2025   Fee                 -1.00
31.01.2025   Fee                 -1.00
Closing balance                                 96.00`,
    );
    expect(statement?.transactions).toHaveLength(4);
    expect(statement?.reconciled).toBe(true);
  });
});

describe('sums do not prove rows that move nothing together:', () => {
  it('a page that is there twice', () => {
    const page = `
Date         Description        Amount
02.01.2025   Shop              -150.00
04.01.2025   Refund             150.00`;
    const head = 'Period 01.01.2025 - 31.01.2025\nOpening balance 100.00\nClosing balance 100.00';
    const { statement, warnings } = read(head + page, page);
    expect(statement?.reconciled).toBeNull();
    expect(warnings).toHaveLength(1);
  });

  it('a table of its own that nothing proves', () => {
    const { statement } = read(`${JANUARY}
On their way
Date         Description        Amount
03.02.2025   Hotel             -900.00
04.02.2025   Hotel              900.00`);
    expect(statement?.reconciled).toBeNull();
  });

  it('what was declined', () => {
    const { statement } = read(`${JANUARY}
Not carried out
05.01.2025   Casino            -900.00
06.01.2025   Casino             900.00`);
    expect(statement?.reconciled).toBeNull();
    expect(statement?.transactions).toHaveLength(3);
  });
});
