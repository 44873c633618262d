import type { TableRow } from '../blocks.ts';
import { isFigure } from '../columns.ts';
import type { Layout } from '../layout.ts';
import { textWidth } from '../pdf/fonts.ts';
import type { FontName } from '../pdf/fonts.ts';
import type { FittedColumn, FittedTable } from './fit-columns.ts';
import { overhangOf } from './overhang.ts';
import type { PageFlow } from './page-flow.ts';
import { wrapText } from './wrap-text.ts';

/** Paints headings and rows of one table into one frame. */
export class RowPainter {
  readonly #flow: PageFlow;
  readonly #layout: Layout;
  readonly #columns: FittedColumn[];
  readonly #fontSize: number;
  readonly #leading: number;
  /** Text is held back until the frame is full, for programs that write a table column by column. */
  readonly #pending: { column: number; paint: () => void }[] = [];
  #rowCount = 0;

  constructor({ columns, fontSize }: FittedTable, flow: PageFlow, layout: Layout) {
    this.#flow = flow;
    this.#layout = layout;
    this.#columns = columns;
    this.#fontSize = fontSize;
    this.#leading = (layout.leading / layout.fontSize) * fontSize;
  }

  get lineHeight(): number {
    return this.#leading + this.#layout.rowGap;
  }

  heightOf(row: TableRow): number {
    return this.#linesOf(row) * this.#leading + this.#layout.rowGap;
  }

  heading(): void {
    const { bold } = this.#layout;
    const { rules } = this.#layout.axes;
    const cells = this.#columns.map(({ heading, width }) => wrapText(heading, width, bold, this.#fontSize));
    const height = Math.max(...cells.map((cell) => cell.length)) * this.#leading + 4;
    if (rules === 'zebra' || rules === 'grid') this.#tint(height, [0.88, 0.9, 0.93]);
    cells.forEach((cell, index) => this.#put(cell, index, this.#flow.y + this.#leading, bold));
    this.#flow.y += height;
    if (rules !== 'none') this.#ruleAcross(this.#flow.y - 1, 0.7, 0.3);
    this.#flow.y += 2;
  }

  row(row: TableRow): void {
    const { axes, rowGap } = this.#layout;
    const top = this.#flow.y;
    const height = this.heightOf(row);
    const lines = this.#linesOf(row);
    if (axes.rules === 'zebra' && this.#rowCount % 2 === 1) this.#tint(height, [0.95, 0.96, 0.97]);
    const datedLine = row.kind === 'entry' ? this.#datedLineOf(lines) : 0;
    this.#columns.forEach((column, index) => {
      const first = this.#firstLineOf(column, datedLine, lines);
      this.#put(
        this.#cellLines(row, column),
        index,
        top + rowGap / 2 + this.#leading * (first + 0.8),
        this.#fontOf(row),
      );
    });
    this.#flow.y = top + height;
    if (axes.rules === 'rows' || axes.rules === 'grid') this.#ruleAcross(this.#flow.y - 0.5, 0.3, 0.7);
    if (axes.rules === 'grid') this.#ruleDown(top - 0.5, this.#flow.y - 0.5);
    this.#rowCount += 1;
  }

  /** Parts a row where the frame ends: its first lines with the figures, and the other lines of its description. */
  split(row: TableRow): { start: TableRow; rest: TableRow } | null {
    const column = this.#columns.find(({ key }) => key === 'description');
    if (!column || row.kind !== 'entry') return null;
    const lines = this.#cellLines(row, column);
    const others = this.#columns.filter((other) => other !== column);
    const needed = Math.max(...others.map((other) => this.#cellLines(row, other).length));
    const room = Math.floor((this.#flow.frame.bottom - this.#flow.y - this.#layout.rowGap) / this.#leading);
    if (room < needed || room >= lines.length) return null;
    const [description = '', ...details] = lines.slice(0, room);
    const [restLine = '', ...restDetails] = lines.slice(room);
    return {
      start: { ...row, cells: { ...row.cells, description }, details },
      rest: { ...row, cells: { description: restLine }, details: restDetails },
    };
  }

  /** Puts the text on the page. */
  finish(): void {
    const isByColumn = this.#layout.axes.drawOrder === 'columns';
    const inOrder = isByColumn ? this.#pending.toSorted((one, other) => one.column - other.column) : this.#pending;
    for (const { paint } of inOrder) paint();
  }

  #linesOf(row: TableRow): number {
    return Math.max(...this.#columns.map((column) => this.#cellLines(row, column).length));
  }

  #cellLines(row: TableRow, { key, width }: FittedColumn): string[] {
    const text = row.cells[key] ?? '';
    const lines = key === 'description' ? [text, ...row.details] : text.split('\n');
    const wraps = key === 'description' || key === 'counterparty' || key === 'method';
    const font = this.#fontOf(row);
    const wrapped = wraps ? lines.flatMap((line) => wrapText(line, width, font, this.#fontSize)) : lines;
    const isLed = key === 'description' && row.kind === 'entry' && this.#layout.axes.leaders === 'dots';
    return isLed ? wrapped.map((line, index) => (index === 0 ? this.#withDots(line, width, font) : line)) : wrapped;
  }

  /** Which of a row's lines bears the date and the figures. */
  #datedLineOf(lines: number): number {
    const { description } = this.#layout.axes;
    if (description === 'dated-line-middle') return Math.floor((lines - 1) / 2);
    return description === 'dated-line-last' ? lines - 1 : 0;
  }

  #firstLineOf({ key }: FittedColumn, datedLine: number, lines: number): number {
    if (key === 'description') return 0;
    const isBelow = this.#layout.axes.figuresLine === 'last-line' && isFigure(key);
    return isBelow ? lines - 1 : datedLine;
  }

  #fontOf({ kind }: TableRow): FontName {
    return kind === 'entry' || kind === 'note' ? this.#layout.regular : this.#layout.bold;
  }

  #put(lines: string[], index: number, firstBaseline: number, font: FontName): void {
    const column = this.#columns[index];
    if (!column) return;
    lines.forEach((line, lineIndex) => {
      const [left = '', right = ''] = line.split('\t');
      const y = firstBaseline + lineIndex * this.#leading;
      if (!line.includes('\t')) this.#hold(line, index, column.left + this.#indent(line, column, font), y, font);
      else {
        this.#hold(left, index, column.left, y, font);
        this.#hold(right, index, column.left + this.#indent(right, column, font), y, font);
      }
    });
  }

  #indent(text: string, { align, width, overhang }: FittedColumn, font: FontName): number {
    const free = width - textWidth(text, font, this.#fontSize);
    switch (align) {
      case 'left':
        return 0;
      case 'center':
        return free / 2;
      case 'right':
        return free;
      case 'hanging':
        return free - overhang + textWidth(overhangOf(text), font, this.#fontSize);
    }
  }

  #hold(text: string, column: number, x: number, y: number, font: FontName): void {
    if (text === '') return;
    const { page } = this.#flow;
    const style = { font, size: this.#fontSize };
    this.#pending.push({
      column,
      paint: () => {
        page.text(x, y, text, style);
        // Some programs make bold type by writing twice.
        if (this.#layout.axes.fakeBold === 'yes' && font === this.#layout.bold) page.text(x + 0.3, y, text, style);
      },
    });
  }

  /** Dots lead the eye from the text to the figures. */
  #withDots(line: string, width: number, font: FontName): string {
    const free = width - textWidth(`${line} `, font, this.#fontSize);
    return `${line} ${'.'.repeat(Math.max(0, Math.floor(free / textWidth('.', font, this.#fontSize))))}`;
  }

  #tint(height: number, color: readonly [number, number, number]): void {
    const { left, right } = this.#flow.frame;
    this.#flow.page.fill(left - 3, this.#flow.y - 1, right - left + 6, height, color);
  }

  #ruleAcross(y: number, thickness: number, grey: number): void {
    const { left, right } = this.#flow.frame;
    this.#flow.page.line(left - 3, y, right + 3, y, thickness, grey);
  }

  #ruleDown(top: number, bottom: number): void {
    for (const { left } of this.#columns.slice(1)) {
      const x = left - this.#layout.columnGap / 2;
      this.#flow.page.line(x, top, x, bottom, 0.3, 0.7);
    }
  }
}
