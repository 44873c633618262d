import type { TokenLine } from '../tokens/read-tokens.ts';
import { overlapShare } from './cluster.ts';
import { CURRENCY_CODES } from '../vocabulary/currencies.ts';
import { foldTerms } from '../vocabulary/phrase-book.ts';
import { withAmountCalledValue } from './amount-called-value.ts';
import { type Heading, type HeadingCell, isDateRole, isNumericRole, isOfKinds } from './heading.ts';
import { headingBook, piecesOf, type RawCell, readCell, stackCells } from './heading-cells.ts';
import { countNames, mayBeHeading, wordsOnly } from './heading-words.ts';
import { withoutEscrow } from './without-escrow.ts';
import { labelOfLine, labelOfText, statusOfTitle } from './labels.ts';

const MAX_HEADING_LINES = 4;
/** Lines of one heading stand no further apart than this share of their size. */
const LINE_DISTANCE = 1.9;

/** The headings of tables among the lines, in their order. */
export function findHeadings(source: readonly TokenLine[]): Heading[] {
  const lines = source.filter((line) => line.isAside !== true).map(wordsOnly);
  const headings: Heading[] = [];
  for (let at = 0; at < lines.length; at++) {
    const best = bestHeadingFrom(lines, at);
    if (best === null) continue;
    // A title over the heading adds nothing to it.
    const below = bestHeadingFrom(lines, at + 1);
    if (below !== null && below.heading.first <= best.heading.last && below.score >= best.score) continue;
    const title = lines[at - 1];
    const isOfDays =
      title !== undefined &&
      title.page === best.heading.page &&
      title.amounts.length === 0 &&
      labelOfLine(title) === 'dayEnd';
    const above = headings.at(-1);
    const own = isOfDays ? { ...best.heading, isOfDays } : best.heading;
    const continues = above !== undefined && title?.index === above.last && isSecondLine(title, lines[at]);
    if (continues) headings[headings.length - 1] = joined(above, own);
    else headings.push(own);
    at = best.next - 1;
  }
  return headings.map(withoutEscrow).map(withAmountCalledValue);
}

/** Two headings with nothing between them are the lines of one, each naming what a row has on its line. */
function isSecondLine(last: TokenLine, first: TokenLine | undefined): boolean {
  return first !== undefined && isNear(last, first);
}

/** The upper line says what a column is, the lower one what the upper leaves open. */
function joined(above: Heading, below: Heading): Heading {
  const cells = above.cells.map((cell) => ({ ...cell }));
  for (const own of below.cells) {
    const home = cells.find((cell) => overlapShare(cell, own) > 0.3);
    if (home === undefined) cells.push(own);
    else {
      home.role ??= own.role;
      home.currency ??= own.currency;
      home.text += ` ${own.text}`;
      home.left = Math.min(home.left, own.left);
      home.right = Math.max(home.right, own.right);
    }
  }
  return { ...above, last: below.last, cells: cells.toSorted((a, b) => a.left - b.left) };
}

type Found = { heading: Heading; next: number; score: number };

function bestHeadingFrom(lines: readonly TokenLine[], from: number): Found | null {
  let best: Found | null = null;
  const window: TokenLine[] = [];
  let names = 0;
  for (let next = from; next < lines.length && window.length < MAX_HEADING_LINES; next++) {
    const line = lines[next];
    const before = window.at(-1);
    if (line === undefined || !mayBeHeading(line)) break;
    if (before !== undefined && !isNear(before, line)) break;
    window.push(line);
    names += countNames(line);
    // Two columns have to be known: most lines need no closer look.
    if (names < 2) continue;
    const cells = withoutNeighbours(stackCells(window).flatMap(readCell));
    const score = scoreCells(cells) - 0.1 * window.length;
    if (isTableHeading(cells) && !hasTitle(window, cells) && (best === null || score > best.score)) {
      const first = window[0] ?? line;
      best = { heading: { page: line.page, first: first.index, last: line.index, cells }, next: next + 1, score };
    }
  }
  return best === null ? null : withLastLine(best, lines);
}

/** A line right below that names columns and nothing else is the heading's last one: `Booked` over `balance`. */
function withLastLine(found: Found, lines: readonly TokenLine[]): Found {
  const { heading, next } = found;
  const [last, below] = [lines[next - 1], lines[next]];
  if (last === undefined || below === undefined || !mayBeHeading(below) || !isNear(last, below)) return found;
  const isOwn = (piece: RawCell) =>
    headingBook.meaningOf(piece.lines.join(' ')) !== null &&
    heading.cells.some((cell) => overlapShare(cell, piece) > 0.3);
  if (!piecesOf(below).every(isOwn)) return found;
  const window = lines.filter(({ index }) => index >= heading.first && index <= below.index);
  const cells = withoutNeighbours(stackCells(window).flatMap(readCell));
  return isTableHeading(cells)
    ? { ...found, heading: { ...heading, last: below.index, cells }, next: next + 1 }
    : found;
}

/** Whether the first of several lines is a title over the heading, no part of a cell. */
function hasTitle(window: readonly TokenLine[], cells: readonly HeadingCell[]): boolean {
  const [first] = window;
  if (window.length < 2 || first === undefined) return false;
  const pieces = piecesOf(first);
  const [only] = pieces;
  if (pieces.length !== 1 || only === undefined) return false;
  if (statusOfTitle(first) !== null) return true;
  const cell = cells.find((candidate) => candidate.left < only.right && candidate.right > only.left);
  return cell === undefined || cell.unexplained > 0 || cell.matches > 1;
}

function isNear(above: TokenLine, below: TokenLine): boolean {
  if (above.page !== below.page) return false;
  return below.baseline - above.baseline < LINE_DISTANCE * Math.max(above.size, below.size);
}
/** Text beside the table on the same line is no part of its heading. */
function withoutNeighbours(cells: HeadingCell[]): HeadingCell[] {
  const isProse = (cell: HeadingCell | undefined) =>
    cell !== undefined && cell.role === null && cell.text.split(' ').length > 3;
  let [from, to] = [0, cells.length];
  while (from < to && isProse(cells[from])) from++;
  while (to > from && isProse(cells[to - 1])) to--;
  return cells.slice(from, to);
}
function scoreCells(cells: readonly HeadingCell[]): number {
  const roles = new Set(cells.map((cell) => cell.role).filter((role) => role !== null));
  const unread = cells.filter((cell) => cell.role === null).length;
  const explained = cells.reduce((sum, cell) => sum + (cell.role === null ? 0 : cell.explained), 0);
  const unexplained = cells.reduce((sum, cell) => sum + cell.unexplained, 0);
  return roles.size + 0.2 * explained - 0.3 * unexplained - 0.6 * unread;
}

/** A table of entries has a date or a text, and a figure; what else its heading names must mostly be known. */
function isTableHeading(cells: readonly HeadingCell[]): boolean {
  if (isOfKinds(cells)) return true;
  if (isCurrency(cells) || isSummary(cells)) return false;
  const roles = cells.map((cell) => cell.role);
  const known = roles.filter((role) => role !== null);
  const figures = roles.filter(isNumericRole).length;
  const dates = roles.filter(isDateRole).length;
  const texts = roles.filter((role) => role === 'description' || role === 'reference').length;
  if (known.length < 2 || known.length < cells.length / 2) return false;
  if (figures === 0) return dates > 0 && texts > 0 && cells.length >= 3;
  if (dates > 0) return true;
  // A legend explains letters by the same words: `CHQ Cheque  INT Interest`.
  const [explained, unexplained] = [sumOf(cells, 'explained'), sumOf(cells, 'unexplained')];
  return texts > 0 && known.length >= 3 && unexplained <= explained / 3;
}

/** `Opening balance  Payments  Purchases  Closing balance`: what is printed below are figures about the statement. */
function isSummary(cells: readonly HeadingCell[]): boolean {
  const kinds = cells.map(({ text }) => labelOfText(text));
  return kinds.includes('opening') && kinds.includes('closing');
}

/** `Valuta  EUR`: a label with its value, no column of days and one of euros. */
function isCurrency(cells: readonly HeadingCell[]): boolean {
  const figures = cells.filter(({ role }) => isNumericRole(role));
  return (
    figures.every(({ text }) => isOnlyCode(text)) &&
    figures.length > 0 &&
    cells.every(({ role }) => role === null || role === 'valueDate' || isNumericRole(role))
  );
}

/** No word of it but a currency says that figures stand below. */
function isOnlyCode(text: string): boolean {
  const words = text.split(' ').filter((word) => !CURRENCY_CODES.has(word));
  return headingBook.find(words.flatMap(foldTerms)).length === 0;
}

function sumOf(cells: readonly HeadingCell[], count: 'explained' | 'unexplained'): number {
  return cells.reduce((sum, cell) => sum + cell[count], 0);
}
