import type { Table, TableRow } from '../blocks.ts';
import type { Layout } from '../layout.ts';
import { fitColumns } from './fit-columns.ts';
import type { FittedTable } from './fit-columns.ts';
import type { Frame, PageFlow } from './page-flow.ts';
import { RowPainter } from './row-painter.ts';

/** Draws a table down the flow, breaking it between rows, with its headings and carried balances at each break. */
export function drawTable(table: Table, flow: PageFlow, layout: Layout): void {
  const { headings } = layout.axes;
  const fit = columnFitter(table, layout);
  let entriesHere: TableRow[] = [];
  let last: TableRow | null = null;

  // A heading without a row below it belongs on the next page.
  if (!flow.fits(layout.leading * 8)) flow.nextFrame();
  let painter = new RowPainter(fit(flow.frame), flow, layout);
  if (headings !== 'none') painter.heading();
  const lastRow = table.rows.at(-1);
  for (const wholeRow of table.rows) {
    let row = wholeRow;
    const isLastRow = wholeRow === lastRow;
    const carried = table.carryOut && !isLastRow ? painter.lineHeight : 0;
    const reserve = carried + (row.kind === 'day-heading' ? 3 * painter.lineHeight : 0);
    if (!flow.fits(painter.heightOf(row) + reserve)) {
      const parts = layout.axes.rowBreaks === 'split' ? painter.split(row) : null;
      if (parts) painter.row(parts.start);
      row = parts?.rest ?? row;
      if (table.carryOut && last) painter.row(table.carryOut(last, entriesHere));
      painter.finish();
      flow.nextFrame();
      painter = new RowPainter(fit(flow.frame), flow, layout);
      if (headings === 'every-page') painter.heading();
      if (table.carryIn && last) painter.row(table.carryIn(last));
      entriesHere = [];
    }
    painter.row(row);
    if (wholeRow.kind === 'entry') entriesHere.push(wholeRow);
    if (wholeRow.kind === 'entry' || wholeRow.kind === 'balance') last = wholeRow;
  }
  painter.finish();
  flow.y += painter.lineHeight;
}

/** Measuring all rows is dear, and most pages of a table have frames alike. */
function columnFitter(table: Table, layout: Layout): (frame: Frame) => FittedTable {
  const known = new Map<string, FittedTable>();
  return ({ left, right }) => {
    const key = `${left} ${right}`;
    const fitted = known.get(key) ?? fitColumns(table, layout, left, right);
    known.set(key, fitted);
    return fitted;
  };
}
