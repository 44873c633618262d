import type { Table, TableRow } from '../blocks.ts';
import type { Layout } from '../layout.ts';
import { textWidth } from '../pdf/fonts.ts';
import type { FontName } from '../pdf/fonts.ts';
import { fitColumns } from './fit-columns.ts';
import type { FittedColumn } from './fit-columns.ts';
import type { PageFlow } from './page-flow.ts';
import { wrapText } from './wrap-text.ts';

/** Draws a table down the flow, breaking it between rows, with its headings and carried balances at each break. */
export function drawTable(table: Table, flow: PageFlow, layout: Layout): void {
  const { axes, regular, bold, rowGap } = layout;
  let fitted = fit();
  let leading = 0;
  let pending: { column: number; draw: () => void }[] = [];
  let onThisPage: TableRow[] = [];
  let last: TableRow | null = null;
  let hasHeading = false;

  startFrame();
  table.rows.forEach((row, index) => {
    const reserve = table.carryOut && index < table.rows.length - 1 ? leading + rowGap : 0;
    if (!flow.fits(heightOf(row) + reserve)) {
      if (table.carryOut && last) drawRow(table.carryOut(last, onThisPage));
      endFrame();
      flow.nextFrame();
      startFrame();
      if (table.carryIn && last) drawRow(table.carryIn(last));
      onThisPage = [];
    }
    drawRow(row);
    if (row.kind === 'entry') onThisPage.push(row);
    if (row.kind === 'entry' || row.kind === 'balance') last = row;
  });
  endFrame();
  flow.y += leading;

  function fit() {
    return fitColumns(table, layout, flow.frame.left, flow.frame.right);
  }

  function startFrame(): void {
    fitted = fit();
    leading = (layout.leading / layout.fontSize) * fitted.fontSize;
    if (axes.headings === 'every-page' || (axes.headings === 'first-page' && !hasHeading)) drawHeading();
    hasHeading = true;
  }

  function endFrame(): void {
    const inOrder = axes.drawOrder === 'columns' ? pending.toSorted((a, b) => a.column - b.column) : pending;
    for (const { draw } of inOrder) draw();
    pending = [];
  }

  function drawHeading(): void {
    const cells = fitted.columns.map((column) => wrapText(column.heading, column.width, bold, fitted.fontSize));
    const lines = Math.max(...cells.map((cell) => cell.length));
    const height = lines * leading + 4;
    const { left, right } = flow.frame;
    if (axes.rules === 'zebra' || axes.rules === 'grid') {
      flow.page.fill(left - 3, flow.y - 2, right - left + 6, height, [0.88, 0.9, 0.93]);
    }
    cells.forEach((cell, index) => put(cell, index, flow.y + leading, bold));
    flow.y += height;
    if (axes.rules !== 'none') flow.page.line(left - 3, flow.y - 1, right + 3, flow.y - 1, 0.7, 0.3);
    flow.y += 2;
  }

  function heightOf(row: TableRow): number {
    return linesOf(row) * leading + rowGap;
  }

  function linesOf(row: TableRow): number {
    return Math.max(...fitted.columns.map((column) => cellLines(row, column).length));
  }

  function cellLines(row: TableRow, column: FittedColumn): string[] {
    const font = fontOf(row);
    const text = row.cells[column.key] ?? '';
    if (column.key !== 'description')
      return column.key === 'counterparty' || column.key === 'method' ? wrap(text) : [text];
    return [text, ...row.details].flatMap(wrap);

    function wrap(paragraph: string): string[] {
      return wrapText(paragraph, column.width, font, fitted.fontSize);
    }
  }

  function drawRow(row: TableRow): void {
    const font = fontOf(row);
    const top = flow.y;
    const height = heightOf(row);
    const lines = linesOf(row);
    const { left, right } = flow.frame;
    if (axes.rules === 'zebra' && onThisPage.length % 2 === 1) {
      flow.page.fill(left - 3, top - 1, right - left + 6, height, [0.95, 0.96, 0.97]);
    }
    const datedLine = row.kind === 'entry' ? datedLineOf(lines) : 0;
    fitted.columns.forEach((column, index) => {
      const cell = cellLines(row, column);
      const first = column.key === 'description' ? 0 : datedLine;
      put(cell, index, top + rowGap / 2 + leading * (first + 0.8), font);
    });
    flow.y = top + height;
    if (axes.rules === 'rows' || axes.rules === 'grid')
      flow.page.line(left - 3, flow.y - 0.5, right + 3, flow.y - 0.5, 0.3, 0.7);
    if (axes.rules === 'grid') {
      for (const column of fitted.columns.slice(1)) {
        const x = column.left - layout.columnGap / 2;
        flow.page.line(x, top - 0.5, x, flow.y - 0.5, 0.3, 0.7);
      }
    }
  }

  /** Which of a row's lines bears the date and the figures. */
  function datedLineOf(lines: number): number {
    if (axes.description === 'dated-line-middle') return Math.floor((lines - 1) / 2);
    if (axes.description === 'dated-line-last') return lines - 1;
    return 0;
  }

  function fontOf({ kind }: TableRow): FontName {
    return kind === 'entry' ? regular : bold;
  }

  function put(lines: string[], index: number, firstBaseline: number, font: FontName): void {
    const column = fitted.columns[index];
    if (!column) return;
    const { page } = flow;
    const size = fitted.fontSize;
    lines.forEach((line, lineIndex) => {
      if (line === '') return;
      const free = column.width - textWidth(line, font, size);
      const indent = column.align === 'right' ? free : column.align === 'center' ? free / 2 : 0;
      const y = firstBaseline + lineIndex * ((layout.leading / layout.fontSize) * size);
      pending.push({ column: index, draw: () => page.text(column.left + indent, y, line, { font, size }) });
    });
  }
}
