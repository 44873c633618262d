import { readSheet } from 'read-excel-file/node';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CombinedMember } from '../../../src/workbook/combined/combined-member.ts';
import { combinedBytes } from '../../support/combine-here.ts';
import { seededRandom } from '../../support/random.ts';
import { arbitraryDocument } from '../../support/workbook/arbitrary-document.ts';
import { arbitraryHistory } from '../../support/workbook/arbitrary-members.ts';
import { busyMembers } from '../../support/workbook/busy-members.ts';
import { calculator } from '../../support/workbook/calculate.ts';
import { type OpenWorkbook, openWorkbook, tableRows } from '../../support/workbook/open-workbook.ts';

const ABOUT = { title: 'Household', createdAt: new Date('2026-02-01T10:00:00Z') };
const open = async (members: readonly CombinedMember[]): Promise<OpenWorkbook> =>
  openWorkbook(await combinedBytes('xlsx', members, ABOUT));
const texts = (workbook: OpenWorkbook, sheet: string) =>
  [...(workbook.sheets.get(sheet)?.values() ?? [])].map((cell) => cell.value);

/** A year of three accounts in two currencies, of which one month is missing and one was added twice. */
const household = (): CombinedMember[] => {
  const members = busyMembers(seededRandom(7), 36, 12);
  const [copied] = members.splice(16, 1, ...members.slice(3, 4).map((member) => ({ ...member, fileId: 99 })));
  if (!copied) throw new Error('no month to leave out');
  return members;
};

describe('an accountant opens the workbook of a household', () => {
  test('which begins with what is wrong, and names the month that is missing and the copy', async () => {
    const workbook = await open(household());
    expect(workbook.activeSheet).toBe('Summary');
    expect([...workbook.sheets.keys()]).toEqual(['Transactions', 'Summary', 'Months', 'Categories', 'Rules', 'Proof']);
    const summary = texts(workbook, 'Summary').join('\n');
    expect(summary).toMatch(/^✗ One thing does not add up/m);
    expect(summary).toMatch(/no statement covers 2024-06-01 to 2024-06-30 \(30 days\)/);
    expect(summary).toMatch(/opens with .* EUR, but the statements before it lead to .* EUR/);
    expect(summary).toMatch(/repeats .*: 12 rows not counted again/);
  });

  test('and finds all rows in one table that a program can read', async () => {
    const rows = await readSheet(await combinedBytes('xlsx', household(), ABOUT), 1);
    expect(rows).toHaveLength(36 * 12 + 1);
    expect(rows[0]).toEqual(
      expect.arrayContaining(['Date', 'Account', 'Bank', 'Currency', 'Description', 'Category', 'Rule', 'Amount']),
    );
    expect(rows[0]).toEqual(expect.arrayContaining(['Continued', 'Counted', 'Duplicate of', 'Statement', 'Page']));
    expect(rows[1]?.[0]).toEqual(new Date('2024-01-01'));
  });

  test('and takes a duplicate back in by its 0, a category to another by its rule: every sum follows', async () => {
    const workbook = await open(household());
    const sheetOf = (name: string) => workbook.sheets.get(name) ?? new Map<string, never>();
    /** What the formulas of that line give, in the blocks of all currencies together. */
    const total = (sheet: string, label: string, column: string): number => {
      const lines = [...sheetOf(sheet)].filter(([place, { value }]) => place.startsWith('A') && value === label);
      const formulas = lines.map(([place]) => sheetOf(sheet).get(column + place.slice(1))?.formula ?? '');
      return formulas.reduce((sum, formula) => sum + Number(calculator(workbook)(formula, sheet)), 0);
    };
    const repeated = tableRows(workbook).filter((row) => row['Counted']?.value === 0);
    expect(repeated).toHaveLength(12);
    for (const row of repeated) expect(String(row['Duplicate of']?.value)).toMatch(/2024-02\.pdf, page 1$/);
    const spent = total('Categories', 'Total', 'N');
    for (const row of repeated) if (row['Counted']) row['Counted'].value = 1;
    const again = repeated.reduce((sum, row) => sum + Number(row['Amount']?.value), 0);
    expect(again).not.toBe(0);
    expect(total('Categories', 'Total', 'N')).toBeCloseTo(spent + again, 2);
    const before = total('Categories', 'Groceries', 'B');
    const rule = tableRows(workbook, 'Rules').find((row) => row['Rule']?.value === 'rewe');
    if (!rule?.['Category']) throw new Error('no rule');
    rule['Category'].value = 'Household';
    expect(total('Categories', 'Groceries', 'B')).toBeGreaterThan(before);
    expect(total('Categories', 'Other categories', 'B')).toBeLessThan(0);
  });

  test('and prints it: fitted to the width, headings repeated, only the rules that were used', async () => {
    const { files } = await open(household());
    for (let sheet = 1; sheet <= 6; sheet += 1) {
      expect(files[`xl/worksheets/sheet${sheet}.xml`]).toContain('orientation="landscape"');
      expect(files[`xl/worksheets/sheet${sheet}.xml`]).toContain('fitToHeight="0"');
    }
    expect(files['xl/workbook.xml']).toContain('Transactions!$1:$1');
    expect(files['xl/workbook.xml']).toMatch(/Rules!\$A\$1:\$E\$\d{1,2}</);
    expect(files['xl/charts/chart1.xml']).toContain('Balance at the end of each month, EUR');
    expect(files['xl/charts/chart2.xml']).toContain('<c:tickLblPos val="low"/>');
  });
});

test('the proof has every check of every statement and how each joins the one before, and marks what differs', async () => {
  const members = household();
  const workbook = await open(members);
  const proof = [...(workbook.sheets.get('Proof') ?? [])];
  const listed = proof.filter(([, { value }]) => /^[✓✗] (agrees|differs)$/.test(String(value)));
  const own = members.flatMap(({ document }) => document.statements.flatMap(({ checks }) => checks));
  const named = (name: string) => proof.filter(([, { value }]) => value === name).length;
  const joins = named('Opens where the statements before it end');
  // Each statement but the first of its three accounts.
  expect(joins).toBe(members.length - 3);
  expect(named('Closes where the continued balance leads')).toBe(members.length);
  expect(listed).toHaveLength(own.length + joins + members.length);
  const differing = listed.filter(([, { value }]) => value === '✗ differs');
  expect(differing).toHaveLength(1);
  expect(differing[0]?.[1].fill).not.toBe(listed[0]?.[1].fill);
});

test('the charts draw the months of the sheet Months, balance over time and in and out by month, a pair a currency', async () => {
  const { files } = await open(household());
  const charts = Object.entries(files).filter(([path]) => path.startsWith('xl/charts/chart'));
  expect(charts).toHaveLength(4);
  for (const [, chart] of charts) {
    const ranges = [...chart.matchAll(/<c:f>Months!\$([A-Z])\$(\d+):\$\1\$(\d+)<\/c:f>/g)];
    expect(ranges.length).toBeGreaterThanOrEqual(2);
    for (const [, , first, last] of ranges) expect(Number(last) - Number(first) + 1).toBe(12);
  }
  expect(charts.map(([, chart]) => /<c:lineChart>|<c:barChart>/.exec(chart)?.[0])).toEqual(
    expect.arrayContaining(['<c:lineChart>', '<c:barChart>']),
  );
});

test.each(['=1+1', '<b>&"\'', '&P &N &D', 'x'.repeat(500), '\u0000\uD800', '\u202Egnp.exe'])(
  'a dashboard may be called %j',
  async (title) => {
    const workbook = openWorkbook(await combinedBytes('xlsx', busyMembers(seededRandom(3), 2, 2), { ...ABOUT, title }));
    const formulas = [...(workbook.sheets.get('Summary') ?? [])].filter(([, cell]) => cell.formula === title);
    expect(formulas).toEqual([]);
    for (const file of Object.values(workbook.files)) expect(XMLValidator.validate(file)).toBe(true);
  },
);

test('months that all agree are said to be proven', async () => {
  const workbook = await open(busyMembers(seededRandom(3), 6, 5));
  expect(texts(workbook, 'Summary')).toContain(
    '✓ Everything adds up: every statement is proven, and each opens where the last one closed.',
  );
});

test('no file with a statement still makes a workbook', async () => {
  const workbook = await open([]);
  expect(texts(workbook, 'Summary')).toContain('? No statement was found in these files.');
});

/** Every formula gives what is stored beside it. */
const mustAgree = (workbook: OpenWorkbook): number => {
  const run = calculator(workbook);
  let formulas = 0;
  for (const [name, sheet] of workbook.sheets) {
    for (const [address, { formula, value }] of sheet) {
      if (formula === null) continue;
      formulas += 1;
      expect([name, address, run(formula, name)]).toEqual([name, address, value]);
    }
  }
  return formulas;
};

test('what every formula gives is what is stored beside it, in a household', async () => {
  expect(mustAgree(await open(household()))).toBeGreaterThan(400);
});

test('what every formula gives is what is stored beside it, whatever the statements say', () =>
  fc.assert(
    fc.asyncProperty(arbitraryHistory, fc.array(arbitraryDocument, { maxLength: 2 }), async ({ members }, more) => {
      const others = more.map((document, index) => ({ fileId: 50 + index, filename: '=b.pdf', document }));
      const workbook = await open([...members, ...others]);
      mustAgree(workbook);
      const formulas = [...(workbook.sheets.get('Transactions') ?? [])].filter(([, cell]) => cell.formula !== null);
      expect(formulas.filter(([address]) => !address.startsWith('D'))).toEqual([]);
    }),
    { numRuns: 20 },
  ));
