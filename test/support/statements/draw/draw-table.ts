import type { Table, TableRow } from '../blocks.ts';
import type { Layout } from '../layout.ts';
import type { PageFlow } from './page-flow.ts';
import { RowPainter } from './row-painter.ts';

/** Draws a table down the flow, breaking it between rows, with its headings and carried balances at each break. */
export function drawTable(table: Table, flow: PageFlow, layout: Layout): void {
  const { headings } = layout.axes;
  let painter = new RowPainter(table, flow, layout);
  let entriesHere: TableRow[] = [];
  let last: TableRow | null = null;

  if (headings !== 'none') painter.heading();
  for (const row of table.rows) {
    const isLastRow = row === table.rows.at(-1);
    const reserve = table.carryOut && !isLastRow ? painter.lineHeight : 0;
    if (!flow.fits(painter.heightOf(row) + reserve)) {
      if (table.carryOut && last) painter.row(table.carryOut(last, entriesHere));
      painter.finish();
      flow.nextFrame();
      painter = new RowPainter(table, flow, layout);
      if (headings === 'every-page') painter.heading();
      if (table.carryIn && last) painter.row(table.carryIn(last));
      entriesHere = [];
    }
    painter.row(row);
    if (row.kind === 'entry') entriesHere.push(row);
    if (row.kind === 'entry' || row.kind === 'balance') last = row;
  }
  painter.finish();
  flow.y += painter.lineHeight;
}
