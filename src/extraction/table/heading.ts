import type { Word } from '../layout/word.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { CURRENCY_CODES } from '../vocabulary/currencies.ts';
import { HEADINGS, type HeadingRole } from '../vocabulary/headings.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { labelOfLine } from './labels.ts';

/** What stands above one column. Points. */
export type HeadingCell = {
  role: HeadingRole | null;
  text: string;
  left: number;
  right: number;
  /** Words of the cell that its role accounts for, and those that it does not. */
  explained: number;
  /** How many phrases it took. */
  matches: number;
  unexplained: number;
  /** ISO code, where the heading names the currency of its figures. */
  currency: string | null;
};

/** The heading of a table: one line, or a few that belong together. */
export type Heading = {
  page: number;
  /** Indices of its first and last line. */
  first: number;
  last: number;
  cells: HeadingCell[];
  /** Whether the line above says that balances of days are listed. */
  isOfDays?: boolean;
};

const book = phraseBook(HEADINGS);

const NUMERIC: ReadonlySet<HeadingRole> = new Set(['debit', 'credit', 'amount', 'balance', 'fee', 'foreign']);
const DATES: ReadonlySet<HeadingRole> = new Set([
  'date',
  'postingDate',
  'transactionDate',
  'valueDate',
  'day',
  'month',
]);
/** Words in headings that say nothing about the column. */
const FILLERS: ReadonlySet<string> = new Set(
  foldTerms(
    'in of the and et und y e en de la le di da per for to no nr amt incl s a r us rs hk nt mxn - / & + $ € £ ¥ ฿ 元 円 원 บาท',
  ),
);
const MAX_HEADING_LINES = 4;
/** Lines of one heading stand no further apart than this share of their size. */
const LINE_DISTANCE = 1.9;
/** Gap between the words of one cell, as a share of the font size. */
const CELL_GAP = 0.72;

export function isNumericRole(role: HeadingRole | null): boolean {
  return role !== null && NUMERIC.has(role);
}

/** Tables that list no entries: rates in percent, balances by day. */
export function listsEntries({ cells, isOfDays }: Heading): boolean {
  if (isOfDays || cells.some((cell) => cell.text.includes('%'))) return false;
  // `Date  Amount  Date  Amount`: entries have a text, and balances by day are printed in several columns.
  if (cells.length >= 4 && cells.every(({ role }, at) => (at % 2 === 0 ? isDateRole(role) : isNumericRole(role)))) {
    return new Set(cells.filter((_, at) => at % 2 === 0).map(({ text }) => text)).size > 1;
  }
  const roles = new Set(cells.map((cell) => cell.role));
  return ['debit', 'credit', 'amount', 'fee', 'description', 'reference', 'type', null].some((role) =>
    roles.has(role as HeadingRole | null),
  );
}

export function isDateRole(role: HeadingRole | null): boolean {
  return role !== null && DATES.has(role);
}

/** The headings of tables among the lines, in their order. */
export function findHeadings(source: readonly TokenLine[]): Heading[] {
  const lines = source.map(wordsOnly);
  const headings: Heading[] = [];
  for (let at = 0; at < lines.length; at++) {
    const best = bestHeadingFrom(lines, at);
    if (best === null) continue;
    // A title over the heading adds nothing to it.
    const below = bestHeadingFrom(lines, at + 1);
    if (below !== null && below.heading.first <= best.heading.last && below.score >= best.score) continue;
    const title = lines[at - 1];
    const isOfDays = title !== undefined && title.page === best.heading.page && labelOfLine(title) === 'dayEnd';
    headings.push(isOfDays ? { ...best.heading, isOfDays } : best.heading);
    at = best.next - 1;
  }
  return headings;
}

type Found = { heading: Heading; next: number; score: number };

function bestHeadingFrom(lines: readonly TokenLine[], from: number): Found | null {
  let best: Found | null = null;
  const window: TokenLine[] = [];
  for (let next = from; next < lines.length && window.length < MAX_HEADING_LINES; next++) {
    const line = lines[next];
    const before = window.at(-1);
    if (line === undefined || !mayBeHeading(line)) break;
    if (before !== undefined && !isNear(before, line)) break;
    window.push(line);
    const cells = withoutNeighbours(stackCells(window).flatMap(readCell));
    const score = scoreCells(cells) - 0.1 * window.length;
    if (isTableHeading(cells) && !hasTitle(window, cells) && (best === null || score > best.score)) {
      const first = window[0] ?? line;
      best = { heading: { page: line.page, first: first.index, last: line.index, cells }, next: next + 1, score };
    }
  }
  return best;
}

/** Whether the first of several lines is a title over the heading, no part of a cell. */
function hasTitle(window: readonly TokenLine[], cells: readonly HeadingCell[]): boolean {
  const [first] = window;
  if (window.length < 2 || first === undefined) return false;
  const pieces = piecesOf(first);
  const [only] = pieces;
  if (pieces.length !== 1 || only === undefined) return false;
  const cell = cells.find((candidate) => candidate.left < only.right && candidate.right > only.left);
  return cell === undefined || cell.unexplained > 0 || cell.matches > 1;
}

function isNear(above: TokenLine, below: TokenLine): boolean {
  if (above.page !== below.page) return false;
  return below.baseline - above.baseline < LINE_DISTANCE * Math.max(above.size, below.size);
}

/** A heading has words; figures of money, dates and long numbers stand in rows. */
function mayBeHeading(line: TokenLine): boolean {
  if (line.terms.some((term) => /\d{4}/.test(term.text))) return false;
  return line.terms.length > 0 && !line.amounts.some((amount) => amount.isMoney) && line.dates.length === 0;
}

/** The longest stretch of a line without digits, if it names columns: figures may stand on it in a text beside the table. */
function wordsOnly(line: TokenLine): TokenLine {
  if (mayBeHeading(line) || line.terms.length === 0) return line;
  const mayName = line.terms.reduce((count, term) => (book.mayStartAt(term.text) ? count + 1 : count), 0);
  if (mayName < LEAST_NAMES) return line;
  const { words, offsets } = line.text;
  let best: [number, number] = [0, 0];
  let from = 0;
  words.forEach((word, at) => {
    if (/\d|%/.test(word.text)) from = at + 1;
    else if (at + 1 - from > best[1] - best[0]) best = [from, at + 1];
  });
  const [start, end] = best;
  if (end - start < LEAST_WORDS) return line;
  // Between figures stands a row's text, whatever columns it speaks of.
  const hasDigits = (word: Word) => /\d/.test(word.text);
  if (words.slice(0, start).some(hasDigits) && words.slice(end).some(hasDigits)) return line;
  const first = offsets[start] ?? 0;
  const last = (offsets[end - 1] ?? 0) + (words[end - 1]?.text.length ?? 0);
  const within = (token: { start: number; end: number }) => token.start >= first && token.end <= last;
  const stretch = {
    ...line,
    text: { ...line.text, words: words.slice(start, end), offsets: offsets.slice(start, end) },
    terms: line.terms.filter(within),
    amounts: line.amounts.filter(within),
    dates: line.dates.filter(within),
  };
  const roles = new Set(
    piecesOf(stretch)
      .flatMap(readCell)
      .map((cell) => cell.role),
  );
  const named = [...roles].filter((role) => role !== null);
  const figures = named.filter(isNumericRole).length;
  return named.length >= LEAST_NAMES && (figures > 1 || (figures > 0 && named.some(isDateRole))) ? stretch : line;
}

/** A heading beside other text names at least so many columns. */
const LEAST_NAMES = 3;
/** Fewer words without digits are no heading. */
const LEAST_WORDS = 3;

type RawCell = { lines: string[]; terms: string[]; left: number; right: number; lefts: number[]; rights: number[] };

/** Puts the pieces of several lines together where they stand above each other. */
function stackCells(lines: readonly TokenLine[]): RawCell[] {
  const cells: RawCell[] = [];
  for (const line of lines) {
    for (const piece of piecesOf(line)) {
      const above = lines.length > 1 ? cells.find((cell) => overlap(cell, piece) > 0.3) : undefined;
      if (above === undefined) cells.push(piece);
      else {
        above.lines.push(...piece.lines);
        above.terms.push(...piece.terms);
        above.lefts.push(...piece.lefts);
        above.rights.push(...piece.rights);
        above.left = Math.min(above.left, piece.left);
        above.right = Math.max(above.right, piece.right);
      }
    }
  }
  return cells.toSorted((a, b) => a.left - b.left);
}

function piecesOf({ text, terms, size }: TokenLine): RawCell[] {
  const pieces: RawCell[] = [];
  let lastRight = Number.NEGATIVE_INFINITY;
  text.words.forEach((word, index) => {
    const start = text.offsets[index] ?? 0;
    const own = terms.filter((term) => term.start === start);
    const current = pieces.at(-1);
    if (current !== undefined && word.left - lastRight < CELL_GAP * size) {
      current.lines[0] += ` ${word.text}`;
      current.right = word.right;
      current.terms.push(...own.map((term) => term.text));
      current.lefts.push(...own.map((term) => term.left));
      current.rights.push(...own.map((term) => term.right));
    } else {
      pieces.push({
        lines: [word.text],
        terms: own.map((term) => term.text),
        left: word.left,
        right: word.right,
        lefts: own.map((term) => term.left),
        rights: own.map((term) => term.right),
      });
    }
    lastRight = word.right;
  });
  return pieces;
}

function overlap(a: { left: number; right: number }, b: { left: number; right: number }): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared / Math.max(1, Math.min(a.right - a.left, b.right - b.left));
}

/** The heading cells in one piece of text: mostly one, more where columns stand close together. */
function readCell(cell: RawCell): HeadingCell[] {
  const text = cell.lines.join(' ');
  const matches = tellingMatches(cell.terms);
  const explained = matches.reduce((sum, match) => sum + match.end - match.start, 0);
  const telling = cell.terms.filter((term) => !FILLERS.has(term) && !CURRENCY_CODES.has(term.toUpperCase())).length;
  const unexplained = Math.max(0, telling - explained);
  const whole = (role: HeadingRole | null): HeadingCell[] => [
    {
      role,
      text,
      left: cell.left,
      right: cell.right,
      currency: currencyIn(text),
      explained,
      unexplained,
      matches: matches.length,
    },
  ];
  const [first] = matches;
  if (first === undefined || unexplained > explained) return whole(null);
  const roles = new Set(matches.map((match) => match.meaning));
  if (roles.size === 1) return whole(first.meaning);
  if (roles.has('debit') && roles.has('credit')) {
    // `Soll / Haben` is one column with a sign; `Paid out  Paid in` are two.
    const joined = /[/&|(]|\bor\b|\bund\b/.test(text.replaceAll(/\([^)]{1,4}\)/g, ''));
    if (joined || cell.lines.length > 1) return whole('amount');
  } else if (cell.lines.length > 1 || /[/&(]/.test(text))
    return whole(strongest(matches.map((match) => match.meaning)));
  return matches.map((match, index) => {
    const end = matches[index + 1]?.start ?? cell.terms.length;
    const own = cell.terms.slice(match.start, end);
    return {
      role: match.meaning,
      text: own.join(' '),
      left: cell.lefts[index === 0 ? 0 : match.start] ?? cell.left,
      right: cell.rights[end - 1] ?? cell.right,
      currency: currencyIn(own.join(' ').toUpperCase()),
      explained: match.end - match.start,
      matches: 1,
      unexplained: 0,
    };
  });
}

/** Text beside the table on the same line is no part of its heading. */
function withoutNeighbours(cells: HeadingCell[]): HeadingCell[] {
  const isProse = (cell: HeadingCell | undefined) =>
    cell !== undefined && cell.role === null && cell.text.split(' ').length > 5;
  let [from, to] = [0, cells.length];
  while (from < to && isProse(cells[from])) from++;
  while (to > from && isProse(cells[to - 1])) to--;
  return cells.slice(from, to);
}

/** Where a cell names several things (`Date / Value date`, two languages), the first that is not vague. */
function strongest(roles: readonly HeadingRole[]): HeadingRole {
  return (
    roles.find((role) => role === 'debit' || role === 'credit' || role === 'balance') ??
    roles.find((role) => isNumericRole(role) || isDateRole(role)) ??
    roles[0] ??
    'ignored'
  );
}

/** `In` alone heads a column of credits; in `Amount in EUR` it heads nothing. */
function tellingMatches(terms: readonly string[]) {
  const matches = book.find(terms);
  if (matches.length < 2) return matches;
  const telling = matches.filter(({ start, end }) => terms.slice(start, end).some((term) => !FILLERS.has(term)));
  return telling.length > 0 ? telling : matches;
}

function currencyIn(text: string): string | null {
  const found = text.match(/\b[A-Z]{3}\b/g)?.find((code) => CURRENCY_CODES.has(code));
  return found ?? null;
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
  const roles = cells.map((cell) => cell.role);
  const known = roles.filter((role) => role !== null);
  const figures = roles.filter(isNumericRole).length;
  const dates = roles.filter(isDateRole).length;
  const texts = roles.filter((role) => role === 'description' || role === 'reference').length;
  if (known.length < 2 || known.length < cells.length / 2) return false;
  if (figures === 0) return dates > 0 && texts > 0 && cells.length >= 3;
  return dates > 0 || (texts > 0 && known.length >= 3);
}
