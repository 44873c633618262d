import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { readDayAndMonth } from './day-and-month.ts';
import { type HeadingCell, isDateRole } from './heading.ts';
import type { Segment } from './segment.ts';

/** Which dates of a line are its row's own, by what they say. */
export type RowDates = { booking: DateToken | null; value: DateToken | null; other: DateToken | null };

export type DateReader = (line: TokenLine) => RowDates;

/** Dates begin within so many points of their heading or of each other. */
const NEAR = 10;

/** How the dates of a part of a table are found: under headings that name dates, or where most dates begin. */
export function dateReader(source: Segment, shape: string | null): DateReader {
  const figures = new Set(source.columns.flatMap((column) => column.tokens));
  const withoutFigures = remembered((line: TokenLine): TokenLine => {
    if (namesPeriod(line)) return { ...line, dates: [] };
    const isFigure = (date: DateToken) =>
      date.strength === 'weak' &&
      line.amounts.some(
        (amount) => amount.isMoney && figures.has(amount) && amount.start < date.end && date.start < amount.end,
      );
    return line.dates.some(isFigure) ? { ...line, dates: line.dates.filter((date) => !isFigure(date)) } : line;
  });
  const reader = readerOf({ ...source, lines: source.lines.map(withoutFigures) }, shape);
  return (line) => reader(withoutFigures(line));
}

/** `Fee period 08/01/2024 - 08/31/2024` is no day of anything. */
function namesPeriod({ text, dates }: TokenLine): boolean {
  const [first, second] = dates;
  if (first === undefined || second === undefined || first.start === 0) return false;
  if (first.strength === 'weak' || second.strength === 'weak') return false;
  return /^\s*(?:[-–—~至]|to|through|bis|au|al|a|do|t\/m)\s*$/u.test(text.text.slice(first.end, second.start));
}

/** A line is asked for its dates several times before it is known which reader is right. */
function remembered<Result>(read: (line: TokenLine) => Result): (line: TokenLine) => Result {
  const known = new Map<TokenLine, Result>();
  return (line) => {
    const result = known.get(line) ?? read(line);
    known.set(line, result);
    return result;
  };
}

function readerOf(segment: Segment, shape: string | null): DateReader {
  const cells = segment.heading?.cells ?? [];
  const dateCells = cells.filter((cell) => isDateRole(cell.role));
  const month = cells.find((cell) => cell.role === 'month');
  // `Tag` and `Den` head whole dates as well; before a month they head days.
  const before = month === undefined ? undefined : cells[cells.indexOf(month) - 1];
  const day = cells.find((cell) => cell.role === 'day') ?? (isDateRole(before?.role ?? null) ? before : undefined);
  if (day !== undefined && month !== undefined) return (line) => readDayAndMonth(line, day, month);
  if (dateCells.length > 0) {
    const aligned = readerByAlignment(segment.lines, shape);
    const reader = leftmostFirst(readerUnder(dateCells, cells), segment.lines, aligned);
    // Headings may be printed away from their dates, or on another page; then the dates' own alignment tells.
    return coverage(reader, segment) >= coverage(aligned, segment) * 0.7 ? reader : aligned;
  }
  return readerByAlignment(segment.lines, shape);
}

export function hasDate(dates: RowDates): boolean {
  return dates.booking !== null || dates.value !== null || dates.other !== null;
}

function readerUnder(dateCells: HeadingCell[], cells: HeadingCell[]): DateReader {
  return remembered((line) => {
    const found: RowDates = { booking: null, value: null, other: null };
    const used = new Set<DateToken>();
    for (const cell of dateCells) {
      const next = cells.find((other) => other.left > cell.right)?.left ?? Number.POSITIVE_INFINITY;
      const token = line.dates.find(
        (date) =>
          !used.has(date) &&
          !(isBareDigits(line, date) && [...used].some((own) => !isBareDigits(line, own))) &&
          date.left < Math.max(next - 2, cell.right) &&
          (date.left > cell.left - NEAR || (date.right > cell.left && date.left < cell.right)),
      );
      if (token === undefined) continue;
      used.add(token);
      if (cell.role === 'valueDate') found.value ??= token;
      else if (found.booking === null) found.booking = token;
      else found.other ??= token;
    }
    // A second date directly behind the first is its value date; digits alone behind a date are a number.
    const [only] = used;
    if (used.size === 1 && only !== undefined && dateCells.length === 1) {
      const second = line.dates.find(
        (date) =>
          date !== only &&
          date.start - only.end <= 1 &&
          date.start > only.start &&
          !(isBareDigits(line, date) && !isBareDigits(line, only)),
      );
      if (second !== undefined && found.booking !== null) found.value = second;
    }
    return found;
  });
}

/** `1023` beside a date that is written as one is a number. */
function isBareDigits({ text }: TokenLine, { start, end }: DateToken): boolean {
  return /^\d+$/.test(text.text.slice(start, end));
}

/** How many rows a reader finds a date for: on the line of their figures, or on a line since the figures before. */
function coverage(reader: DateReader, { lines, columns }: Segment): number {
  const figures = new Set(columns.flatMap((column) => column.tokens));
  let covered = 0;
  let isDated = false;
  for (const line of lines) {
    isDated ||= hasDate(reader(line));
    if (!line.amounts.some((amount) => figures.has(amount))) continue;
    if (isDated) covered++;
    isDated = false;
  }
  return covered;
}

/** A column of dates to the left of those whose headings are known is the first date all the same. */
function leftmostFirst(reader: DateReader, lines: readonly TokenLine[], aligned: DateReader): DateReader {
  const known = lines.map(reader).filter((dates) => dates.booking !== null || dates.value !== null);
  const further = lines.filter((line) => {
    const [own, first] = [reader(line), aligned(line).booking];
    const left = Math.min(own.booking?.left ?? Number.POSITIVE_INFINITY, own.value?.left ?? Number.POSITIVE_INFINITY);
    return first !== null && first.right < left && Number.isFinite(left);
  });
  if (further.length < known.length * 0.6) return reader;
  return (line) => {
    const [own, first] = [reader(line), aligned(line).booking];
    return first === null ? own : { ...own, booking: first, other: own.booking === first ? own.other : own.booking };
  };
}

/** In characters, with what may be around it. */
const LONGEST_WEEKDAY = 40;

/** A line that is a date and, perhaps, a day of the week. */
export function isDateLine(line: TokenLine): boolean {
  const [date] = line.dates;
  if (date === undefined) return false;
  if (line.text.text.length - (date.end - date.start) > LONGEST_WEEKDAY) return false;
  const rest = line.text.text.slice(0, date.start) + line.text.text.slice(date.end);
  if (date.strength === 'weak') return rest.trim() === '' && /\D/.test(line.text.text);
  return rest.trim().split(/\s+/).length <= 1 && !/\d/.test(rest);
}

/** How a date is written: `9 aaa 9`. */
function shapeOf({ text }: TokenLine): string {
  return text.text.replaceAll(/\d+/g, '9').replaceAll(/\p{L}+/gu, 'a');
}

/** Of lines that are only a date, the way most are written: others are part of a description. */
export function usualShape(lines: readonly TokenLine[]): string | null {
  const shapes = Map.groupBy(lines.filter(isDateLine), shapeOf);
  return [...shapes].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}

/** If a larger share of a column's dates have a line to themselves, they head the days below them. */
const DAY_HEADINGS = 0.3;

/** Dates that begin where many others do are a column; the first such column books, the second gives value. */
function readerByAlignment(lines: readonly TokenLine[], shape: string | null): DateReader {
  const counts: { left: number; count: number; alone: number }[] = [];
  const isStrong = (date: DateToken) => date.strength === 'strong';
  const hasStrong = lines.some((line) => line.dates.some(isStrong));
  for (const line of lines) {
    for (const date of line.dates) {
      if (isDateLine(line) && shapeOf(line) !== shape) continue;
      if (hasStrong && !isStrong(date) && !isDateLine(line)) continue;
      if (line.amounts.length === 0 && !isDateLine(line)) continue;
      const home = counts.find((column) => Math.abs(column.left - date.left) < 4);
      const alone = isDateLine(line) ? 1 : 0;
      if (home === undefined) counts.push({ left: date.left, count: 1, alone });
      else {
        home.count++;
        home.alone += alone;
      }
    }
  }
  const most = Math.max(0, ...counts.map((column) => column.count));
  const columns = counts.filter((column) => column.count >= most * 0.5).toSorted((a, b) => a.left - b.left);
  const [first, second] = columns;
  return (line) => {
    const at = (column: { left: number } | undefined) =>
      column === undefined ? null : (line.dates.find((date) => Math.abs(date.left - column.left) < 4) ?? null);
    // Where days head their rows, a date at the same place beside other words belongs to a description.
    const headsDays = first !== undefined && first.alone > first.count * DAY_HEADINGS;
    const isOther = isDateLine(line) ? shapeOf(line) !== shape : headsDays;
    const booking = isOther ? null : at(first);
    return { booking, value: booking === null ? null : at(second), other: null };
  };
}
