import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { readerByAlignment } from './aligned-dates.ts';
import { readDayAndMonth } from './day-and-month.ts';
import { dayAndMonthColumns, type Place } from './day-and-month-columns.ts';
import { usualShape } from './date-lines.ts';
import { isYear } from './describe-row.ts';
import { type HeadingCell, isDateRole } from './heading.ts';
import type { Segment } from './segment.ts';

/** Which dates of a line are its row's own, by what they say. */
export type RowDates = { booking: DateToken | null; value: DateToken | null; other: DateToken | null };

/** How the dates of a whole document are written. */
export type DateHabits = {
  /** The shape of dates that stand alone. */
  shape: string | null;
  /** Where days and months stand in columns of their own that no heading names. */
  dayAndMonth: { day: Place; month: Place } | null;
};

export function dateHabits(lines: readonly TokenLine[]): DateHabits {
  return { shape: usualShape(lines), dayAndMonth: dayAndMonthColumns(lines) };
}

export type DateReader = (line: TokenLine) => RowDates;

/** Dates begin within so many points of their heading or of each other. */
const NEAR = 10;

/** How the dates of a part of a table are found: under headings that name dates, or where most dates begin. */
export function dateReader(source: Segment, habits: DateHabits): DateReader {
  const figures = new Set(source.columns.flatMap((column) => column.tokens));
  const years = yearsBelow(source.lines);
  const withoutFigures = remembered((line: TokenLine): TokenLine => {
    if (namesPeriod(line)) return { ...line, dates: [] };
    const isFigure = (date: DateToken) =>
      date.strength === 'weak' &&
      line.amounts.some(
        (amount) => amount.isMoney && figures.has(amount) && amount.start < date.end && date.start < amount.end,
      );
    const isNone = (date: DateToken) => years.has(date) || isFigure(date);
    return line.dates.some(isNone) ? { ...line, dates: line.dates.filter((date) => !isNone(date)) } : line;
  });
  const reader = readerOf({ ...source, lines: source.lines.map(withoutFigures) }, habits);
  return (line) => reader(withoutFigures(line));
}

/** `2012` right below `18 Ara` is its year, and not the twentieth of December. */
function yearsBelow(lines: readonly TokenLine[]): Set<DateToken> {
  return new Set(
    lines.flatMap((line, at) => {
      const above = lines[at - 1];
      const open = above?.dates.filter((date) => lacksYear(date) && !isBareDigits(above, date)) ?? [];
      return line.dates.filter(
        ({ start, end, left }) =>
          isYear(line.text.text.slice(start, end)) && open.some((date) => Math.abs(date.left - left) < NEAR),
      );
    }),
  );
}

function lacksYear({ readings }: DateToken): boolean {
  return Object.values(readings).some((date) => date !== null && date.year === null);
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

function readerOf(segment: Segment, { shape, dayAndMonth }: DateHabits): DateReader {
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
    const covered = coverage(reader, segment);
    if (covered >= coverage(aligned, segment) * 0.7) return reader;
    if (areInSentences(aligned, segment)) return reader;
    return covered > 0 && isOfTexts(aligned, segment, cells) ? reader : aligned;
  }
  if (dayAndMonth !== null) return (line) => readDayAndMonth(line, dayAndMonth.day, dayAndMonth.month);
  return readerByAlignment(segment.lines, shape);
}

/** Dates that stand where the descriptions do are a part of them, however few the rows that print their own. */
function isOfTexts(reader: DateReader, { lines }: Segment, cells: readonly HeadingCell[]): boolean {
  const dates = lines.flatMap((line) => reader(line).booking ?? []);
  const isUnder = ({ left }: DateToken, at: number) =>
    left > (cells[at]?.left ?? 0) - NEAR && left < (cells[at + 1]?.left ?? Number.POSITIVE_INFINITY) - NEAR;
  const isText = (date: DateToken) => cells.some((cell, at) => cell.role === 'description' && isUnder(date, at));
  return dates.length > 0 && dates.every(isText);
}

/** `FP 06/01/25 1032`, `Card 2432 25-01-20`: dates that all stand behind words are parts of texts, on a page whose rows print none. */
function areInSentences(reader: DateReader, { lines }: Segment): boolean {
  const found = lines.flatMap((line) => {
    const { booking } = reader(line);
    return booking === null ? [] : [/\p{L}[^\t]* $/u.test(line.text.text.slice(0, booking.start))];
  });
  return found.length > 0 && found.every(Boolean);
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
    const dated = own.booking ?? own.value;
    if (first === null || dated === null || first.right >= left) return false;
    // `070207  3 Nov`: the number of a cheque.
    return !isBareDigits(line, first) || isBareDigits(line, dated);
  });
  if (known.length === 0 || further.length < known.length * 0.6) return reader;
  return (line) => {
    const [own, first] = [reader(line), aligned(line).booking];
    return first === null ? own : { ...own, booking: first, other: own.booking === first ? own.other : own.booking };
  };
}
