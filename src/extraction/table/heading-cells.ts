import type { TokenLine } from '../tokens/read-tokens.ts';
import { CURRENCY_CODES, CURRENCY_SYMBOLS } from '../vocabulary/currencies.ts';
import { HEADINGS, type HeadingRole } from '../vocabulary/headings.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { type HeadingCell, isDateRole, isNumericRole } from './heading.ts';

/** What columns are called. */
export const headingBook = phraseBook(HEADINGS);

/** Words in headings that say nothing about the column. */
const FILLERS: ReadonlySet<string> = new Set(
  foldTerms(
    'in of the and et und y e en de la le di da per for to no nr n o amt incl s a r us rs hk nt mxn - / & + $ € £ ¥ ฿ 元 円 원 บาท',
  ),
);
/** Gap between the words of one cell, as a share of the font size. */
const CELL_GAP = 0.72;

/** A piece of text that may head a column, of one line or of several below each other. */
export type RawCell = {
  lines: string[];
  terms: string[];
  left: number;
  right: number;
  lefts: number[];
  rights: number[];
};
/** Puts the pieces of several lines together where they stand above each other. */
export function stackCells(lines: readonly TokenLine[]): RawCell[] {
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

export function piecesOf({ text, terms, size }: TokenLine): RawCell[] {
  const pieces: RawCell[] = [];
  let current: RawCell | undefined;
  // Terms are in the order of their words.
  let next = 0;
  text.words.forEach((word, index) => {
    if (current !== undefined && word.left - current.right < CELL_GAP * size) {
      current.lines[0] += ` ${word.text}`;
      current.right = word.right;
    } else {
      current = { lines: [word.text], terms: [], left: word.left, right: word.right, lefts: [], rights: [] };
      pieces.push(current);
    }
    const start = text.offsets[index] ?? 0;
    for (let term = terms[next]; term !== undefined && term.start <= start; term = terms[++next]) {
      if (term.start < start) continue;
      current.terms.push(term.text);
      current.lefts.push(term.left);
      current.rights.push(term.right);
    }
  });
  return pieces;
}

export function overlap(a: { left: number; right: number }, b: { left: number; right: number }): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared / Math.max(1, Math.min(a.right - a.left, b.right - b.left));
}

/** The heading cells in one piece of text: mostly one, more where columns stand close together. */
export function readCell(cell: RawCell): HeadingCell[] {
  const [read, ...others] = readWhole(cell);
  if (read === undefined || others.length > 0 || read.role !== null || cell.lines.length < 2)
    return [read, ...others].filter((own) => own !== undefined);
  // Broken over lines, a heading in two languages may be understood in one of them only.
  const role = roleOfPart(read.text);
  return [role === null ? read : { ...read, role, explained: read.unexplained, unexplained: 0 }];
}

/** What the words on one side of a stroke say, all of them: `거래후 잔 액 / Account balance`. */
function roleOfPart(text: string): HeadingRole | null {
  const parts = text.split(' / ');
  if (parts.length !== 2) return null;
  for (const part of parts) {
    const terms = foldTerms(part).filter((term) => !FILLERS.has(term));
    const matches = headingBook.find(terms);
    const covered = matches.reduce((sum, { start, end }) => sum + end - start, 0);
    if (terms.length > 0 && covered === terms.length) return strongest(matches.map(({ meaning }) => meaning));
  }
  return null;
}

function readWhole(cell: RawCell): HeadingCell[] {
  const text = cell.lines.join(' ');
  const all = tellingMatches(cell.terms);
  const explained = all.reduce((sum, match) => sum + match.end - match.start, 0);
  // `EUR` alone heads amounts; in `Debited in EUR` it says in what.
  const isCode = ({ start, end }: { start: number; end: number }) =>
    cell.terms.slice(start, end).every((term) => FILLERS.has(term) || CURRENCY_CODES.has(term.toUpperCase()));
  const matches = all.every(isCode) ? all : all.filter((match) => !isCode(match));
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
/** Where a cell names several things (`Date / Value date`, two languages), the first that is not vague. */
function strongest(roles: readonly HeadingRole[]): HeadingRole {
  return (
    roles.find((role) => role === 'debit' || role === 'credit' || role === 'balance') ??
    roles.find((role) => isNumericRole(role) || isDateRole(role)) ??
    roles.find((role) => role !== 'ignored') ??
    'ignored'
  );
}

/** `In` alone heads a column of credits; in `Amount in EUR` it heads nothing. */
function tellingMatches(terms: readonly string[]) {
  const matches = headingBook.find(terms).map((match) => (saysInWhat(terms, match.start) ? amountIn(match) : match));
  if (matches.length < 2) return matches;
  const telling = matches.filter(({ start, end }) => terms.slice(start, end).some((term) => !FILLERS.has(term)));
  return telling.length > 0 ? telling : matches;
}

/** `Amount in INR`: what follows says in what, not that money comes in. */
function saysInWhat(terms: readonly string[], start: number): boolean {
  return terms[start] === 'amount' && terms[start + 1] === 'in' && terms[start + 2] !== undefined;
}

function amountIn<Match extends { meaning: HeadingRole; start: number; end: number }>(match: Match): Match {
  return match.end === match.start + 2 ? { ...match, meaning: 'amount' } : match;
}

function currencyIn(text: string): string | null {
  const found = text.match(/\b[A-Z]{3}\b/g)?.find((code) => CURRENCY_CODES.has(code));
  const [sign = ''] = /\p{Lu}{0,2}\p{Sc}/u.exec(text) ?? [];
  return found ?? CURRENCY_SYMBOLS[sign.toLowerCase()] ?? null;
}
