import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/extraction/interpret.ts';
import { printPage } from './support/print-line.ts';

/** Date, amount and balance of all rows, statement by statement. */
function rows(text: string) {
  return interpret(printPage(text)).statements.flatMap(({ transactions }) =>
    transactions.map(({ date, amount, balance }) => [date, amount, balance ?? ''].join(' ').trim()),
  );
}

describe('a table is read by its figures', () => {
  it('with columns for money out and in, and a balance', () => {
    const text = `
Example Bank                                   Statement 1 Mar 2025 to 31 Mar 2025
Opening balance                                                  1,000.00
Date          Description                    Paid out     Paid in      Balance
01 Mar 2025   Coffee house                       4.50                   995.50
              Main Street
03 Mar 2025   Salary                                     2,000.00     2,995.50
Closing balance                                                   2,995.50`;
    const [statement] = interpret(printPage(text)).statements;
    expect(rows(text)).toEqual(['2025-03-01 -4.50 995.50', '2025-03-03 2000.00 2995.50']);
    expect(statement?.reconciled).toBe(true);
    expect(statement?.transactions[0]?.description).toBe('Coffee house\nMain Street');
  });

  it('without any heading, in words it does not know', () => {
    expect(
      rows(`
Xanbop Zorgl                                  01.03.2025 - 31.03.2025
01.03.2025   Blorg                             -4,50        995,50
03.03.2025   Fnord                          2.000,00      2.995,50
07.03.2025   Blorg                             -9,00      2.986,50
09.03.2025   Blorg                            -86,50      2.900,00`),
    ).toEqual([
      '2025-03-01 -4.50 995.50',
      '2025-03-03 2000.00 2995.50',
      '2025-03-07 -9.00 2986.50',
      '2025-03-09 -86.50 2900.00',
    ]);
  });

  it('newest first, with signs behind the figures', () => {
    const text = `
Kontoauszug  01.01.2025 - 31.01.2025
Datum        Verwendungszweck               Betrag        Saldo
31.01.2025   Miete                         800,00-       300,00
15.01.2025   Gehalt                      1.000,00      1.100,00
Anfangssaldo                                             100,00`;
    expect(rows(text)).toEqual(['2025-01-31 -800.00 300.00', '2025-01-15 1000.00 1100.00']);
    expect(interpret(printPage(text)).statements[0]?.reconciled).toBe(true);
  });

  it('as a list of blocks with a line for date, text and amount each', () => {
    expect(
      rows(`
Payment history

5 Jan 2026, 3:22 PM
Paid to Corner Shop
₹305.49

9 Jan 2026, 9:05 AM
Received from A Friend
₹1,447.64

11 Jan 2026, 9:05 AM
Paid to Railway
₹47.64`),
    ).toEqual(['2026-01-05 -305.49', '2026-01-09 1447.64', '2026-01-11 -47.64']);
  });

  it('with sections whose titles give the amounts their direction', () => {
    expect(
      rows(`
Statement period 01/01/2025 - 01/31/2025
Beginning balance                          100.00
Deposits and other credits
Date         Description                    Amount
01/05/2025   Payroll                        500.00
Total deposits and other credits            500.00
Withdrawals and other debits
Date         Description                    Amount
01/09/2025   Rent                           450.00
Total withdrawals and other debits          450.00
Ending balance                             150.00`),
    ).toEqual(['2025-01-05 500.00', '2025-01-09 -450.00']);
  });
});

describe('dates find their year', () => {
  it('across the turn of the year, from the period', () => {
    expect(
      rows(`
Statement period 15 Dec 2024 to 14 Jan 2025
Opening balance                             10.00
Date      Description         Amount      Balance
28 Dec    Gift                  5.00        15.00
03 Jan    Bus                  -2.00        13.00
Closing balance                             13.00`),
    ).toEqual(['2024-12-28 5.00 15.00', '2025-01-03 -2.00 13.00']);
  });
});

describe('reconciled is never said too soon', () => {
  const table = (balance: string, closing: string) => `
Period 01.01.2025 - 31.01.2025
Opening balance                              100.00
Date         Description        Amount      Balance
02.01.2025   Shop               -10.00        90.00
03.01.2025   Shop               -20.00        ${balance}
04.01.2025   Salary             500.00       570.00
Closing balance                              ${closing}`;

  it('true where all figures agree', () => {
    expect(interpret(printPage(table('70.00', '570.00'))).statements[0]?.reconciled).toBe(true);
  });

  it('false where a balance is misprinted: the row is kept as printed, and flagged', () => {
    const [statement] = interpret(printPage(table('77.00', '570.00'))).statements;
    expect(statement?.reconciled).toBe(false);
    expect(statement?.transactions[1]).toMatchObject({
      amount: '-20.00',
      balance: '77.00',
      flags: ['balance_mismatch'],
    });
    expect(statement?.checks).toContainEqual({ name: 'running_balance', ok: false, expected: '77.00', found: '70.00' });
  });

  it('false where the closing balance is misprinted', () => {
    expect(interpret(printPage(table('70.00', '575.00'))).statements[0]?.reconciled).toBe(false);
  });

  it('null where nothing is printed to check against', () => {
    const [statement] = interpret(
      printPage(`
Period 01.01.2025 - 31.01.2025
Date         Description        Amount
02.01.2025   Shop               -10.00
03.01.2025   Shop               -20.00
04.01.2025   Salary             500.00`),
    ).statements;
    expect(statement?.reconciled).toBeNull();
  });

  it('null where only the first row says what was there before it', () => {
    const [statement] = interpret(
      printPage(`
Period 01.01.2025 - 31.01.2025
Date         Description        Amount      Balance
02.01.2025   Shop               -10.00        90.00
03.01.2025   Shop               -20.00        70.00
04.01.2025   Salary             500.00       570.00`),
    ).statements;
    expect(statement?.reconciled).toBeNull();
  });
});

describe('a credit card is seen from its holder', () => {
  it('purchases are money out though they are printed without a sign', () => {
    const text = `
Credit card statement   01 Jan 2025 to 31 Jan 2025
Previous balance                       200.00
New balance                            135.50
Minimum payment due                     10.00
Date          Description               Amount
04 Jan 2025   Payment thank you        -200.00
09 Jan 2025   Book shop                 135.50`;
    expect(rows(text)).toEqual(['2025-01-04 200.00', '2025-01-09 -135.50']);
    expect(interpret(printPage(text)).statements[0]).toMatchObject({
      openingBalance: '-200.00',
      closingBalance: '-135.50',
      reconciled: true,
    });
  });
});

describe('a row whose date never gets a year', () => {
  it('takes the likely one of other dates, and is flagged', () => {
    const [statement] = interpret(
      printPage(`
Opening balance                                100.00
Date          Description        Amount      Balance
02 Jan        Shop               -10.00        90.00
03 Jan 2025   Shop               -20.00        70.00
04 Jan 2025   Salary             500.00       570.00
Closing balance                                570.00`),
    ).statements;
    expect(statement?.transactions[0]).toMatchObject({ date: '2025-01-02', flags: ['date_inferred'] });
    expect(statement?.reconciled).toBeNull();
  });

  it('is left out where no date has one, and the rest is not called proven', () => {
    const [statement] = interpret(
      printPage(`
Opening balance                                100.00
Date          Description        Amount      Balance
02 Jan        Shop               -10.00        90.00
03 Jan        Shop               -20.00        70.00
Closing balance                                 70.00`),
    ).statements;
    expect(statement?.transactions).toEqual([]);
    expect(statement?.reconciled).toBeNull();
  });
});
