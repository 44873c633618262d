import type { Row } from '../table/row.ts';
import type { Paper } from './read-paper.ts';

/** The last heading above a row, by its first line; pages that go on without one belong to the same table. */
export function tableOfRows({ headings }: Pick<Paper, 'headings'>): (row: Row) => number {
  return ({ index }) => headings.findLast(({ first }) => first < index)?.first ?? 0;
}
