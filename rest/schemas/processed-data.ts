import { z } from 'zod';
import { day, money } from './values.ts';

const Check = z
  .strictObject({
    name: z.string(),
    ok: z.boolean(),
    expected: z.string().describe('What the statement prints.'),
    found: z.string().describe('What the rows add up to.'),
  })
  .meta({ id: 'Check' });

const Transaction = z
  .strictObject({
    date: day,
    value_date: day.nullable(),
    description: z.string(),
    reference: z.string().nullable(),
    amount: money.describe("Signed from the account holder's side: money out is negative."),
    balance: money.nullable().describe('The running balance printed on this row, or null where none is printed.'),
    currency: z.string().nullable(),
    page: z.int().min(1),
    confidence: z.number().min(0).max(1),
    flags: z.array(z.string()).describe('What is wrong with this row or was repaired.'),
  })
  .meta({ id: 'Transaction' });

const Statement = z
  .strictObject({
    bank: z.string().nullable(),
    account_number: z.string().nullable(),
    account_holder: z.string().nullable(),
    currency: z.string().nullable().describe('ISO 4217.'),
    period_start: day.nullable(),
    period_end: day.nullable(),
    opening_balance: money.nullable(),
    closing_balance: money.nullable(),
    total_credits: money,
    total_debits: money,
    reconciled: z
      .boolean()
      .nullable()
      .describe(
        'True only where arithmetic proves the rows, false where a printed figure contradicts them, null where the ' +
          'statement prints nothing to check against.',
      ),
    checks: z.array(Check),
    transactions: z.array(Transaction),
  })
  .meta({ id: 'Statement' });

const ExtractedDocument = z
  .strictObject({ statements: z.array(Statement), source_format: z.string(), warnings: z.array(z.string()) })
  .meta({ id: 'ExtractedDocument' });

const ProcessingFailure = z
  .strictObject({
    error: z.strictObject({ code: z.string(), message: z.string().describe('What happened and what to do.') }),
  })
  .meta({ id: 'ProcessingFailure' });

export const ProcessedData = z.union([ExtractedDocument, ProcessingFailure]);

export const exampleDocument = {
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
          description: 'CARD PURCHASE GREENGROCER',
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
  warnings: [],
};
