import type { Worksheet } from 'wasm-xlsxwriter';
import type { ExtractedDocument } from '../../extraction/statement.ts';
import { balanceChart } from './balance-chart.ts';
import { cellText } from './cell-text.ts';
import { type ListedCheck, writeCheckList } from './check-list.ts';
import type { CellFormats, CellStyle } from './cell-formats.ts';
import { columnName } from './column-name.ts';
import { setUpPage } from './page-set-up.ts';
import { shownLines, shownWidth } from './shown-size.ts';
import { GRID_LINES, type StatementView } from './statement-grid.ts';
import { statementFigures } from './statement-figures.ts';
import type { TransactionColumn } from './transaction-columns.ts';
import { statementDecimals, type TransactionRow } from './transaction-rows.ts';
import { documentVerdict, statementVerdict, TONE_STYLES } from './verdict.ts';
import { text } from './held-cell.ts';
import { createCellWriter, type WriteCell } from './write-cell.ts';

const TITLE_ROW = 0;
const SUBTITLE_ROW = 1;
const VERDICT_ROW = 3;
const GRID_ROW = 5;
/** The bands of title and verdict span the columns that a summary of one statement uses. */
const COLUMNS = 5;
const LABEL_WIDTH = 30;
const VALUE_WIDTH_MIN = 24;
/** An IBAN in groups of four, and most names. */
const VALUE_WIDTH_MAX = 44;
const PADDING_WIDTH = 3;
/** The room beside the grid of one statement. */
const CHART_WIDTH_PIXELS = 503;
const CHART_HEIGHT_PIXELS = 384;
const FULL_WIDTH = LABEL_WIDTH + (COLUMNS - 1) * VALUE_WIDTH_MIN;

const ROW_HEIGHT_POINTS = 18;
const LINE_HEIGHT_POINTS = 15;

const TITLE: CellStyle = { bold: true, sizePoints: 18, color: 'navy' };
const VERDICT: CellStyle = { bold: true, sizePoints: 12, align: 'left', indent: 1 };
const HEADING: CellStyle = { bold: true, color: 'navy' };
const LABEL: CellStyle = { align: 'left', indent: 1, color: 'quiet', line: 'hairline' };
const VALUE: CellStyle = { align: 'right', indent: 1, line: 'hairline' };
const QUIET: CellStyle = { align: 'left', indent: 1, color: 'quiet' };

/**
 * What a person wants to know first: whether the figures add up, whose account it is, what came in and went out, and
 * every check that was tried. The sums are formulas over the table of transactions, so that a row corrected there is
 * followed here.
 */
export const writeSummarySheet = (
  sheet: Worksheet,
  document: ExtractedDocument,
  rows: readonly TransactionRow[],
  columns: readonly TransactionColumn[],
  formats: CellFormats,
  title: string,
): void => {
  const writeCell = createCellWriter(sheet, formats);
  const views = statementViews(document, rows);

  writeCell(TITLE_ROW, 0, text(title), TITLE);
  sheet.setRowHeight(TITLE_ROW, 30);
  writeCell(SUBTITLE_ROW, 0, text(subtitle(document, rows)), { color: 'quiet' });
  const verdict = documentVerdict(document);
  const verdictFormat = formats({ ...VERDICT, ...TONE_STYLES[verdict.tone] });
  sheet.mergeRange(VERDICT_ROW, 0, VERDICT_ROW, COLUMNS - 1, verdict.words, verdictFormat);
  sheet.setRowHeight(VERDICT_ROW, 30);

  for (const [index, line] of GRID_LINES.entries()) {
    const row = GRID_ROW + index;
    writeCell(row, 0, text(line.label), { ...LABEL, ...line.style });
    for (const [column, view] of views.entries()) {
      const tone = line.label === 'Verdict' ? TONE_STYLES[view.verdict.tone] : {};
      writeCell(row, column + 1, line.cell(view), { ...VALUE, ...line.style, ...tone });
    }
  }
  const chart = balanceChart(rows, columns, views.length);
  if (chart)
    sheet.insertChartWithOffset(GRID_ROW, 2, chart.setWidth(CHART_WIDTH_PIXELS).setHeight(CHART_HEIGHT_PIXELS), 16, 0);

  const hintRow = GRID_ROW + GRID_LINES.length;
  writeCell(
    hintRow,
    0,
    text('The sums are formulas over the sheet Transactions: correct a row there, and they follow.'),
    QUIET,
  );

  const checks = views.flatMap(({ statement, statementNumber, decimals }) =>
    statement.checks.map((check): ListedCheck => ({
      check,
      decimals,
      where: { kind: 'integer', value: statementNumber },
    })),
  );
  const warningsRow = writeCheckList(hintRow + 2, checks, writeCell);
  writeWarnings(warningsRow, document.warnings, writeCell, sheet, formats);

  for (let row = GRID_ROW; row < warningsRow; row += 1) sheet.setRowHeight(row, ROW_HEIGHT_POINTS);
  sheet.setColumnWidth(0, LABEL_WIDTH).setColumnRangeWidth(1, COLUMNS - 1, VALUE_WIDTH_MIN);
  for (const [column, view] of views.entries()) sheet.setColumnWidth(column + 1, statementWidth(view));
  // More statements than the screen is wide: the labels stay in sight.
  if (views.length > COLUMNS - 1) sheet.setFreezePanes(0, 1);
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

const statementWidth = (view: StatementView): number => {
  const widest = Math.max(...GRID_LINES.map((line) => shownWidth(line.cell(view))));
  return Math.min(Math.max(widest + PADDING_WIDTH, VALUE_WIDTH_MIN), VALUE_WIDTH_MAX);
};

/** A sentence a line, over the whole width, wrapped where it is long. */
const writeWarnings = (
  firstRow: number,
  warnings: readonly string[],
  writeCell: WriteCell,
  sheet: Worksheet,
  formats: CellFormats,
): void => {
  if (warnings.length === 0) return;
  writeCell(firstRow, 0, text('What to know about this file'), HEADING);
  for (const [index, warning] of warnings.entries()) {
    const row = firstRow + 1 + index;
    const sentence = cellText(`• ${warning}`);
    sheet.mergeRange(row, 0, row, COLUMNS - 1, sentence, formats({ align: 'left', indent: 1, wrap: true }));
    sheet.setRowHeight(row, shownLines({ kind: 'text', text: sentence }, FULL_WIDTH) * LINE_HEIGHT_POINTS + 3);
  }
};
