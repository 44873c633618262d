import type { ProcessedData } from '../domain/file/file.entity.ts';
import type { Box } from '../extraction/layout/placement.ts';
import type { Check, ExtractedDocument, Statement, Transaction } from '../extraction/statement.ts';
import { builder } from './builder.ts';

const CheckType = builder.objectRef<Check>('Check').implement({
  description: 'One proof that was tried: a printed figure beside the one computed from the rows.',
  fields: (t) => ({
    name: t.exposeString('name'),
    ok: t.exposeBoolean('ok'),
    expected: t.exposeString('expected', { description: 'What the statement prints.' }),
    found: t.exposeString('found', { description: 'What the rows add up to.' }),
  }),
});

const BoxType = builder.objectRef<Box>('Box').implement({
  description:
    "A rectangle on a page as it is shown, in shares (0 to 1) of the page's width and height from its top left.",
  fields: (t) => ({
    x: t.exposeFloat('x'),
    y: t.exposeFloat('y'),
    width: t.exposeFloat('width'),
    height: t.exposeFloat('height'),
  }),
});

const TransactionType = builder.objectRef<Transaction>('Transaction').implement({
  fields: (t) => ({
    date: t.expose('date', { type: 'Date' }),
    valueDate: t.expose('valueDate', { type: 'Date', nullable: true }),
    description: t.exposeString('description'),
    reference: t.exposeString('reference', { nullable: true }),
    amount: t.exposeString('amount', { description: "Signed from the account holder's side: money out is negative." }),
    balance: t.exposeString('balance', {
      nullable: true,
      description: 'The running balance printed on this row, or null where none is printed.',
    }),
    currency: t.exposeString('currency', { nullable: true, description: 'ISO 4217.' }),
    page: t.exposeInt('page', { description: 'The page of the document, from 1.' }),
    box: t.field({
      type: BoxType,
      nullable: true,
      description: 'Where the row stands on its page, with the lines that continue it. Null where that is not known.',
      resolve: ({ box }) => box ?? null,
    }),
    confidence: t.exposeFloat('confidence', { description: '0 to 1.' }),
    flags: t.exposeStringList('flags', { description: 'What is wrong with this row or was repaired.' }),
    category: t.string({
      description: 'What it was for, by the words of its description; “Uncategorised” where they say nothing.',
      resolve: (transaction, _args, { services }) => services.categoryOf(transaction),
    }),
  }),
});

const StatementType = builder.objectRef<Statement>('Statement').implement({
  description: 'One statement of one account in one currency. Money is a decimal string.',
  fields: (t) => ({
    bank: t.exposeString('bank', { nullable: true }),
    accountNumber: t.exposeString('accountNumber', { nullable: true }),
    accountHolder: t.exposeString('accountHolder', { nullable: true }),
    currency: t.exposeString('currency', { nullable: true, description: 'ISO 4217.' }),
    periodStart: t.expose('periodStart', { type: 'Date', nullable: true }),
    periodEnd: t.expose('periodEnd', { type: 'Date', nullable: true }),
    openingBalance: t.exposeString('openingBalance', { nullable: true }),
    closingBalance: t.exposeString('closingBalance', { nullable: true }),
    totalCredits: t.exposeString('totalCredits', { description: 'Money in.' }),
    totalDebits: t.exposeString('totalDebits', { description: 'Money out, negative.' }),
    reconciled: t.exposeBoolean('reconciled', {
      nullable: true,
      description:
        'True only where arithmetic proves the rows, false where a printed figure contradicts them, null where the ' +
        'statement prints nothing to check against.',
    }),
    checks: t.expose('checks', { type: [CheckType] }),
    transactions: t.expose('transactions', { type: [TransactionType] }),
  }),
});

const ExtractedDocumentType = builder.objectRef<ExtractedDocument>('ExtractedDocument').implement({
  description: 'What was read from a document.',
  fields: (t) => ({
    statements: t.expose('statements', { type: [StatementType] }),
    sourceFormat: t.exposeString('sourceFormat'),
    warnings: t.exposeStringList('warnings', { description: 'Sentences about the document as a whole.' }),
  }),
});

const ProcessingErrorType = builder
  .objectRef<{ error: { code: string; message: string } }>('ProcessingError')
  .implement({
    description: 'Why nothing was read from a document.',
    fields: (t) => ({
      code: t.string({ resolve: ({ error }) => error.code }),
      message: t.string({ description: 'What happened and what to do.', resolve: ({ error }) => error.message }),
    }),
  });

export const ProcessedDataType = builder.unionType('ProcessedData', {
  description: 'What processing a file has come to.',
  types: [ExtractedDocumentType, ProcessingErrorType],
  resolveType: (data: ProcessedData) => ('error' in data ? 'ProcessingError' : 'ExtractedDocument'),
});
