import type { Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats, CellStyle } from '../../xlsx/cell-formats.ts';
import { text } from '../../xlsx/held-cell.ts';
import { setUpPage } from '../../xlsx/page-set-up.ts';
import { TONE_STYLES } from '../../xlsx/verdict.ts';
import { createCellWriter } from '../../xlsx/write-cell.ts';
import type { Combined } from '../combined.ts';
import type { Finding } from '../findings.ts';
import { ACCOUNT_WIDTHS, writeAccountsBlock } from './accounts-block.ts';
import { combinedVerdict } from './combined-verdict.ts';
import { currencyName } from './currency-name.ts';
import { writeFindings } from './finding-list.ts';
import { balanceChart, movementChart } from './month-charts.ts';
import type { MonthPlaces } from './months-sheet.ts';
import { QUIET, SECTION, TITLE } from './sheet-styles.ts';

const VERDICT: CellStyle = { bold: true, sizePoints: 12, align: 'left', indent: 1 };
const VERDICT_ROW = 3;
const FIRST_ROW = 5;
/** A summary that begins with pages of findings is none: the rest stands on the sheet Proof. */
const FINDINGS_MAX = 12;
const CHART_WIDTH_PIXELS = 850;
const CHART_HEIGHT_PIXELS = 320;
const CHART_ROWS = 17;
const SECOND_CHART_COLUMN = 6;

/**
 * What a person wants to know first: whether the books are whole and proven, what each account opened and closed with,
 * and how it went. Sums are formulas over the sheet Transactions.
 */
export const writeCombinedSummary = (
  sheet: Worksheet,
  combined: Combined,
  findings: readonly Finding[],
  places: readonly MonthPlaces[],
  formats: CellFormats,
  title: string,
): void => {
  const writeCell = createCellWriter(sheet, formats);
  const lastColumn = ACCOUNT_WIDTHS.length - 1;
  writeCell(0, 0, text(title), TITLE);
  sheet.setRowHeight(0, 30);
  writeCell(1, 0, text(subtitle(combined)), QUIET);
  const verdict = combinedVerdict(combined, findings);
  sheet.mergeRange(
    VERDICT_ROW,
    0,
    VERDICT_ROW,
    lastColumn,
    verdict.words,
    formats({ ...VERDICT, ...TONE_STYLES[verdict.tone] }),
  );
  sheet.setRowHeight(VERDICT_ROW, 30);

  let row = FIRST_ROW;
  for (const place of places) {
    writeCell(row, 0, text(currencyName(place.books.currency)), SECTION);
    sheet.setRowHeight(row, 24);
    row = writeAccountsBlock(place.books, row + 1, sheet, writeCell) + 1;
    const charts = [balanceChart(place), movementChart(place)].filter((chart) => chart !== null);
    for (const [index, chart] of charts.entries()) {
      chart.setWidth(CHART_WIDTH_PIXELS).setHeight(CHART_HEIGHT_PIXELS);
      sheet.insertChartWithOffset(row, index === 0 ? 0 : SECOND_CHART_COLUMN, chart, 8, 0);
    }
    if (charts.length > 0) row += CHART_ROWS;
  }

  if (findings.length > 0) {
    writeCell(row, 0, text('What to know'), SECTION);
    const width = ACCOUNT_WIDTHS.reduce((total, each) => total + each, 0);
    const worstFirst = findings.toSorted((one, other) => Number(other.tone === 'bad') - Number(one.tone === 'bad'));
    row = writeFindings(sheet, worstFirst.slice(0, FINDINGS_MAX), row + 1, { lastColumn, width }, formats);
    if (findings.length > FINDINGS_MAX) {
      writeCell(row, 0, text(`${findings.length - FINDINGS_MAX} more on the sheet Proof.`), QUIET);
      row += 2;
    }
  }
  writeCell(
    row,
    0,
    text('The sums are formulas over the sheet Transactions: correct a row there, and they follow.'),
    QUIET,
  );
  for (const [index, width] of ACCOUNT_WIDTHS.entries()) sheet.setColumnWidth(index, width);
  sheet.setFreezePanes(0, 1);
  setUpPage(sheet, title);
};

const subtitle = ({ accounts, pages }: Combined): string => {
  const statements = accounts.reduce((count, account) => count + account.statements.length, 0);
  const rows = accounts.flatMap((account) => account.rows);
  const duplicates = rows.filter(({ duplicateOf }) => duplicateOf !== null).length;
  return [
    counted(accounts.length, 'account'),
    counted(statements, 'statement'),
    counted(pages, 'page'),
    counted(rows.length - duplicates, 'transaction'),
    duplicates === 0 ? 'no duplicates' : counted(duplicates, 'duplicate'),
  ].join('  ·  ');
};

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
