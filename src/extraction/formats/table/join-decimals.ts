import type { Cell } from './grid.ts';

const WHOLE = /^[-+(]?\d{1,3}(?:[. ']?\d{3})*$/;
const DECIMALS = /^\d{2}[-+)]?$/;

/**
 * Some programs write decimal commas into files of commas and forget the quotes: `-12,20` is two fields then, and every
 * row has more of them than the heading. Where each row comes out as wide as the heading in one way only, its decimals
 * are put back; a file where one does not is left as it is.
 */
export function joinDecimals(rows: readonly Cell[][], heading: number): Cell[][] | null {
  const width = rows[heading]?.length ?? 0;
  const joined = rows.map((row, at) => (at > heading && row.length > width ? joinRow(row, width) : [...row]));
  return joined.every((row) => row !== null) ? joined : null;
}

function joinRow(row: readonly Cell[], width: number): Cell[] | null {
  const pairs = row.flatMap(({ text }, at) => {
    const next = row[at + 1]?.text ?? '';
    return WHOLE.test(text) && DECIMALS.test(next) ? [at] : [];
  });
  // Of `1,20,30` nobody knows which two belong together.
  if (pairs.length !== row.length - width || pairs.some((at, index) => pairs[index + 1] === at + 1)) return null;
  return row.flatMap((cell, at): Cell[] => {
    if (pairs.includes(at - 1)) return [];
    return [pairs.includes(at) ? { text: `${cell.text},${row[at + 1]?.text ?? ''}`, money: null } : cell];
  });
}
