import { Table, TableColumn as LibraryColumn, TableStyle, type Worksheet } from 'wasm-xlsxwriter';
import type { CellFormats, CellStyle } from '../../xlsx/cell-formats.ts';
import { BLANK, type Cell, date, text } from '../../xlsx/held-cell.ts';
import type { TableColumn } from '../../xlsx/table-column.ts';
import { statementVerdict, TONE_STYLES } from '../../xlsx/verdict.ts';
import type { WriteCell } from '../../xlsx/write-cell.ts';
import type { Combined, CombinedAccount, CombinedStatement } from '../combined.ts';
import { statementTitle } from '../statement-title.ts';
import { HEADING } from './sheet-styles.ts';

/** The table's name: formulas read its openings, and the jumps between statements. */
const STATEMENTS_NAME = 'Statements';

const HEADER_HEIGHT_POINTS = 24;

type StatementRow = { source: CombinedStatement; account: CombinedAccount; decimals: number };

const LEFT: CellStyle = { align: 'left', indent: 1 };
const FIGURE: CellStyle = { align: 'right', indent: 1 };
const CENTER: CellStyle = { align: 'center' };

const money = (figure: string | null, { decimals }: StatementRow): Cell =>
  figure === null ? BLANK : { kind: 'amount', figure, decimals };
const count = (value: number): Cell => ({ kind: 'integer', value });

const COLUMNS: readonly TableColumn<StatementRow>[] = [
  { header: 'Account', cell: ({ account }) => text(account.label), style: { ...LEFT, wrap: true }, widthMax: 34 },
  {
    header: 'Statement',
    cell: ({ source }) => text(statementTitle(source)),
    style: { ...LEFT, wrap: true },
    widthMax: 34,
  },
  { header: 'From', cell: ({ source }) => date(source.firstDay), style: LEFT, widthMax: 14 },
  { header: 'To', cell: ({ source }) => date(source.lastDay), style: LEFT, widthMax: 14 },
  { header: 'Opening', cell: (row) => money(row.source.statement.openingBalance, row), style: FIGURE, widthMax: 16 },
  { header: 'Money in', cell: (row) => money(row.source.statement.totalCredits, row), style: FIGURE, widthMax: 16 },
  { header: 'Money out', cell: (row) => money(row.source.statement.totalDebits, row), style: FIGURE, widthMax: 16 },
  { header: 'Closing', cell: (row) => money(row.source.statement.closingBalance, row), style: FIGURE, widthMax: 16 },
  { header: 'Rows', cell: ({ source }) => count(source.statement.transactions.length), style: CENTER, widthMax: 11 },
  { header: 'Duplicates', cell: ({ source }) => count(source.seam.duplicates), style: CENTER, widthMax: 15 },
  { header: 'Days missing', cell: ({ source }) => days(source.seam.gap), style: CENTER, widthMax: 16 },
  { header: 'Days shared', cell: ({ source }) => days(source.seam.overlap), style: CENTER, widthMax: 16 },
  { header: 'Unexplained', cell: (row) => money(row.source.seam.jump, row), style: FIGURE, widthMax: 16 },
  {
    header: 'Verdict',
    cell: ({ source }) => text(statementVerdict(source.statement).words),
    style: LEFT,
    widthMax: 20,
  },
];

export const STATEMENT_WIDTHS = COLUMNS.map(({ widthMax }) => widthMax);

const days = (span: CombinedStatement['seam']['gap']): Cell => (span ? count(span.days) : BLANK);

/** Every statement in a table, by account and period. Returns the first row free after it. */
export const writeStatementsTable = (
  sheet: Worksheet,
  { accounts }: Combined,
  headerRow: number,
  writeCell: WriteCell,
  formats: CellFormats,
): number => {
  const rows = accounts.flatMap((account) => {
    const decimals = account.decimals;
    return account.statements.map((source): StatementRow => ({ source, account, decimals }));
  });
  for (const [index, row] of rows.entries()) {
    for (const [columnIndex, column] of COLUMNS.entries()) {
      writeCell(headerRow + 1 + index, columnIndex, column.cell(row), {
        ...column.style,
        line: 'hairline',
        ...tone(column, row),
      });
    }
  }
  const table = new Table()
    .setName(STATEMENTS_NAME)
    .setStyle(TableStyle.Light1)
    .setBandedRows(false)
    .setColumns(
      COLUMNS.map(({ header, style }) =>
        new LibraryColumn().setHeader(header).setHeaderFormat(formats({ ...HEADING, ...place(style) })),
      ),
    );
  sheet.setRowHeight(headerRow, HEADER_HEIGHT_POINTS);
  sheet.addTable(headerRow, 0, headerRow + Math.max(rows.length, 1), COLUMNS.length - 1, table);
  return headerRow + Math.max(rows.length, 1) + 2;
};

const place = ({ align, indent }: CellStyle): CellStyle => ({ align: align ?? 'left', indent: indent ?? 0 });

const tone = ({ header }: TableColumn<StatementRow>, { source }: StatementRow): CellStyle => {
  if (header === 'Verdict') return TONE_STYLES[statementVerdict(source.statement).tone];
  if (header === 'Unexplained' && source.seam.jump !== null) return TONE_STYLES.bad;
  if (header === 'Days missing' && source.seam.gap) return TONE_STYLES.open;
  return {};
};
