import type { Row } from '../table/row.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';

/** Figures whose right edges differ by less stand below each other. Points. */
const EDGE = 1.8;
/** So many figures make a column. */
const FIRM = 3;

/**
 * Whether a row's line prints a whole number alone in its cell, at the edge of a column in which the row has nothing:
 * `6290` below `5,845.82` may be its balance, and is not read as one.
 */
export function hasUnreadCells(rows: readonly Row[], lines: readonly TokenLine[]): boolean {
  const edgesOf = edgesByPage(rows);
  return rows.some(({ cells, page, index }) => {
    const line = lines[index];
    const columns = edgesOf.get(page);
    if (line === undefined || columns === undefined) return false;
    return line.amounts.some(
      (token) =>
        isAlone(token, line) &&
        [...columns].some(([key, own]) => !cells.has(key) && own.filter((edge) => isNear(edge, token)).length >= FIRM),
    );
  });
}

/** The right edges of the figures in each column, page by page. */
function edgesByPage(rows: readonly Row[]): Map<number, Map<string, number[]>> {
  const pages = new Map<number, Map<string, number[]>>();
  for (const { cells, page } of rows) {
    const columns = pages.get(page) ?? new Map<string, number[]>();
    pages.set(page, columns);
    for (const [key, { digitsRight }] of cells) {
      const edges = columns.get(key) ?? [];
      edges.push(digitsRight);
      columns.set(key, edges);
    }
  }
  return pages;
}

function isNear(edge: number, { digitsRight }: AmountToken): boolean {
  return Math.abs(edge - digitsRight) < EDGE;
}

function isAlone({ start, end, isMoney }: AmountToken, { text: { text }, dates }: TokenLine): boolean {
  const isGap = (character: string | undefined) => character === undefined || character === '\t';
  const isDate = dates.some((date) => date.start < end && start < date.end);
  return !isMoney && !isDate && isGap(text[start - 1]) && isGap(text[end]) && /[1-9]/.test(text.slice(start, end));
}
