import { expect, test } from 'vitest';
import { writeExport } from '../../src/workbook/write-export.ts';
import { makeDocument, makeStatement } from '../support/extracted-document.ts';

test('a program reads the json: the shape of processed_data, money as strings', async () => {
  const document = makeDocument({
    statements: [
      makeStatement({
        transactions: [
          {
            date: '2026-01-03',
            description: 'CARD PURCHASE é',
            amount: '-12.20',
            box: { x: 0, y: 0, width: 1, height: 0.1 },
          },
        ],
      }),
    ],
    warnings: ['Page 2 is empty.'],
  });
  const bytes = await writeExport('json', document, { title: 'statement.pdf', createdAt: new Date(0) });
  expect(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).toStrictEqual({
    statements: [
      {
        bank: 'Example Bank',
        account_number: '…4321',
        account_holder: null,
        currency: 'EUR',
        period_start: '2026-01-01',
        period_end: '2026-01-31',
        opening_balance: '1200.00',
        closing_balance: '1187.80',
        total_credits: '0.00',
        total_debits: '-12.20',
        reconciled: true,
        checks: [{ name: 'closing_balance', ok: true, expected: '1187.80', found: '1187.80' }],
        transactions: [
          {
            date: '2026-01-03',
            value_date: null,
            description: 'CARD PURCHASE é',
            reference: null,
            amount: '-12.20',
            balance: '1187.80',
            currency: 'EUR',
            page: 1,
            confidence: 0.99,
            flags: [],
          },
        ],
      },
    ],
    source_format: 'pdf-text',
    warnings: ['Page 2 is empty.'],
  });
});
