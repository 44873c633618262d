import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ExtractedDocument } from '../../../src/extraction/statement.ts';
import { writeExport } from '../../../src/workbook/write-export.ts';
import { makeDocument, makeStatement } from '../../support/extracted-document.ts';
import { calculate } from '../../support/workbook/calculate.ts';
import { type OpenWorkbook, openWorkbook, summaryLine, tableRows } from '../../support/workbook/open-workbook.ts';

const ABOUT = { title: 'january & february.pdf', createdAt: new Date('2026-02-01T10:00:00Z') };

const write = (document: ExtractedDocument): Promise<Uint8Array> => writeExport('xlsx', document, ABOUT);
const open = async (document: ExtractedDocument): Promise<OpenWorkbook> => openWorkbook(await write(document));
const texts = (workbook: OpenWorkbook, sheet: string) =>
  [...(workbook.sheets.get(sheet)?.values() ?? [])].map((cell) => cell.value);

describe('an accountant opens the workbook of one statement', () => {
  const statement = makeStatement({
    accountHolder: 'J. Example',
    transactions: [
      { date: '2026-01-02', description: 'Rent January\nFlat 4', amount: '-950.00', reference: 'SO-1' },
      { date: '2026-01-05', valueDate: '2026-01-06', description: 'Invoice 118', amount: '1840.10' },
      { date: '2026-01-09', description: 'Reversed fee', amount: '0.00' },
    ],
  });
  const document = makeDocument({ statements: [statement] });

  test('and is told first whether it adds up', async () => {
    const workbook = await open(document);
    expect(workbook.activeSheet).toBe('Summary');
    expect(texts(workbook, 'Summary')).toContain('✓ Everything adds up: the printed figures prove the rows.');
    expect(texts(workbook, 'Summary')).toContain('january & february.pdf');
  });

  test('and finds the rows as a table in the first sheet: real dates, numbers, and text as it was printed', async () => {
    const [header, ...rows] = await readSheet(Buffer.from(await write(document)), 1, { trim: false });
    expect(header).toEqual([
      'Date',
      'Value date',
      'Description',
      'Reference',
      'Debit',
      'Credit',
      'Amount',
      'Balance',
      'Currency',
      'Page',
    ]);
    const day = (date: number) => new Date(Date.UTC(2026, 0, date));
    expect(rows).toEqual([
      [day(2), null, 'Rent January\nFlat 4', 'SO-1', 950, null, -950, 250, 'EUR', 1],
      [day(5), day(6), 'Invoice 118', null, null, 1840.1, 1840.1, 2090.1, 'EUR', 1],
      [day(9), null, 'Reversed fee', null, null, null, 0, 2090.1, 'EUR', 1],
    ]);
  });

  test('and can filter, scroll and print it: a named table, a frozen and repeated heading, one page wide', async () => {
    const { table, files } = await open(document);
    const sheet = files['xl/worksheets/sheet1.xml'];
    expect(table).toMatchObject({ name: 'Transactions', range: 'A1:J4' });
    expect(files['xl/tables/table1.xml']).toContain('<autoFilter ref="A1:J4"/>');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('orientation="landscape"');
    expect(sheet).toContain('fitToHeight="0"');
    expect(sheet).toContain('january &amp;&amp; february.pdf');
    expect(files['xl/workbook.xml']).toContain('Transactions!$1:$1');
  });

  test('and reads the statement as on paper: opening, in, out, closing, and no difference', async () => {
    const workbook = await open(document);
    const value = (label: string) => summaryLine(workbook, label).value;
    expect([value('Account'), value('Account holder'), value('Bank'), value('Currency')]).toEqual([
      '…4321',
      'J. Example',
      'Example Bank',
      'EUR',
    ]);
    expect(value('Opening balance')).toBe(1200);
    expect(value('Money in')).toBe(1840.1);
    expect(value('Money out')).toBe(-950);
    expect(value('Closing balance, computed')).toBe(2090.1);
    expect(value('Closing balance, printed')).toBe(2090.1);
    expect(value('Difference')).toBe(0);
    expect(value('Transactions')).toBe(3);
    expect(value('Marked rows')).toBe(0);
    expect(value('Verdict')).toBe('✓ Reconciled');
  });

  test('and corrects a row: the sums are formulas, and the difference shows what the correction did', async () => {
    const workbook = await open(document);
    const amount = workbook.sheets.get('Transactions')?.get('G2');
    if (!amount) throw new Error('no amount in G2');
    expect(amount.value).toBe(-950);
    amount.value = -900;
    const recalculated = (label: string) => calculate(workbook, summaryLine(workbook, label).formula ?? '');
    expect(recalculated('Money out')).toBe(-900);
    expect(recalculated('Closing balance, computed')).toBe(2140.1);
    expect(recalculated('Difference')).toBe(-50);
  });

  test('and sees the running balance drawn', async () => {
    const { files } = await open(document);
    expect(files['xl/charts/chart1.xml']).toContain('Transactions!$H$2:$H$4');
  });

  test('and finds no trace of who made it, and no link out of it', async () => {
    const { files } = await open(document);
    expect(files['docProps/core.xml']).toContain('<dc:title>january &amp; february.pdf</dc:title>');
    expect(files['docProps/core.xml']).toContain('<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>');
    expect(files['docProps/app.xml']).toContain('<Company></Company>');
    expect(Object.keys(files).filter((path) => path.includes('externalLink'))).toEqual([]);
    expect(Object.values(files).filter((file) => file.includes('TargetMode="External"'))).toEqual([]);
  });

  test('and gets the same file, byte for byte, when downloading it again', async () => {
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T08:00:00Z') });
    const first = await write(document);
    vi.setSystemTime(new Date('2027-04-02T09:30:00Z'));
    const second = await write(document);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(openWorkbook(second).files['docProps/core.xml']).toContain('2026-02-01T10:00:00Z</dcterms:created>');
  });
});

describe('a statement that does not add up', () => {
  const document = makeDocument({
    statements: [
      makeStatement({
        reconciled: false,
        closingBalance: '1500.00',
        transactions: [
          { amount: '-12.20' },
          { amount: '300.00', balance: '1500.00', flags: ['balance_mismatch', 'a_new_flag'] },
        ],
        checks: [
          { name: 'closing_balance', ok: false, expected: '1500.00', found: '1487.80' },
          { name: 'transaction_count', ok: true, expected: '2', found: '2' },
        ],
      }),
    ],
    warnings: ['Page 3 could not be read: it is a picture without text.'],
  });

  test('says so at once, in red words, with the difference as a figure', async () => {
    const workbook = await open(document);
    expect(texts(workbook, 'Summary')).toContain(
      '✗ This statement does not add up: compare the checks below with the original.',
    );
    expect(summaryLine(workbook, 'Verdict').value).toBe('✗ Does not add up');
    expect(summaryLine(workbook, 'Difference')).toMatchObject({ value: 12.2, formula: 'ROUND(B17-B16,2)' });
  });

  test('lists every check with what is printed, what the rows give, and whether they agree', async () => {
    const workbook = await open(document);
    const line = (label: string) => ['B', 'C', 'D', 'E'].map((column) => summaryLine(workbook, label, column).value);
    expect(line('Check')).toEqual(['Printed', 'From the rows', 'Result', 'Statement']);
    expect(line('Transaction count')).toEqual([2, 2, '✓ agrees', 1]);
    const sheet = workbook.sheets.get('Summary');
    const [checkRow] = [...(sheet ?? [])].findLast(([, cell]) => cell.value === 'Closing balance') ?? [''];
    const row = checkRow.slice(1);
    expect(['B', 'C', 'D'].map((column) => sheet?.get(column + row)?.value)).toEqual([1500, 1487.8, '✗ differs']);
  });

  test('marks the row in question over its whole length and says what is wrong with it', async () => {
    const workbook = await open(document);
    const [sound, marked] = tableRows(workbook);
    expect(marked?.['Note']?.value).toBe(
      'The printed balance does not follow from the row before and this amount. A new flag.',
    );
    expect(sound?.['Note']).toBeUndefined();
    const fills = Object.values(marked ?? {}).map((cell) => cell.fill);
    expect(new Set(fills).size).toBe(1);
    expect(fills[0]).not.toBe(sound?.['Date']?.fill);
    expect(summaryLine(workbook, 'Marked rows')).toMatchObject({ value: 1 });
  });

  test('passes on what the reader warned of', async () => {
    expect(texts(await open(document), 'Summary')).toContain(
      '• Page 3 could not be read: it is a picture without text.',
    );
  });
});

test('a statement without balances is called not proven, and nothing is made up for it', async () => {
  const statement = makeStatement({ openingBalance: null, accountNumber: null, bank: null, currency: null });
  const workbook = await open(makeDocument({ statements: [statement] }));
  expect(texts(workbook, 'Summary')).toContain(
    '? This statement could not be proven: compare the rows with the original.',
  );
  for (const label of ['Account', 'Opening balance', 'Closing balance, computed', 'Difference']) {
    expect(summaryLine(workbook, label)).toMatchObject({ value: 'not found', formula: null });
  }
  expect(summaryLine(workbook, 'Money in').value).toBe(300);
  expect(workbook.table.columns).toEqual(['Date', 'Description', 'Debit', 'Credit', 'Amount', 'Page']);
});

describe('a file with accounts in three currencies', () => {
  const document = makeDocument({
    statements: [
      makeStatement({ accountNumber: 'DE1' }),
      makeStatement({
        accountNumber: 'JP2',
        currency: 'JPY',
        openingBalance: '5000.00',
        transactions: [{ amount: '-1200.00' }],
      }),
      makeStatement({
        accountNumber: 'KW3',
        currency: 'KWD',
        openingBalance: null,
        transactions: [{ amount: '1.250', balance: '7.125' }],
      }),
    ],
  });

  test('has them in one table that says which row is whose', async () => {
    const rows = tableRows(await open(document));
    expect(rows.map((row) => [row['Account']?.value, row['Statement']?.value, row['Currency']?.value])).toEqual([
      ['DE1', 1, 'EUR'],
      ['DE1', 1, 'EUR'],
      ['JP2', 2, 'JPY'],
      ['KW3', 3, 'KWD'],
    ]);
  });

  test('and draws no line through balances of different accounts', async () => {
    expect(Object.keys((await open(document)).files).filter((path) => path.includes('chart'))).toEqual([]);
  });

  test('and side by side in the summary, each summed over its own rows with its own decimals', async () => {
    const workbook = await open(document);
    const line = (label: string) => ['B', 'C', 'D'].map((column) => summaryLine(workbook, label, column));
    expect(line('Money in').map((cell) => cell.value)).toEqual([300, 0, 1.25]);
    expect(line('Money out').map((cell) => cell.value)).toEqual([-12.2, -1200, 0]);
    expect(line('Transactions').map((cell) => cell.value)).toEqual([2, 1, 1]);
    expect(line('Money in').map((cell) => cell.formula?.slice(-3))).toEqual([',2)', ',0)', ',3)']);
    expect(workbook.files['xl/styles.xml']).toMatch(/formatCode="#,##0"/);
    expect(workbook.files['xl/styles.xml']).toMatch(/formatCode="#,##0.000"/);
  });
});

test('a figure of more digits than Excel can hold stays text, is marked, and no formula pretends to have added it', async () => {
  const figure = '12345678901234567.89';
  const workbook = await open(makeDocument({ statements: [makeStatement({ transactions: [{ amount: figure }] })] }));
  const [row] = tableRows(workbook);
  expect(row?.['Amount']?.value).toBe(figure);
  expect(row?.['Note']?.value).toMatch(/more digits than Excel can hold/);
  expect(summaryLine(workbook, 'Money in')).toMatchObject({ value: figure, formula: null });
  expect(summaryLine(workbook, 'Closing balance, computed')).toMatchObject({ value: '12345678901235767.89' });
});

describe('text that is somebody else’s', () => {
  const document = (description: string) =>
    makeDocument({ statements: [makeStatement({ transactions: [{ description }] })] });

  test.each(['=HYPERLINK("http://example.com","Refund")', '+1', '-1', '@SUM(A1)', '\t=1+1', "'=1", 'DDE|x'])(
    'is never a formula: %j',
    async (description) => {
      const [row] = tableRows(await open(document(description)));
      expect(row?.['Description']).toMatchObject({ value: description, formula: null });
    },
  );

  test('stays text even when the cell is edited', async () => {
    const [row] = tableRows(await open(document('=1+1')));
    expect(row?.['Description']?.quotePrefix).toBe(true);
  });

  test('that names a character by its code is not turned into that character', async () => {
    const [row] = tableRows(await open(document('paid _x0041_ _x000D_')));
    expect(row?.['Description']?.value).toBe('paid _x0041_ _x000D_');
  });

  test('loses what no XML can hold, and nothing else', async () => {
    const [row] = tableRows(await open(document('a\u0000\u0007b\r\nc\uD800d <&> "é" 😀 \u202E x')));
    expect(row?.['Description']?.value).toBe('ab\ncd <&> "é" 😀 \u202E x');
  });

  test('of any length fits: a cell holds 32,767 characters, and an emoji is not cut in two', async () => {
    const [row] = tableRows(await open(document(`${'x'.repeat(32_765)}😀😀`)));
    expect(row?.['Description']?.value).toBe(`${'x'.repeat(32_765)}…`);
  });
});

test('a title may be anything a file may be called', async () => {
  const title = `=&P&"[]:*?/\\${'long '.repeat(100)}.pdf`;
  const workbook = openWorkbook(await writeExport('xlsx', makeDocument(), { ...ABOUT, title }));
  expect(texts(workbook, 'Summary')).toContain(title);
});

test.each(['1899-12-31', '2026-02-30', 'no date'])('%s, for which Excel has no day, stays readable', async (date) => {
  const [row] = tableRows(await open(makeDocument({ statements: [makeStatement({ transactions: [{ date }] })] })));
  expect(row?.['Date']?.value).toBe(date);
});

test('a statement without a row, and a file without a statement, still make a workbook', async () => {
  const empty = await open(makeDocument({ statements: [makeStatement({ transactions: [] })] }));
  expect(empty.table.range).toBe('A1:F2');
  expect(tableRows(empty)).toEqual([{}]);
  expect(summaryLine(empty, 'Transactions')).toMatchObject({ value: 0, formula: 'COUNTA(Transactions[Date])' });
  expect(calculate(empty, 'COUNTA(Transactions[Date])')).toBe(0);

  const none = await open(makeDocument({ statements: [] }));
  expect(texts(none, 'Summary')).toContain('? No statement was found in this file.');
});

test('a year of a busy shop: 50,000 rows', async () => {
  const transactions = Array.from({ length: 50_000 }, (_, index) => ({
    date: `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`,
    description: `Sale ${index}`,
    amount: index % 3 === 0 ? '-0.10' : '0.30',
  }));
  const files = unzipSync(await write(makeDocument({ statements: [makeStatement({ transactions })] })));
  const file = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  expect(file('xl/tables/table1.xml')).toContain('ref="A1:H50001"');
  expect(file('xl/worksheets/sheet1.xml').match(/<row /g)).toHaveLength(50_001);
  // 33,333 × 0.30: not a cent is lost to the binary sums of floats.
  expect(file('xl/worksheets/sheet2.xml')).toContain('<v>9999.9</v>');
});
