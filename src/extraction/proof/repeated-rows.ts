import { dateOf, type Row } from '../table/row.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';

/** One row alone may well look like another. */
const SEVERAL = 2;

/**
 * Doubts rows that are printed once more: cheques listed below, the largest payments of a month, a page that is there
 * twice. They are those of a run that begins behind other lines, at a page or in another table, and all have their day
 * and their figures from rows above it.
 *
 * @param isParted whether something else than rows stands between two of them
 */
export function doubtRepeated(rows: readonly Row[], isParted: (above: Row, below: Row) => boolean): void {
  const starts = rows.flatMap((row, at) => {
    const above = rows[at - 1];
    return above !== undefined && (above.table !== row.table || isParted(above, row)) ? [at] : [];
  });
  const byDay = Map.groupBy(rows, dayOf);
  for (const [at, start] of starts.entries()) {
    const run = rows.slice(start, starts[at + 1] ?? rows.length);
    const isOtherTable = rows[start]?.table !== rows[start - 1]?.table;
    if (run.length < SEVERAL && !isOtherTable) continue;
    const first = run[0]?.index ?? 0;
    const free = new Set(run.flatMap((row) => byDay.get(dayOf(row)) ?? []).filter(({ index }) => index < first));
    const areRepeated = run.every((row) => {
      const twin = [...free].find((other) => other.doubt !== 'repeated' && repeats(row, other));
      if (twin !== undefined) free.delete(twin);
      return twin !== undefined;
    });
    if (areRepeated) for (const row of run) row.doubt ??= 'repeated';
  }
}

/** All figures of a row are those of a row of the same day. */
function repeats(row: Row, other: Row): boolean {
  if (dayOf(row) !== dayOf(other) || (row.section !== null && other.section !== null && row.section !== other.section))
    return false;
  const isOneTable = row.table === other.table;
  return [...row.cells].every(([key, token]) =>
    [...other.cells].some(
      ([otherKey, known]) =>
        valueOf(token) === valueOf(known) && (!isOneTable || (key === otherKey && token.sign === known.sign)),
    ),
  );
}

function valueOf(token: AmountToken): bigint | undefined {
  return (token.readings['.'] ?? token.readings[','])?.value;
}

function dayOf(row: Row): string {
  const date = dateOf(row)?.readings['day-first'] ?? dateOf(row)?.readings['month-first'];
  return `${date?.year} ${date?.month} ${date?.day}`;
}
