import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { readBai2 } from '../../../src/extraction/formats/bai2/read-bai2.ts';
import { sniff } from '../../../src/extraction/sniff.ts';

const file = (closing: string) =>
  Buffer.from(
    [
      '01,122099999,123456789,260113,0200,1,80,,2/',
      '02,031001234,122099999,1,260113,,USD,2/',
      '03,0975312468,,010,500000,,,100,70000,2,,400,20000,1,/',
      `88,015,${closing},,/`,
      '16,165,50000,Z,1234,5678,DEALER PAYMENTS, MARCH',
      '88,SECOND LINE/',
      '16,115,20000,S,0,10000,10000,AB123,,LOCKBOX/',
      '16,475,20000,V,260114,,,,99/',
      '49,1130000,6/',
      '98,1130000,1,8/',
      '99,1130000,1,10/',
    ].join('\n'),
  );

describe('a BAI2 file', () => {
  it('is proven by its ledger balances and its totals', () => {
    expect(sniff(file('550000'))?.format).toBe('bai2');
    expect(readBai2(file('550000')).statements).toMatchObject([
      {
        accountNumber: '0975312468',
        currency: 'USD',
        openingBalance: '5000.00',
        closingBalance: '5500.00',
        reconciled: true,
        transactions: [
          {
            date: '2026-01-13',
            amount: '500.00',
            reference: '5678',
            description: 'DEALER PAYMENTS,MARCH\nSECOND LINE',
          },
          { amount: '200.00', reference: 'AB123', description: 'LOCKBOX' },
          { amount: '-200.00', valueDate: '2026-01-14', description: '99' },
        ],
      },
    ]);
  });

  it('is contradicted by a closing balance that does not follow', () => {
    expect(readBai2(file('550001')).statements[0]?.reconciled).toBe(false);
  });
});
