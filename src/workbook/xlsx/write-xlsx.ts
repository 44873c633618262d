import { DocProperties, Workbook } from 'wasm-xlsxwriter';
import type { ExtractedDocument } from '../../extraction/statement.ts';
import { createCellFormats } from './cell-formats.ts';
import { cellText } from './cell-text.ts';
import { fillTable } from './fill-table.ts';
import { layTable } from './lay-table.ts';
import { mustFit } from './must-fit.ts';
import { withFaintGridlines } from './faint-gridlines.ts';
import { type FillSheet, packWorkbook } from './pack-workbook.ts';
import { writeSummarySheet } from './summary-sheet.ts';
import { transactionColumns } from './transaction-columns.ts';
import { transactionRows } from './transaction-rows.ts';
import { planTransactions, TABLE_NAME } from './transactions-sheet.ts';

/**
 * The document as an Excel workbook of two sheets. `Transactions` comes first, because programs that import a workbook
 * read its first sheet; the workbook opens at `Summary`, because a person wants to know first whether it adds up.
 * Throws AppError `TOO_LARGE` where the rows do not fit into one sheet.
 */
export const writeXlsx = async (
  document: ExtractedDocument,
  about: { title: string; createdAt: Date },
): Promise<Uint8Array> => {
  const rows = transactionRows(document);
  mustFit(rows);
  const columns = transactionColumns(rows, document.statements.length);
  const plan = planTransactions(rows, columns);

  using workbook = new Workbook();
  // No author and no company: the workbook says nothing of the machine that made it.
  workbook.setProperties(new DocProperties().setTitle(cellText(about.title)));
  const formats = createCellFormats();
  const transactions = workbook.addWorksheet().setName(TABLE_NAME);
  const summary = workbook.addWorksheet().setName('Summary').setActive(true);
  layTable(transactions, plan, formats, about.title);
  writeSummarySheet(summary, document, rows, columns, formats, about.title);
  const fillSheets = new Map<string, FillSheet>([
    ...fillTable(plan, { sheet: 1, table: 1 }),
    ['xl/charts/chart1.xml', (chart) => [withFaintGridlines(chart)]],
  ]);
  return Buffer.concat(await Array.fromAsync(packWorkbook(workbook.saveToBufferSync(), about.createdAt, fillSheets)));
};
