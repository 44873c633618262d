import { dateOf, type Row } from '../table/row.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';

/** One row alone may well look like another. */
const SEVERAL = 2;

/**
 * Doubts rows that are printed once more: cheques listed below, the largest payments of a month, a page that is there
 * twice. All of them have their day and their figures from other rows: those of a run between other lines from rows
 * above it, or those of a whole table from any others.
 */
export function doubtRepeated(rows: readonly Row[], { isParted, tableOf }: Layout): void {
  const byDay = Map.groupBy(rows, dayOf);
  const doubt = (run: readonly Row[], mayBeTwin: (other: Row) => boolean) => {
    const twins = new Set<Row>();
    const areRepeated = run.every((row) => {
      const isTwin = (other: Row) =>
        mayBeTwin(other) && repeats(row, other) && other.doubt !== 'repeated' && !twins.has(other);
      const twin = byDay.get(dayOf(row))?.find(isTwin);
      if (twin !== undefined) twins.add(twin);
      return twin !== undefined;
    });
    if (areRepeated) for (const row of run) row.doubt ??= 'repeated';
  };
  for (const { run, above } of runsOf(rows, isParted)) {
    const [first] = run;
    if (first === undefined || above === undefined || (run.length < SEVERAL && tableOf(first) === tableOf(above)))
      continue;
    doubt(run, ({ index }) => index < first.index);
  }
  const tables = [...Map.groupBy(rows, tableOf).values()];
  if (tables.length === 1) return;
  for (const table of tables.toReversed().toSorted((one, other) => one.length - other.length)) {
    const own = new Set(table);
    if (table.length >= SEVERAL) doubt(table, (other) => !own.has(other));
  }
}

type Layout = {
  /** Whether something else than rows stands between two of them. */
  isParted: (above: Row, below: Row) => boolean;
  /** Which table a row stands in, each under its own heading. */
  tableOf: (row: Row) => number;
};

function runsOf(rows: readonly Row[], isParted: Layout['isParted']): { run: Row[]; above: Row | undefined }[] {
  const runs: { run: Row[]; above: Row | undefined }[] = [];
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1];
    if (above === undefined || above.table !== row.table || isParted(above, row)) runs.push({ run: [], above });
    runs.at(-1)?.run.push(row);
  }
  return runs;
}

/** All figures of a row are those of a row of the same day. */
function repeats(row: Row, other: Row): boolean {
  if (row.section !== null && other.section !== null && row.section !== other.section) return false;
  for (const [key, token] of row.cells) if (!isAmong(token, key, row.table === other.table, other)) return false;
  return true;
}

/** Whether a row has a figure, within one table in the same column. */
function isAmong(token: AmountToken, key: string, isOneTable: boolean, { cells }: Row): boolean {
  for (const [otherKey, known] of cells) {
    if (valueOf(token) !== valueOf(known)) continue;
    if (!isOneTable || (key === otherKey && token.sign === known.sign)) return true;
  }
  return false;
}

function valueOf(token: AmountToken): bigint | undefined {
  return (token.readings['.'] ?? token.readings[','])?.value;
}

function dayOf(row: Row): string {
  const date = dateOf(row)?.readings['day-first'] ?? dateOf(row)?.readings['month-first'];
  return `${date?.year} ${date?.month} ${date?.day}`;
}
