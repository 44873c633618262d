import type { Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats } from '../../xlsx/cell-formats.ts';
import { writeCheckList } from '../../xlsx/check-list.ts';
import { text } from '../../xlsx/held-cell.ts';
import { setUpPage } from '../../xlsx/page-set-up.ts';
import { createCellWriter } from '../../xlsx/write-cell.ts';
import type { Combined } from '../combined.ts';
import type { Finding } from '../findings.ts';
import { checksOfStatements } from './checks-of-statements.ts';
import { writeFindings } from './finding-list.ts';
import { QUIET, SECTION, TITLE } from './sheet-styles.ts';
import { STATEMENT_WIDTHS, writeStatementsTable } from './statements-table.ts';

/**
 * Why the figures may be believed, or not: every statement with how it joins the others, everything that was found,
 * every check with what is printed and what the rows give, and what the readers warned of.
 */
export const writeProofSheet = (
  sheet: Worksheet,
  combined: Combined,
  findings: readonly Finding[],
  formats: CellFormats,
  title: string,
): void => {
  const writeCell = createCellWriter(sheet, formats);
  const width = STATEMENT_WIDTHS.reduce((total, each) => total + each, 0);
  const span = { lastColumn: STATEMENT_WIDTHS.length - 1, width };
  writeCell(0, 0, text('Proof'), TITLE);
  sheet.setRowHeight(0, 30);
  writeCell(1, 0, text('Statements in the order of the days they cover, account by account.'), QUIET);
  let row = writeStatementsTable(sheet, combined, 3, writeCell, formats);

  if (findings.length > 0) {
    writeCell(row, 0, text('What was found'), SECTION);
    row = writeFindings(sheet, findings, row + 1, span, formats);
  }
  writeCell(row, 0, text('Every check'), SECTION);
  row = writeCheckList(row + 1, checksOfStatements(combined), writeCell, [0, 2, 3, 4, 1]);
  if (combined.warnings.length > 0) {
    writeCell(row, 0, text('What the readers say'), SECTION);
    const warnings = combined.warnings.map((sentence): Finding => ({ tone: 'open', sentence }));
    writeFindings(sheet, warnings, row + 1, span, formats);
  }
  for (const [index, columnWidth] of STATEMENT_WIDTHS.entries()) sheet.setColumnWidth(index, columnWidth);
  sheet.setFreezePanes(0, 1);
  setUpPage(sheet, title);
};
