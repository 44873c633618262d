import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeExport } from '../../../src/workbook/write-export.ts';
import { arbitraryDocument } from '../../support/workbook/arbitrary-document.ts';
import { calculate } from '../../support/workbook/calculate.ts';
import { type OpenWorkbook, openWorkbook, tableRows } from '../../support/workbook/open-workbook.ts';

const ABOUT = { title: 'statement.pdf', createdAt: new Date('2026-02-01T10:00:00Z') };
const DAY_MS = 86_400_000;

/** Runs a claim over many documents, each written and opened again. */
const forAnyWorkbook = (
  claim: (workbook: OpenWorkbook, document: Parameters<typeof writeExport>[1]) => void,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(arbitraryDocument, async (document) => {
      claim(openWorkbook(await writeExport('xlsx', document, ABOUT)), document);
    }),
    { numRuns: 150 },
  );

/** The text that a cell can hold of a text: spelled out one code point at a time, apart from how it is written. */
const held = (text: string): string =>
  Array.from(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))
    .filter((character) => isHeld(character.codePointAt(0) ?? 0))
    .join('');

const isHeld = (code: number): boolean => {
  if (code === 0x09 || code === 0x0a) return true;
  const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
  const isHalfOfPair = code >= 0xd800 && code <= 0xdfff;
  return !isControl && !isHalfOfPair && code !== 0xfffe && code !== 0xffff;
};

test('whatever a statement says, its rows read back the same, in order', () =>
  forAnyWorkbook((workbook, document) => {
    const transactions = document.statements.flatMap((statement) => statement.transactions);
    const rows = tableRows(workbook).filter((row) => row['Date'] !== undefined);
    const value = (row: (typeof rows)[number], column: string) => row[column]?.value ?? null;
    const day = (isoDate: string | null) => isoDate && (Date.parse(isoDate) - Date.UTC(1899, 11, 30)) / DAY_MS;

    expect(
      rows.map((row) => ({
        date: value(row, 'Date'),
        valueDate: value(row, 'Value date'),
        description: value(row, 'Description'),
        reference: value(row, 'Reference'),
        amount: value(row, 'Amount'),
        net: Number(value(row, 'Credit') ?? 0) - Number(value(row, 'Debit') ?? 0),
        balance: value(row, 'Balance'),
        currency: value(row, 'Currency'),
        page: value(row, 'Page'),
        isMarked: value(row, 'Note') !== null,
      })),
    ).toEqual(
      transactions.map((transaction) => ({
        date: day(transaction.date),
        valueDate: day(transaction.valueDate),
        description: held(transaction.description) || null,
        reference: held(transaction.reference ?? '') || null,
        amount: Number(transaction.amount),
        net: Number(transaction.amount),
        balance: transaction.balance === null ? null : Number(transaction.balance),
        currency: transaction.currency,
        page: transaction.page,
        isMarked: transaction.flags.length > 0,
      })),
    );
  }));

test('no cell is a formula but the summary’s own, and those give what is stored beside them', () =>
  forAnyWorkbook((workbook) => {
    const formulas = (sheet: string) =>
      [...(workbook.sheets.get(sheet) ?? [])].filter(([, cell]) => cell.formula !== null);
    expect(formulas('Transactions')).toEqual([]);
    for (const [, { formula, value }] of formulas('Summary')) {
      expect(formula).toMatch(/^(ROUND|COUNTA|COUNTIFS)\(/);
      expect(calculate(workbook, formula ?? '')).toBe(value);
    }
  }));
