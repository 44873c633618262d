import { hasDate } from './date-columns.ts';
import type { TableLine } from './table-line.ts';

/** Words that begin within so many points of each other begin at the same place. */
const ALIGNED = 3;
/** A line so much nearer to the one above than rows are, as a share of their distance, goes on with it. */
const NEAR = 0.9;

/**
 * Rows without a date that stand where and as rows with one do: their words begin below the words of others, and they
 * are as far from the line above. A blank means the date above; what goes on with a row stands closer or elsewhere.
 */
export function blankDates(
  read: readonly TableLine[],
  groups: ReadonlyMap<TableLine, readonly TableLine[]>,
): Set<TableLine> {
  const blank = read.filter((entry) => entry.role === 'row' && !hasDate(entry.dates));
  if (blank.length === 0) return new Set();
  const dated = read.filter((entry) => entry.role === 'row' && hasDate(entry.dates));
  const firstOf = (entry: TableLine) => groups.get(entry)?.[0] ?? entry;
  const lefts = dated.flatMap((entry) => textLeft(firstOf(entry)) ?? []);
  const gapAbove = (entry: TableLine) => {
    const first = firstOf(entry);
    const above = read[read.indexOf(first) - 1];
    // Right below a heading nothing is nearer.
    return above === undefined ? Number.POSITIVE_INFINITY : first.line.baseline - above.line.baseline;
  };
  const pitch = middleOf(dated.map(gapAbove)) ?? 0;
  return new Set(
    blank.filter((entry) => {
      const [own, gap] = [textLeft(firstOf(entry)), gapAbove(entry)];
      return own !== null && lefts.some((left) => Math.abs(own - left) < ALIGNED) && gap >= pitch * NEAR;
    }),
  );
}

/** Where the words of a row begin that are neither its dates nor its figures. */
function textLeft({ line, dates, cells }: TableLine): number | null {
  const taken = [dates.booking, dates.value, dates.other, ...cells.values()].filter((token) => token !== null);
  const at = line.text.words.findIndex((_, index) => {
    const start = line.text.offsets[index] ?? 0;
    return !taken.some((token) => token.start <= start && start < token.end);
  });
  return line.text.words[at]?.left ?? null;
}

function middleOf(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
