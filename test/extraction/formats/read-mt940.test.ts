import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { readMt940 } from '../../../src/extraction/formats/mt940/read-mt940.ts';

const read = (...lines: string[]) => readMt940(Buffer.from(lines.join('\r\n')));
const message = (
  lines: string[],
  { opening = 'C260101EUR100,00', closing = 'C260131EUR100,00', page = '1/1' } = {},
) => [
  ':20:STARTUMS',
  ':25:50880050/0194787400888',
  `:28C:${page}`,
  `:60F:${opening}`,
  ...lines,
  `:62F:${closing}`,
  '-',
];

/** The date, amount and flags of what one statement line says. */
const lineOf = (line: string) => {
  const [row] = read(...message([line])).statements[0]?.transactions ?? [];
  return row === undefined ? null : `${row.date} ${row.amount} ${row.reference ?? '-'}`;
};

describe('an MT940 file', () => {
  it('is proven by its opening and closing balance', () => {
    const { statements } = read(
      ...message(
        [
          ':61:2601030103D12,20NMSCNONREF//B77',
          ':86:166?00KARTENZAHLUNG?20SVWZ+Tee und Gebaeck?32Teehaus am Hafen',
          ':61:2601040104C50,NTRFREF-1',
          ':86:Gehalt Januar',
        ],
        { closing: 'C260131EUR137,80' },
      ),
    );
    expect(statements).toMatchObject([
      {
        accountNumber: '50880050/0194787400888',
        currency: 'EUR',
        openingBalance: '100.00',
        closingBalance: '137.80',
        periodStart: '2026-01-01',
        periodEnd: '2026-01-31',
        reconciled: true,
        transactions: [
          {
            date: '2026-01-03',
            amount: '-12.20',
            reference: 'B77',
            description: 'KARTENZAHLUNG\nTeehaus am Hafen\nTee und Gebaeck',
          },
          { date: '2026-01-04', amount: '50.00', reference: 'REF-1', description: 'Gehalt Januar' },
        ],
      },
    ]);
  });

  it('is contradicted by a closing balance that does not follow', () => {
    const [statement] = read(...message([':61:260103D12,20NMSC'], { closing: 'C260131EUR88,80' })).statements;
    expect(statement?.reconciled).toBe(false);
    expect(statement?.checks).toEqual([{ name: 'closing_balance', ok: false, expected: '88.80', found: '87.80' }]);
  });

  it('may write a statement line in any of its shapes', () => {
    expect(lineOf(':61:260103C1234,5NTRFNONREF')).toBe('2026-01-03 1234.50 -');
    expect(lineOf(':61:2601030104CR1,00NTRFABC')).toBe('2026-01-03 1.00 ABC');
    expect(lineOf(':61:260103RC1,00NTRFABC')).toBe('2026-01-03 -1.00 ABC');
    expect(lineOf(':61:260103RDR1,00NTRFABC')).toBe('2026-01-03 1.00 ABC');
    expect(lineOf(':61:260103D,50S   X')).toBe('2026-01-03 -0.50 -');
    expect(lineOf(':61:260103D000000000007,00FMSCNONREF//BANK1')).toBe('2026-01-03 -7.00 BANK1');
    expect(lineOf(':61:160230D1,00NTRF')).toBe('2016-02-29 -1.00 -');
  });

  it('gives an entry date the year that is nearest, also over New Year', () => {
    const described = (line: string) => read(...message([line])).statements[0]?.transactions[0]?.description;
    expect(described(':61:2601011231D1,00NTRF')).toBe('NTRF\nBooked 2025-12-31');
    expect(described(':61:2512310102D1,00NTRF')).toBe('NTRF\nBooked 2026-01-02');
  });

  it('puts pages together whose intermediate balances meet, and only those', () => {
    const pages = (second: string) =>
      read(
        ':20:A\n:25:123456\n:28C:7/1\n:60F:C260101EUR10,00\n:61:260102C5,00NTRF\n:62M:C260102EUR15,00\n-',
        `:20:A\n:25:123456\n:28C:7/2\n:60M:${second}\n:61:260103C5,00NTRF\n:62F:C260103EUR20,00\n-`,
      ).statements.map(({ openingBalance, closingBalance, reconciled }) => [
        openingBalance,
        closingBalance,
        reconciled,
      ]);
    expect(pages('C260102EUR15,00')).toEqual([['10.00', '20.00', true]]);
    expect(pages('C260102EUR16,00')).toEqual([
      ['10.00', '15.00', true],
      ['16.00', '20.00', false],
    ]);
  });

  it('may come in a SWIFT envelope, which names the bank', () => {
    const { statements } = read(
      '{1:F01DRESDEFFAXXX0000000000}{2:O9401200260131HARBDEHHAXXX00000000002601311200N}{4:',
      ...message([':61:260103D0,00NMSC']).slice(0, -1),
      '-}',
    );
    expect(statements).toMatchObject([{ bank: 'HARBDEHH', reconciled: true }]);
  });

  it('of a day without entries is a statement, and proven', () => {
    expect(read(...message([])).statements).toMatchObject([{ reconciled: true, transactions: [] }]);
  });

  it('never calls rows proven of which one could not be read', () => {
    const { statements, warnings } = read(...message([':61:99XX03C0,00NTRF', ':61:260103C0,00NTRF']));
    expect(statements[0]?.reconciled).toBeNull();
    expect(warnings).toHaveLength(1);
  });
});

describe('an MT942 report', () => {
  it('is held to the sums that it states', () => {
    const report = (sum: string) =>
      read(
        ':20:A',
        ':25:123456',
        ':28C:1/1',
        ':34F:EUR0,',
        ':13D:2601031200+0100',
        ':61:260103D0,42NMSC',
        ':61:260103C3,00NMSC',
        ':90D:1EUR0,42',
        `:90C:${sum}`,
      ).statements[0];
    expect(report('1EUR3,00')).toMatchObject({ currency: 'EUR', openingBalance: null, reconciled: true });
    expect(report('1EUR3,30')?.reconciled).toBe(false);
  });
});
