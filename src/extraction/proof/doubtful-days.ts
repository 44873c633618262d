import type { Word } from '../layout/word.ts';
import { dateOf, type Row } from '../table/row.ts';
import type { DateOrder } from '../tokens/calendar-date.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { isWeekday } from '../vocabulary/weekdays.ts';
import { dateColumns, isAt, isSame, type Place } from './date-places.ts';
import { breaksOrder, dayOfYear, directionOf } from './day-order.ts';

/** Words nearer than this share of their size belong to one text. */
const BESIDE = 0.9;
/** If a larger share of rows bear their date themselves, blanks below it mean the date above. */
const OWN_DATES = 0.3;

/**
 * Rows whose day could be another one. Sums prove amounts, not days, so that a day which is taken from a line above has
 * to be borne out by where things stand: nothing else stands where the row's own date would, no other date stands in the
 * column of dates and was passed over, and the date taken is not part of a sentence.
 */
export function doubtfulDays(
  rows: readonly Row[],
  lines: readonly TokenLine[],
  { order, isOther }: { order: DateOrder; isOther: (line: TokenLine) => boolean },
): Set<Row> {
  const lineOf = lineFinder(lines);
  const doubtful = new Set<Row>();
  for (const own of Map.groupBy(rows, (row) => row.table).values()) {
    const columns = dateColumns(own);
    const bearsDates = own.filter((row) => !row.isDateAbove).length > own.length * OWN_DATES;
    const direction = directionOf(own, order);
    // Where words stand before all dates, they do not make sentences of them.
    const inSentences = new Set(own.filter((row) => isDateInSentence(row, lineOf)));
    const areInSentences = inSentences.size > own.length * OWN_DATES;
    own.forEach((row, at) => {
      const main = lines[row.index];
      if (!row.isDateAbove && main !== undefined && beginsWithOther(main, row)) doubtful.add(row);
      if (main !== undefined && isDatedElsewhere(row, main) && hasPartOfDate(main, columns)) doubtful.add(row);
      // Where rows bear their dates in a column, a date at the beginning of other words is a part of them.
      const isOfText = (date: DateToken) => bearsDates && !columns.some((place) => isAt(place, date));
      const other = row.lines.flatMap((index) => leadingOther(lines[index], row) ?? []);
      if (row.isDateAbove && other.some((date) => !isOfText(date) && fitsBetween(date, row, own[at + 1], order)))
        doubtful.add(row);
      if ((row.isDateAbove || !areInSentences) && inSentences.has(row)) doubtful.add(row);
      const since = linesOf(row, own[at - 1], lines);
      const mayBearItsOwn = (line: TokenLine) =>
        bearsDates ? mayBearDate(line, row, columns) : hasPartOfDate(line, columns);
      if (row.isDateAbove && since.some((line) => mayBearItsOwn(line) && !isOther(line))) doubtful.add(row);
      const next = own[at + 1];
      // Between two pages stand their own heads and feet, with dates of their own.
      const isOnePage = next !== undefined && next.page === row.page;
      if (row.isDateAbove && breaksOrder(row, own[at - 1], next, { direction, order })) doubtful.add(row);
      const isPassedOver = lines
        .slice(row.index, isOnePage ? next.index + 1 : row.index)
        .some((line) => passesOver(line, row, next, { columns, bearsDates, order }) && !isOther(line));
      if (isPassedOver && next !== undefined) doubtful.add(next);
    });
  }
  return doubtful;
}

/** A date that one of a row's own lines begins with and that is not the row's: it may be the right one. */
function leadingOther(line: TokenLine | undefined, row: Row): DateToken | null {
  const [first] = line?.dates ?? [];
  if (first === undefined || first.start > 0 || first.strength === 'weak') return null;
  return isSame(first, dateOf(row)) || isSame(first, row.value) ? null : first;
}

/** Something else than a row's date stands where the dates of rows do. */
function mayBearDate(line: TokenLine, row: Row, columns: readonly Place[]): boolean {
  const token = dateOf(row);
  return (token === null || !isLineOf(line, token)) && hasTextIn(line, columns);
}

/** The lines since the row above on the same page, up to the row's own. */
function linesOf(row: Row, above: Row | undefined, lines: readonly TokenLine[]): readonly TokenLine[] {
  return lines.slice(above?.page === row.page ? above.index + 1 : row.index, row.index + 1);
}

/** `Card 1234 05.03.`: words stand right before the date, and not its day of the week alone. */
function isInSentence({ text, amounts }: TokenLine, token: DateToken): boolean {
  const at = text.offsets.findLastIndex((offset) => offset < token.start);
  const before = text.words[at];
  if (before === undefined || (at === 0 && isWeekday(before.text))) return false;
  // An amount ends its cell, however near the next one begins.
  const start = text.offsets[at] ?? 0;
  if (amounts.some((amount) => amount.isMoney && amount.start <= start && start < amount.end)) return false;
  return (text.offsets[at] ?? 0) < token.start && isBeside(before, token);
}

/** A line that begins with another date than its row's may begin with the row's own. */
function beginsWithOther({ dates }: TokenLine, row: Row): boolean {
  const [first] = dates;
  const own = dateOf(row);
  if (first === undefined || own === null || isOnlyDigits(first, own)) return false;
  return first.start === 0 && first.end <= own.start && !isSame(first, row.value);
}

/** `2311` is the number of a cheque where days are written as such. */
function isOnlyDigits(date: DateToken, own: DateToken | null): boolean {
  return date.strength === 'weak' && own?.strength === 'strong';
}

/** Whether a date was read on this line; one that was put together from a day and a month begins with either. */
function isLineOf({ dates, text }: TokenLine, token: DateToken): boolean {
  const at = text.offsets.indexOf(token.start);
  const reading = token.readings['day-first'] ?? token.readings['month-first'];
  const word = text.words[at]?.text ?? '';
  const first = /^\d{1,2}\D{0,2}$/.test(word) ? Number.parseInt(word, 10) : 0;
  return dates.includes(token) || (reading !== null && [reading.day, reading.month].includes(first));
}

function isDateInSentence(row: Row, lineOf: LineFinder): boolean {
  const token = dateOf(row);
  const line = token === null ? undefined : lineOf(token, row);
  return token !== null && line !== undefined && isInSentence(line, token);
}

/** The line on which a row's date stands. */
type LineFinder = (date: DateToken, row: Row) => TokenLine | undefined;

/** Most rows bear their dates themselves; where the others' stand, is found out when it is first asked for. */
function lineFinder(lines: readonly TokenLine[]): LineFinder {
  let all: ReadonlyMap<DateToken, TokenLine> | undefined;
  return (date, { index }) => {
    const own = lines[index];
    if (own?.dates.includes(date)) return own;
    all ??= new Map(lines.flatMap((line) => line.dates.map((other) => [other, line] as const)));
    return all.get(date);
  };
}

function isBeside(word: Word, { left }: { left: number }): boolean {
  return left - word.right < BESIDE * word.size && word.right <= left + 1 && /\p{L}{2}|\d/u.test(word.text);
}

function hasTextIn({ text }: TokenLine, places: readonly Place[]): boolean {
  return text.words.some(
    (word) =>
      /[\p{L}\d]/u.test(word.text) &&
      places.some((place) => word.left < place.right - 1 && word.right > place.left + 1),
  );
}

function isDatedElsewhere(row: Row, main: TokenLine): boolean {
  const token = dateOf(row);
  return token !== null && !isLineOf(main, token);
}

/** `11`, alone where dates stand: the month may be anywhere. */
function hasPartOfDate({ text }: TokenLine, places: readonly Place[]): boolean {
  const [cell = ''] = text.text.split('\t');
  const [word] = text.words;
  const isDay = /^(?:0?[1-9]|[12]\d|3[01])[-./]?$/.test(cell);
  return isDay && word !== undefined && places.some((place) => isAt(place, word));
}

type Table = { columns: readonly Place[]; bearsDates: boolean; order: DateOrder };

/** Whether a line between two rows bears a date where dates stand, one that fits between theirs and is neither's. */
function passesOver(line: TokenLine, row: Row, next: Row | undefined, table: Table): boolean {
  const owner = [row, next].find((own) => own !== undefined && !own.isDateAbove && own.index === line.index);
  const taken = [dateOf(row), row.value, next === undefined ? null : dateOf(next), next?.value ?? null];
  return line.dates.some(
    (date) =>
      !taken.includes(date) &&
      !isOnlyDigits(date, dateOf(row)) &&
      (owner === undefined || (!isSame(date, dateOf(owner)) && !isSame(date, owner.value))) &&
      table.columns.some((place) => isAt(place, date)) &&
      (table.bearsDates || standsAlone(line, date)) &&
      !isInSentence(line, date) &&
      fitsBetween(date, row, next, table.order),
  );
}

function standsAlone({ text }: TokenLine, date: DateToken): boolean {
  const next = text.words[text.offsets.findIndex((offset) => offset >= date.end)];
  return next === undefined || next.left - date.right > 2 * next.size;
}

/** A date that is no day of these rows because it lies before the one or after the other belongs to a description. */
function fitsBetween(date: DateToken, row: Row, next: Row | undefined, order: DateOrder): boolean {
  const days = [dateOf(row), date, next === undefined ? null : dateOf(next)].map((token) =>
    token === null ? null : dayOfYear(token.readings[order]),
  );
  const [before, own, after] = days;
  if (own == null || before == null) return true;
  if (own === before || own === after) return false;
  // A table runs either way, and the year may turn.
  return after == null || after === before || (own - before) * (after - own) >= 0;
}
