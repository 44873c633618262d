import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { FigureKind } from '../vocabulary/figures.ts';
import { type DateHabits, type DateReader, dateReader, hasDate, type RowDates } from './date-columns.ts';
import { datesBelow } from './dates-below.ts';
import { isNumericRole } from './heading.ts';
import { isClose, labelAround } from './label-around.ts';
import { findLabels, isTelling, labelOfLine } from './labels.ts';
import { MOVEMENTS, roleOf } from './line-role.ts';
import { isOfOtherLetters, isOfRates, isPageText, usualSize } from './no-row.ts';
import { extentOf, type Segment } from './segment.ts';

/** `You paid $0.00`: behind the end of a table such lines tell of its terms. */
export function movesNothing({ cells }: TableLine): boolean {
  return [...cells.values()].every(({ readings }) => (readings['.'] ?? readings[','])?.value === 0n);
}

/** A line of a table with what stands in its columns. */
export type TableLine = {
  line: TokenLine;
  role: 'row' | 'figure' | 'section' | 'date' | 'text';
  /** What the line is the label of, for a figure. */
  label: FigureKind | null;
  dates: RowDates;
  cells: Map<string, AmountToken>;
  /** Its dates stand on the line below. */
  isDatedBelow?: boolean;
  /** Labels in one line and their figures in the next: a summary that has nothing to do with the table's columns. */
  isSummary?: boolean;
};

const NO_DATES: RowDates = { booking: null, value: null, other: null };

type Around = {
  habits: DateHabits;
  /** Whether a date above holds for rows without one. */
  dateKnown: boolean;
  isFurniture: (line: TokenLine) => boolean;
};

/** The lines of a part of a table, each with what it is. */
export function readTableLines(segment: Segment, { habits, dateKnown, isFurniture }: Around): TableLine[] {
  const readDates = dateReader(segment, habits);
  const owners = new Map<AmountToken, string>();
  for (const column of segment.columns) for (const token of column.tokens) owners.set(token, column.key);
  const roles = new Map(segment.columns.map((column) => [column.key, column.role]));
  const isMovement = (key: string) => {
    const role = roles.get(key) ?? null;
    return role === null || MOVEMENTS.has(role);
  };
  const lines = segment.lines.map((line) => readLine(line, segment, readDates, owners));
  const below = datesBelow(lines, isMovement, dateKnown);
  let hasKnownDate = dateKnown;
  const summary = summaryLines(segment.lines);
  const sizeOfRows = usualSize(lines);
  return lines.map((read, at) => {
    if (summary.has(read.line)) return { ...read, dates: NO_DATES, role: 'figure', isSummary: true };
    const dates = below?.get(read);
    if (dates !== undefined) Object.assign(read, { dates, isDatedBelow: true });
    if (hasDate(read.dates)) hasKnownDate = true;
    read.label ??= labelAround(read, {
      before: segment.lines[at - 2],
      above: segment.lines[at - 1],
      below: segment.lines[at + 1],
    });
    read.role = roleOf(read, { isMovement, roles, hasKnownDate });
    const isNoRow = isPageText(read, isFurniture) || isOfRates(read) || isOfOtherLetters(read, sizeOfRows);
    return isNoRow ? { ...read, role: 'text', cells: new Map() } : read;
  });
}

function readLine(
  line: TokenLine,
  segment: Segment,
  readDates: DateReader,
  owners: Map<AmountToken, string>,
): TableLine {
  const dates = readDates(line);
  const own = [dates.booking, dates.value, dates.other];
  const isDated = own.some((date) => date?.start === 0);
  const cells = new Map<string, AmountToken>();
  for (const amount of line.amounts) {
    const key = owners.get(amount);
    if (key === undefined || own.some((date) => date !== null && date.start < amount.end && amount.start < date.end))
      continue;
    if (!isDated && (isInSentence(line.text.text, amount) || isOneSentence(line.text.text, amount, own))) continue;
    // Two figures in one cell: the second is what the column aligns.
    cells.set(key, withoutDash(amount, key, segment));
  }
  return { line, role: 'text', label: labelOfLine(within(line, segment)), dates, cells };
}

/** A dash that stands in another column of figures is that column's empty cell, no sign. */
function withoutDash(amount: AmountToken, key: string, { columns, heading, page }: Segment): AmountToken {
  if (!amount.isSignApart) return amount;
  const begins = ({ left, right }: { left: number; right: number }) => amount.left > left - DASH && amount.left < right;
  const others = columns.filter((column) => column.key !== key && isNumericRole(column.role));
  // A column may have no figures on a page, but a heading that stands before the digits.
  const cells = heading?.page === page ? heading.cells : [];
  const before = cells.filter(({ role, right }) => isNumericRole(role) && right < amount.digitsLeft);
  const isElsewhere = [...others, ...before].some(begins);
  return isElsewhere ? { ...amount, sign: null, isSignApart: false, left: amount.digitsLeft } : amount;
}

/** The width of a dash, in points. */
const DASH = 3;

/** `Deposits are insured up to 100,000.00 by the scheme`: words stand right before the figure and right behind it, or a full stop. */
function isInSentence(text: string, { start, end }: { start: number; end: number }): boolean {
  if (!/\p{L}{2} $/u.test(text.slice(0, start))) return false;
  return (
    /^ \p{L}{2}|^\.(?:\s|$)/u.test(text.slice(end)) || (text[end - 1] === '.' && /^(?:\s|$)/.test(text.slice(end)))
  );
}

/** `Offer until 31.12.2026: 500.00`: no gap parts the words, a date among them, and the figure. */
function isOneSentence(text: string, { end }: AmountToken, dates: RowDates[keyof RowDates][]): boolean {
  return /^\p{L}{2}[^\t]*$/u.test(text.slice(0, end)) && dates.some((date) => date !== null && date.end < end);
}

/** A line without the words beside the table. */
function within(line: TokenLine, segment: Segment): TokenLine {
  const { from, to } = extentOf(segment);
  const isInside = (term: { left: number; right: number }) => term.right > from && term.left < to;
  return line.terms.every(isInside) ? line : { ...line, terms: line.terms.filter(isInside) };
}

/** Lines of several labels, each with the line of figures below it; dates may stand between. */
function summaryLines(lines: readonly TokenLine[]): Set<TokenLine> {
  return new Set(
    lines.flatMap((line, at) => {
      const figures = line.amounts.filter(({ isMoney }) => isMoney);
      if (figures.length > 1 && line.dates.length === 0 && isLabelled(line)) return [line];
      if (figures.length < 2 || isDatedRow(line) || line.terms.some((term) => isTelling(term, line))) return [];
      const above = lines[at - 1];
      const between = above !== undefined && goesOn(above, lines[at - 2], line) ? [above] : [];
      const labelled = between.length > 0 ? lines[at - 2] : above;
      if (labelled === undefined || !isClose(labelled, between[0] ?? line) || !isClose(between[0] ?? labelled, line))
        return [];
      return heads(labelled) ? [labelled, ...between, line] : [];
    }),
  );
}

/** `Opening balance 0.00   Closing balance 40.00`: as many labels as figures, each before its own. */
function isLabelled(line: TokenLine): boolean {
  const labels = findLabels(line);
  const figures = line.amounts.filter(({ isMoney }) => isMoney);
  return (
    labels.length === figures.length &&
    labels.every(({ end }, at) => {
      const [figure, next] = [figures[at], labels[at + 1]];
      return figure !== undefined && figure.start >= end && (next === undefined || figure.end <= next.start);
    })
  );
}

/** Two labels are enough where no date says that it could be a row. */
function heads(line: TokenLine): boolean {
  return line.amounts.length === 0 && findLabels(line).length > (line.dates.length > 0 ? 2 : 1);
}

/** A date behind three figures is the last of them: the day on which a card's balance is due. */
function isDatedRow({ dates, amounts }: TokenLine): boolean {
  const [first] = dates;
  if (first === undefined) return false;
  const before = amounts.filter(({ isMoney, end }) => isMoney && end <= first.start);
  return before.length < FIGURES_BEFORE_DATE;
}

const FIGURES_BEFORE_DATE = 3;

/** Whether a line between labels and figures is the labels' second one: their dates, or words that did not fit. */
function goesOn(line: TokenLine, labelled: TokenLine | undefined, figures: TokenLine): boolean {
  if (isDates(line)) return true;
  if (labelled === undefined || !heads(labelled) || line.amounts.some(({ isMoney }) => isMoney)) return false;
  return figures.dates.length > 0 || line.terms.length < labelled.terms.length;
}

/** `1 Oct 2026`, or only the year of a date that did not fit beside its label. */
function isDates(line: TokenLine): boolean {
  return (
    (line.dates.length > 0 || /^(?:19|20)\d\d$/.test(line.text.text)) &&
    !line.terms.some((term) => isTelling(term, line)) &&
    !line.amounts.some(({ isMoney }) => isMoney)
  );
}
