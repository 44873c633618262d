import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/extraction/interpret.ts';
import { printPage } from './support/print-line.ts';

function read(text: string) {
  const { statements, warnings } = interpret(printPage(text));
  return { statement: statements[0], warnings };
}

describe('sums that are right', () => {
  it('prove rows below whose date there are blanks', () => {
    const { statement, warnings } = read(`
Period 01.01.2025 - 31.01.2025
Opening balance                                100.00
Date         Description        Amount      Balance
02.01.2025   Shop               -10.00        90.00
             Bakery             -20.00        70.00
04.01.2025   Salary             500.00       570.00
Closing balance                                570.00`);
    expect(statement?.transactions.map(({ date }) => date)).toEqual(['2025-01-02', '2025-01-02', '2025-01-04']);
    expect(statement?.reconciled).toBe(true);
    expect(warnings).toEqual([]);
  });

  it('do not prove a year that nothing on the paper names', () => {
    const { statement, warnings } = read(`
Deposits are protected since 01.01.2018.
Opening balance                                100.00
Date         Description        Amount      Balance
02 Jul       Shop               -10.00        90.00
03 Jul       Shop               -20.00        70.00
04 Jul       Salary             500.00       570.00
Closing balance                                570.00`);
    expect(statement?.reconciled).toBeNull();
    expect(statement?.transactions[0]?.flags).toContain('date_inferred');
    expect(warnings).toHaveLength(1);
  });

  it('do not prove days that could all be the first of a month, where nothing tells which number is the month', () => {
    const { statement, warnings } = read(`
Opening balance                                100.00
Date         Description        Amount      Balance
01/02/2025   Shop               -10.00        90.00
01/05/2025   Shop               -20.00        70.00
01/12/2025   Salary             500.00       570.00
Closing balance                                570.00`);
    expect(statement?.reconciled).toBeNull();
    expect(statement?.transactions[0]?.flags).toContain('date_ambiguous');
    expect(warnings).toHaveLength(1);
  });

  it('do not outweigh a balance that ends the summary above and is another', () => {
    const { statement } = read(`
Period 01.01.2025 - 31.01.2025
Opening balance                                100.00
Total credits                                  500.00
Total debits                                    10.00
Balance                                        591.00

Date         Description        Amount      Balance
02.01.2025   Shop               -10.00        90.00
04.01.2025   Salary             500.00       590.00`);
    expect(statement?.reconciled).toBe(false);
    expect(statement?.checks.filter(({ ok }) => !ok)).toMatchObject([{ name: 'closing_balance', expected: '591.00' }]);
  });

  it('do not say which way is up where purchases are printed without a sign and nothing tells that it is a card', () => {
    const { statement } = read(`
Period 01.01.2025 - 31.01.2025
Previous balance                                200.00
Date         Description        Amount
02.01.2025   Bluebird            10.00
03.01.2025   Clearwater          20.00
04.01.2025   Northgate           30.00
05.01.2025   Stonebridge        -25.00
New balance                                     235.00`);
    expect(statement?.reconciled).toBeNull();
  });
});

describe('a total that is printed', () => {
  it('of one page does not contradict the statement', () => {
    const { statement } = read(`
Period 01.01.2025 - 31.01.2025
Opening balance                                           100.00
Date         Description        Debit       Credit        Balance
02.01.2025   Shop               10.00                       90.00
03.01.2025   Bakery             20.00                       70.00
             Total              30.00         0.00
04.01.2025   Salary                         500.00         570.00
05.01.2025   Rent              300.00                      270.00
             Total             300.00       500.00
Closing balance                                            270.00`);
    expect(statement?.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(statement?.reconciled).toBe(true);
  });

  it('in a sentence is nobody’s', () => {
    const { statement } = read(`
Deposits are guaranteed up to 100,000.00 for each person
Period 01.01.2025 - 31.01.2025
Opening balance                                100.00
Date         Description        Amount      Balance
02.01.2025   Shop               -10.00        90.00
04.01.2025   Salary             500.00       590.00
Closing balance                                590.00`);
    expect(statement?.checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

it('the balance before the first row is worked out where it is not printed', () => {
  const { statement } = read(`
Period 01.01.2025 - 31.01.2025
Date         Description        Amount      Balance
02.01.2025   Shop               -10.00        90.00
03.01.2025   Shop               -20.00        70.00`);
  expect(statement?.openingBalance).toBe('100.00');
  expect(statement?.reconciled).toBeNull();
});
