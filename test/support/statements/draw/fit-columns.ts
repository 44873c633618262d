import type { Column, ColumnKey, Table } from '../blocks.ts';
import type { Layout } from '../layout.ts';
import { textWidth } from '../pdf/fonts.ts';
import { overhangOf } from './overhang.ts';

/** `overhang` is how far the widest sign or currency reaches past the digits of a hanging column. */
export type FittedColumn = Column & { left: number; width: number; overhang: number };

export type FittedTable = { columns: FittedColumn[]; fontSize: number };

/** Columns whose text may run over several lines; all others are as wide as their widest cell. */
const wrapping: ReadonlySet<ColumnKey> = new Set(['description', 'counterparty', 'method']);

const narrowestDescription = 80;

/** Shares the width out among the columns, in a smaller type where the table would not fit. */
export function fitColumns({ columns, rows }: Table, layout: Layout, left: number, right: number): FittedTable {
  for (let fontSize = layout.fontSize; ; fontSize -= 0.5) {
    const widths = columns.map((column) => (column.key === 'description' ? 0 : naturalWidth(column)));
    const used = widths.reduce((sum, width) => sum + width, 0) + layout.columnGap * (columns.length - 1);
    const rest = right - left - used;
    const hasDescription = columns.some(({ key }) => key === 'description');
    if (rest >= (hasDescription ? narrowestDescription : 0) || fontSize <= 5) {
      return { columns: placed(widths, Math.max(rest, 40), fontSize), fontSize };
    }

    function naturalWidth({ key, heading }: Column): number {
      if (wrapping.has(key)) return 13 * fontSize;
      const lines = rows.flatMap((row) => (row.cells[key] ?? '').replace('\t', '  ').split('\n'));
      const cells = lines.map((line) => textWidth(line, layout.bold, fontSize));
      const words = heading.split(' ').map((word) => textWidth(word, layout.bold, fontSize));
      return Math.max(
        ...words,
        cells.reduce((widest, width) => Math.max(widest, width), 0),
      );
    }
  }

  function placed(widths: number[], rest: number, fontSize: number): FittedColumn[] {
    let x = left;
    const overhangIn = (key: ColumnKey) =>
      Math.max(0, ...rows.map(({ cells }) => textWidth(overhangOf(cells[key] ?? ''), layout.regular, fontSize)));
    return columns.map((column, index) => {
      const width = column.key === 'description' ? rest : (widths[index] ?? 0);
      const fitted = { ...column, left: x, width, overhang: overhangIn(column.key) };
      x += width + layout.columnGap;
      return fitted;
    });
  }
}
