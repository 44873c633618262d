import { dateOf, type Row } from '../table/row.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { dayOfYear } from './day-order.ts';

/** The two dates of a row lie so many days apart, at most. */
const NEAR = 10;

/**
 * Whether most rows have another date in a cell of its own before their date, written alike and near to it: a column
 * whose heading was not understood, and the first date is a row's own.
 */
export function leaveDatesBefore(rows: readonly Row[], lines: readonly TokenLine[]): boolean {
  const dated = rows.filter((row) => !row.isDateAbove);
  const leaving = dated.filter((row) => {
    const [line, own] = [lines[row.index], dateOf(row)];
    if (line === undefined || own === null) return false;
    return line.dates.some(
      (date) => date.end <= own.start && date !== row.value && isAlone(line, date) && areAlike(line, date, own),
    );
  });
  return leaving.length > 1 && leaving.length > dated.length / 2;
}

/** Between gaps. */
function isAlone({ text: { text } }: TokenLine, { start, end }: DateToken): boolean {
  return (start === 0 || text[start - 1] === '\t') && (end === text.length || text[end] === '\t');
}

function areAlike({ text: { text } }: TokenLine, one: DateToken, other: DateToken): boolean {
  const shapeOf = ({ start, end }: DateToken) => text.slice(start, end).replaceAll(/\d/g, '0');
  const days = [one, other].map(({ readings }) => dayOfYear(readings['day-first'] ?? readings['month-first']));
  const [first, second] = days;
  return shapeOf(one) === shapeOf(other) && first != null && second != null && Math.abs(first - second) <= NEAR;
}
