import type { Worksheet } from 'wasm-xlsxwriter';
import type { ExtractedDocument } from '../../extraction/statement.ts';
import { cellText } from './cell-text.ts';
import { writeCheckList } from './check-list.ts';
import type { CellFormats, CellStyle } from './cell-formats.ts';
import { setUpPage } from './page-set-up.ts';
import { GRID_LINES, type StatementView } from './statement-grid.ts';
import { statementFigures } from './statement-figures.ts';
import { statementDecimals, type TransactionRow } from './transaction-rows.ts';
import { documentVerdict, statementVerdict, TONE_STYLES } from './verdict.ts';
import { createCellWriter, text, type WriteCell } from './write-cell.ts';

const TITLE_ROW = 0;
const SUBTITLE_ROW = 1;
const VERDICT_ROW = 3;
const GRID_ROW = 5;
/** The bands of title and verdict span the columns that a summary of one statement uses. */
const COLUMNS = 5;
const LABEL_WIDTH = 30;
const VALUE_WIDTH = 24;

const LABEL: CellStyle = { color: 'quiet', line: 'hairline' };
const QUIET: CellStyle = { color: 'quiet' };

/**
 * What a person wants to know first: whether the figures add up, whose account it is, what came in and went out, and
 * every check that was tried. The sums are formulas over the table of transactions, so that a row corrected there is
 * followed here.
 */
export const writeSummarySheet = (
  sheet: Worksheet,
  document: ExtractedDocument,
  rows: readonly TransactionRow[],
  formats: CellFormats,
  title: string,
): void => {
  const writeCell = createCellWriter(sheet, formats);
  const views = statementViews(document, rows);

  writeCell(TITLE_ROW, 0, text(title), { bold: true, sizePoints: 18, color: 'navy' });
  writeCell(SUBTITLE_ROW, 0, text(subtitle(document, rows)), QUIET);
  const verdict = documentVerdict(document);
  const verdictStyle: CellStyle = {
    ...TONE_STYLES[verdict.tone],
    bold: true,
    sizePoints: 12,
    verticalCenter: true,
    indent: 1,
  };
  sheet.mergeRange(VERDICT_ROW, 0, VERDICT_ROW, COLUMNS - 1, cellText(verdict.words), formats(verdictStyle));
  sheet.setRowHeight(VERDICT_ROW, 30);

  for (const [index, line] of GRID_LINES.entries()) {
    const row = GRID_ROW + index;
    writeCell(row, 0, text(line.label), { ...LABEL, ...line.style });
    for (const [column, view] of views.entries()) {
      const tone = line.label === 'Verdict' ? TONE_STYLES[view.verdict.tone] : {};
      writeCell(row, column + 1, line.cell(view), { align: 'right', line: 'hairline', ...line.style, ...tone });
    }
  }

  let row = GRID_ROW + GRID_LINES.length;
  writeCell(
    row,
    0,
    text('The sums are formulas over the sheet Transactions: correct a row there, and they follow.'),
    QUIET,
  );
  row += 2;
  row = writeCheckList(row, views, writeCell);
  writeWarnings(row, document.warnings, writeCell);

  sheet.setColumnWidth(0, LABEL_WIDTH).setColumnRangeWidth(1, Math.max(views.length, COLUMNS - 1), VALUE_WIDTH);
  setUpPage(sheet, title);
};

const subtitle = ({ statements, pages }: ExtractedDocument, rows: readonly TransactionRow[]): string => {
  const marked = rows.filter((row) => row.note !== '').length;
  return [
    counted(statements.length, 'statement'),
    counted(rows.length, 'transaction'),
    counted(pages, 'page'),
    marked === 0 ? 'no marked rows' : `${counted(marked, 'marked row')} (filter the column Note in Transactions)`,
  ].join('  ·  ');
};

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

const statementViews = (document: ExtractedDocument, rows: readonly TransactionRow[]): StatementView[] => {
  const hasNoteColumn = rows.some((row) => row.note !== '');
  return document.statements.map((statement, index) => ({
    statement,
    statementNumber: index + 1,
    figures: statementFigures(statement),
    decimals: statementDecimals(statement),
    verdict: statementVerdict(statement),
    address: (label) =>
      `${columnName(index + 1)}${GRID_ROW + GRID_LINES.findIndex((line) => line.label === label) + 1}`,
    hasStatementColumn: document.statements.length > 1,
    hasNoteColumn,
    markedCount: rows.filter((row) => row.statementNumber === index + 1 && row.note !== '').length,
  }));
};

/** Excel's name of a column: 0 is A, 25 is Z, 26 is AA. */
const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const writeWarnings = (firstRow: number, warnings: readonly string[], writeCell: WriteCell): void => {
  if (warnings.length === 0) return;
  writeCell(firstRow, 0, text('What to know about this file'), { bold: true, color: 'navy' });
  for (const [index, warning] of warnings.entries()) writeCell(firstRow + 1 + index, 0, text(`• ${warning}`), {});
};
