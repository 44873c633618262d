import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { remembering } from '../tokens/remembering.ts';

/** In characters, with what may be around it. */
const LONGEST_WEEKDAY = 40;

/** A line that is a date and, perhaps, a day of the week. */
export function isDateLine(line: TokenLine): boolean {
  const [date] = line.dates;
  if (date === undefined) return false;
  if (line.text.text.length - (date.end - date.start) > LONGEST_WEEKDAY) return false;
  const rest = line.text.text.slice(0, date.start) + line.text.text.slice(date.end);
  if (date.strength === 'weak') return rest.trim() === '' && /\D/.test(line.text.text);
  return !/\d/.test(rest) && rest.trim().split(/\s+/).length <= 1;
}

/** Where a date begins; on a line of its own the day of the week belongs to it. */
export function leftOf(date: DateToken, line: TokenLine): number {
  return isDateLine(line) ? (line.text.words[0]?.left ?? date.left) : date.left;
}

/** How a date is written: `9 aaa 9`. */
export function shapeOf({ text }: TokenLine): string {
  return shapeOfText(text.text);
}

/** How one date on a line is written, whatever stands beside it. */
export function notationOf({ start, end }: DateToken, { text }: TokenLine): string {
  return shapeOfText(text.text.slice(start, end));
}

/** A column writes its dates over and over. */
const shapeOfText = remembering((text) => text.replaceAll(/\d+/g, '9').replaceAll(/[\p{L}\p{M}]+/gu, 'a'));

/** Of lines that are only a date, the way most are written: others are part of a description. */
export function usualShape(lines: readonly TokenLine[]): string | null {
  const shapes = Map.groupBy(lines.filter(isDateLine), shapeOf);
  return [...shapes].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
