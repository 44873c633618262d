import { DocProperties, Workbook } from 'wasm-xlsxwriter';
import { AppError } from '../../errors.ts';
import type { ExtractedDocument } from '../../extraction/statement.ts';
import { createCellFormats } from './cell-formats.ts';
import { cellText } from './cell-text.ts';
import { withCreationTime } from './creation-time.ts';
import { writeSummarySheet } from './summary-sheet.ts';
import { transactionColumns } from './transaction-columns.ts';
import { transactionRows } from './transaction-rows.ts';
import { TABLE_NAME, writeTransactionsSheet } from './transactions-sheet.ts';

/** An Excel sheet has 1,048,576 rows; the first is the table's heading. */
const ROWS_MAX = 1_048_575;

/**
 * The document as an Excel workbook of two sheets. `Transactions` comes first, because programs that import a workbook
 * read its first sheet; the workbook opens at `Summary`, because a person wants to know first whether it adds up.
 * Throws AppError `TOO_LARGE` where the rows do not fit into one sheet.
 */
export const writeXlsx = (document: ExtractedDocument, about: { title: string; createdAt: Date }): Uint8Array => {
  const rows = transactionRows(document);
  if (rows.length > ROWS_MAX) {
    throw new AppError('TOO_LARGE', `Excel holds ${ROWS_MAX} rows; this document has ${rows.length}. Use csv instead.`);
  }

  using workbook = new Workbook();
  // No author and no company: the workbook says nothing of the machine that made it.
  workbook.setProperties(new DocProperties().setTitle(cellText(about.title)));
  const formats = createCellFormats();
  const columns = transactionColumns(rows, document.statements.length);
  const transactions = workbook.addWorksheet().setName(TABLE_NAME);
  const summary = workbook.addWorksheet().setName('Summary').setActive(true);
  writeTransactionsSheet(transactions, rows, columns, formats, about.title);
  writeSummarySheet(summary, document, rows, columns, formats, about.title);
  return withCreationTime(workbook.saveToBufferSync(), about.createdAt);
};
