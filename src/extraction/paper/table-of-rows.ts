import type { Row } from '../table/row.ts';
import type { Paper } from './read-paper.ts';

/** The last heading above a row, by its first line; pages that go on without one belong to the same table. */
export function tableOfRows({ headings }: Pick<Paper, 'headings'>): (row: Row) => number {
  const firsts = headings.map(({ first }) => first);
  return ({ index }) => {
    // Each page may have a heading, and each row asks: they are searched by halves.
    let [from, to] = [0, firsts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((firsts[middle] ?? 0) < index) from = middle + 1;
      else to = middle;
    }
    return firsts[from - 1] ?? 0;
  };
}
