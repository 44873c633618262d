import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { DateReader } from './date-columns.ts';
import { isTotal, labelOfLine } from './labels.ts';
import { isDateLine, leftOf, notationOf, shapeOf } from './date-lines.ts';

/** If a larger share of a column's dates have a line to themselves, they head the days below them. */
const DAY_HEADINGS = 0.3;

/** Dates that begin where many others do are a column; the first such column books, the second gives value. */
export function readerByAlignment(lines: readonly TokenLine[], shape: string | null): DateReader {
  const counts: { left: number; count: number; alone: number; notations: string[] }[] = [];
  const isStrong = (date: DateToken) => date.strength === 'strong';
  const rows = lines.filter(({ amounts }) => amounts.length > 0);
  // The number of a row may stand before its date.
  const leads = ({ text }: TokenLine, { start }: DateToken) => /^(?:\d{1,5}\.?\t)?$/.test(text.text.slice(0, start));
  const leading = rows.filter((line) => line.dates[0] && leads(line, line.dates[0]) && !isStrong(line.dates[0]));
  // Where rows begin with digits like `05.10`, dates in texts do not say that all are written in full.
  const hasStrong =
    rows.filter(({ dates }) => dates.some(isStrong)).length >= leading.length &&
    lines.some((line) => line.dates.some(isStrong));
  const headsRows = lines.some((line) => isDateLine(line) && shapeOf(line) === shape);
  for (const line of lines) {
    for (const date of line.dates) {
      if (headsRows && !isDateLine(line) && isBehindWords(date, line)) continue;
      if (isDateLine(line) && shapeOf(line) !== shape) continue;
      if (hasStrong && !isStrong(date) && !isDateLine(line) && !isTotal(labelOfLine(line))) continue;
      if (line.amounts.length === 0 && !isDateLine(line)) continue;
      const left = leftOf(date, line);
      const home = counts.find((column) => Math.abs(column.left - left) < 4);
      const alone = isDateLine(line) ? 1 : 0;
      const notation = notationOf(date, line);
      if (home === undefined) counts.push({ left, count: 1, alone, notations: [notation] });
      else {
        home.count++;
        home.alone += alone;
        home.notations.push(notation);
      }
    }
  }
  const most = Math.max(0, ...counts.map((column) => column.count));
  const columns = counts.filter((column) => column.count >= most * 0.5).toSorted((a, b) => a.left - b.left);
  const [first, second] = columns;
  const usual = commonest(first?.notations ?? []);
  return (line) => {
    const at = (column: { left: number } | undefined) =>
      column === undefined ? null : (line.dates.find((date) => Math.abs(leftOf(date, line) - column.left) < 4) ?? null);
    // Where days head their rows, a date at the same place beside other words belongs to a description.
    const headsDays = first !== undefined && first.alone > first.count * DAY_HEADINGS;
    const isOther = isDateLine(line) ? shapeOf(line) !== shape : headsDays;
    const found = isOther ? null : at(first);
    // Where days are written in one way, a date in another is part of a text.
    const booking = found !== null && usual !== null && notationOf(found, line) !== usual ? null : found;
    return { booking, value: booking === null ? null : at(second), other: null };
  };
}

/** `Rate 0.25 %, 01.01.2020`: where days stand above their rows, a date behind words of its cell is a part of them. */
function isBehindWords({ start }: DateToken, { text }: TokenLine): boolean {
  return /\p{L}[^\t]* $/u.test(text.text.slice(0, start));
}

/** What most of several dates look like; null where no way of writing them stands out. */
function commonest(notations: readonly string[]): string | null {
  const [first] = [...Map.groupBy(notations, (own) => own).entries()].toSorted(([, a], [, b]) => b.length - a.length);
  return first !== undefined && first[1].length > notations.length * STANDS_OUT ? first[0] : null;
}

const STANDS_OUT = 0.6;
