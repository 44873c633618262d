import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/extraction/formats/table/read-csv.ts';

const read = (...lines: string[]) => readCsv(Buffer.from(lines.join('\n')));
const amounts = (...lines: string[]) =>
  read(...lines).statements.map(({ transactions }) => transactions.map(({ amount }) => amount));

describe('a CSV of a bank that does it otherwise', () => {
  it('has a column with the sign alone', () => {
    expect(amounts('Date;Text;Amount;Sign', '2026-01-13;Tea;12.20;-', '2026-01-14;Pay;100.00;+')).toEqual([
      ['-12.20', '100.00'],
    ]);
  });

  it('prints money out with a minus in its column, and what comes back without one', () => {
    expect(
      amounts(
        'Date,Description,Debit,Credit',
        '2026-01-13,Tea,-12.20,',
        '2026-01-14,Cake,-3.00,',
        '2026-01-15,Cake taken back,3.00,',
        '2026-01-16,Pay,,100.00',
      ),
    ).toEqual([['-12.20', '-3.00', '3.00', '100.00']]);
  });

  it('takes money out back with a minus, where money out has none', () => {
    expect(
      amounts('Date,Description,Debit,Credit', '2026-01-13,Tea,12.20,', '2026-01-14,Cake,3,', '2026-01-15,Cake,-3.00,'),
    ).toEqual([['-12.20', '-3.00', '3.00']]);
  });

  it('has a total below its entries, with a day', () => {
    expect(
      amounts('Date,Description,Amount', '2026-01-13,Tea,-12.20', '2026-01-14,Pay,100.00', '2026-01-31,Total,87.80'),
    ).toEqual([['-12.20', '100.00']]);
  });

  it('lists what was never booked, which is left out and told', () => {
    const { statements, warnings } = read(
      'Date,Description,Amount,State',
      '2026-01-13,Tea,-12.20,COMPLETED',
      '2026-01-14,Pay,100.00,PENDING',
      '2026-01-15,Cake,-2.00,REVERTED',
    );
    expect(statements[0]?.transactions).toHaveLength(1);
    expect(warnings).toEqual(['2 entries that are pending, declined or taken back were left out.']);
  });

  it('forgets the quotes around decimal commas', () => {
    expect(
      amounts(
        'Date,Description,Amount,Balance',
        '13/01/2026,Tea,-12,20,1.087,80',
        '14/01/2026,Cake,-7,80,1.080,00',
        '15/01/2026,"Pay, January",100,00,1.180,00',
      ),
    ).toEqual([['-12.20', '-7.80', '100.00']]);
  });

  it('repeats its heading on every page', () => {
    const heading = 'Date,Description,Amount';
    expect(amounts(heading, '2026-01-13,Tea,-12.20', heading, '2026-01-14,Pay,100.00')).toEqual([['-12.20', '100.00']]);
  });

  it('prints figures that may be thousands or thousandths, and is doubted', () => {
    const { statements, warnings } = read(
      'Opening balance;10.000',
      'Date;Text;Amount;Balance',
      '2026-01-13;Tea;-1.234;8.766',
      '2026-01-14;Pay;2.500;11.266',
      'Closing balance;11.266',
    );
    expect(statements[0]).toMatchObject({ reconciled: null, openingBalance: '10000.00' });
    expect(warnings).toEqual([expect.stringMatching(/thousands or have three decimals/)]);
  });

  it('does not say which way the money went, and that is told', () => {
    const { statements, warnings } = read('Date,Description,Amount', '2026-01-13,Tea,12.20', '2026-01-14,Cake,3.00');
    expect(statements[0]?.transactions.map(({ flags }) => flags)).toEqual([['sign_inferred'], ['sign_inferred']]);
    expect(warnings).toEqual([expect.stringMatching(/money in and which are money out/)]);
  });

  it('has words that contradict its signs: the balances of an account with money decide, and the rows are flagged', () => {
    const { statements } = read(
      'Opening balance,100.00',
      'Date,Description,Amount,Balance',
      '2026-01-13,Salary,-10.00,90.00',
      '2026-01-14,Salary,-10.00,80.00',
      '2026-01-15,Salary,-10.00,70.00',
      'Closing balance,70.00',
    );
    expect(statements[0]).toMatchObject({ reconciled: null, closingBalance: '70.00' });
    expect(statements[0]?.transactions).toMatchObject([
      { amount: '-10.00', flags: ['sign_inferred'] },
      { amount: '-10.00' },
      { amount: '-10.00' },
    ]);
  });

  it('has more rows than a call has room for arguments', () => {
    const rows = Array.from({ length: 150_000 }, (_, at) => `2026-01-${String((at % 28) + 1).padStart(2, '0')},1.00`);
    const { statements } = readCsv(Buffer.from(['Date,Amount', ...rows].join('\n')));
    expect(statements[0]?.transactions).toHaveLength(rows.length);
  });

  it('has a wallet of another currency beside the first, each with its own figures', () => {
    const wallets = (...lines: string[]) =>
      read(...lines).statements.map(({ currency, transactions }) => [
        currency,
        ...transactions.map(({ date, amount, balance }) => `${date.slice(-2)} ${amount} ${balance ?? ''}`.trim()),
      ]);
    expect(
      wallets(
        'Date,Description,EUR Amount,EUR Balance,USD Amount,USD Balance',
        '2026-01-15,Coffee,-3.20,96.80,,',
        '2026-01-16,Top up,,,50.00,150.00',
        '2026-01-17,Exchange,-20.00,76.80,21.50,171.50',
      ),
    ).toEqual([
      ['EUR', '15 -3.20 96.80', '17 -20.00 76.80'],
      ['USD', '16 50.00 150.00', '17 21.50 171.50'],
    ]);
    expect(
      wallets(
        'Date,Description,Amount,Currency,Amount,Currency',
        '2026-01-15,Coffee,-3.20,EUR,,',
        '2026-01-16,Books,,,-50.00,USD',
        '2026-01-17,Exchange,-20.00,EUR,21.50,USD',
      ),
    ).toEqual([
      ['EUR', '15 -3.20', '17 -20.00'],
      ['USD', '16 -50.00', '17 21.50'],
    ]);
    // What every row says in both currencies is said twice.
    expect(
      wallets('Date,Description,Amount (USD),Amount (EUR)', '2026-01-15,Tea,-3.20,-3.00', '2026-01-16,Pay,50.00,47.00'),
    ).toEqual([['USD', '15 -3.20', '16 50.00']]);
  });
});
