import { DocProperties, Workbook } from 'wasm-xlsxwriter';
import { CATEGORY_RULES } from '../../categories/category-rules.ts';
import { type CellStyle, createCellFormats } from '../../xlsx/cell-formats.ts';
import { cellText } from '../../xlsx/cell-text.ts';
import { fillTable } from '../../xlsx/fill-table.ts';
import { layTable } from '../../xlsx/lay-table.ts';
import { mustFit } from '../../xlsx/must-fit.ts';
import { withFaintGridlines } from '../../xlsx/faint-gridlines.ts';
import { type FillSheet, packWorkbook } from '../../xlsx/pack-workbook.ts';
import { planTable } from '../../xlsx/table-plan.ts';
import type { Combined } from '../combined.ts';
import { currencyBooks } from '../currency-books.ts';
import { findings as findingsOf } from '../findings.ts';
import { writeCategoriesSheet } from './categories-sheet.ts';
import { combinedColumns } from './combined-columns.ts';
import { type CombinedTableRow, combinedRows } from './combined-rows.ts';
import { writeCombinedSummary } from './combined-summary.ts';
import { MONTHS_NAME, writeMonthsSheet } from './months-sheet.ts';
import { writeProofSheet } from './proof-sheet.ts';
import { planRules, RULES_NAME } from './rules-table.ts';

/** Names of months below the lowest column, not across the columns of money out; the library knows no setting for it. */
const withLowLabels = (chart: string): string[] => [
  withFaintGridlines(chart).replace(/(<c:(?:cat|date)Ax>.*?<c:tickLblPos val=")nextTo/, '$1low'),
];

const TABLE_NAME = 'Transactions';
const SOUND_ROW: CellStyle = { line: 'hairline' };
const MARKED_ROW: CellStyle = { line: 'hairline', fill: 'amberFill' };
const DUPLICATE_ROW: CellStyle = { line: 'hairline', color: 'faint' };

/**
 * The books as one workbook: all transactions in one table, a summary, months, categories with their rules, and the
 * proof. `Transactions` comes first, because programs that import a workbook read its first sheet; the workbook opens
 * at `Summary`. Comes in parts. Throws AppError `TOO_LARGE` where the rows do not fit into one sheet.
 */
export const writeCombinedXlsx = (
  combined: Combined,
  about: { title: string; createdAt: Date },
): AsyncGenerator<Uint8Array> => {
  const rows = combinedRows(combined);
  mustFit(rows);
  const plan = planTable({ name: TABLE_NAME, rows, columns: combinedColumns(rows), rowStyle });
  const rules = planRules(CATEGORY_RULES, rows);
  const books = currencyBooks(combined);
  const findings = findingsOf(combined);

  using workbook = new Workbook();
  workbook.setProperties(new DocProperties().setTitle(cellText(about.title)));
  const formats = createCellFormats();
  const transactionsSheet = workbook.addWorksheet().setName(TABLE_NAME);
  const summarySheet = workbook.addWorksheet().setName('Summary').setActive(true);
  const monthsSheet = workbook.addWorksheet().setName(MONTHS_NAME);
  const categoriesSheet = workbook.addWorksheet().setName('Categories');
  const rulesSheet = workbook.addWorksheet().setName(RULES_NAME);
  const proofSheet = workbook.addWorksheet().setName('Proof');

  layTable(transactionsSheet, plan, formats, about.title);
  const places = writeMonthsSheet(monthsSheet, books, formats, about.title);
  writeCombinedSummary(summarySheet, combined, findings, places, formats, about.title);
  writeCategoriesSheet(categoriesSheet, books, formats, about.title);
  layTable(rulesSheet, rules, formats, about.title);
  writeProofSheet(proofSheet, combined, findings, formats, about.title);

  const fillSheets = new Map<string, FillSheet>([
    ...fillTable(plan, { sheet: 1, table: 1 }),
    ...places.flatMap((_, index) =>
      [2 * index + 1, 2 * index + 2].map((number) => [`xl/charts/chart${number}.xml`, withLowLabels] as const),
    ),
    ...fillTable(rules, { sheet: 5, table: 2 }),
  ]);
  return packWorkbook(workbook.saveToBufferSync(), about.createdAt, fillSheets);
};

const rowStyle = ({ row, note }: CombinedTableRow): CellStyle => {
  if (row.duplicateOf !== null) return DUPLICATE_ROW;
  return note === '' ? SOUND_ROW : MARKED_ROW;
};
