import type { Word } from '../layout/word.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import { SIGN_WORDS } from '../vocabulary/signs.ts';
import { isWeekday } from '../vocabulary/weekdays.ts';
import { type HeadingCell, isDateRole, isNumericRole } from './heading.ts';
import { isCurrency } from '../tokens/figure-marks.ts';
import { sideOfNarrative } from './narrative.ts';
import type { TableLine } from './table-line.ts';
import type { Side } from './row.ts';
import { extentOf, type Segment } from './segment.ts';

export type RowText = {
  description: string;
  /** The direction that the first words of any of its columns tell. */
  told: Side | null;
  reference: string | null;
  side: Side | null;
  /** What a column of signs says of the row's amount. */
  sign: 'plus' | 'minus' | null;
  currency: string | null;
  account: string | null;
};

const sides = phraseBook(SIGN_WORDS);
/** Words nearer than this share of their size are one piece of text. */
const PIECE_GAP = 1.2;

/** A word that begins within so many points of a heading begins its column. */
const EDGE = 1;

type Piece = { text: string; left: number; right: number; line: number };

/** The words of a row that are neither dates nor figures, by the columns they stand in. */
export function describeRow(lines: readonly TableLine[], segment: Segment): RowText {
  const cells = cellsOf(lines, segment);
  const edges = cells.filter(({ role }) => !isNumericRole(role)).map((cell) => cell.left);
  const pieces = lines.flatMap((entry, index) => piecesOf(entry, index, segment, edges));
  const columns = new Map<HeadingCell | null, Piece[]>();
  let side: Side | null = null;
  let sign: RowText['sign'] = null;
  let currency: string | null = null;
  for (const piece of pieces) {
    const cell = cellOf(piece, cells);
    const printed = isOfSigns(cell) ? signOf(piece.text) : null;
    if (printed !== null) {
      sign ??= printed;
      continue;
    }
    // A dash in an empty cell says nothing.
    if (/^[-\u2010-\u2015\u2212]+$/.test(piece.text)) continue;
    if (lines[piece.line]?.role === 'date' && isWeekday(piece.text)) continue;
    const isBesideDate = lines[piece.line]?.role === 'date' && /^[\d:]+$/.test(piece.text);
    if ((isYear(piece.text) || isBesideDate) && isBelowDate(piece, cells)) continue;
    const isDal = piece.text === 'D' && lines[piece.line]?.line.isDCredit === true;
    const meaning = isDal ? 'credit' : sides.meaningOf(piece.text);
    if (meaning !== null && (holdsSigns(cell, piece) || isNearFigure(piece, lines) || isUnderFigures(piece, cells))) {
      side ??= meaning;
      continue;
    }
    if (isCurrency(piece.text) && (cell?.role === 'currency' || !/^\p{Ll}*$/u.test(piece.text))) {
      currency ??= piece.text;
      continue;
    }
    const own = columns.get(cell) ?? [];
    own.push(piece);
    columns.set(cell, own);
  }
  const described: string[] = [];
  let reference: string | null = null;
  let account: string | null = null;
  let numbered: string | null = null;
  for (const [cell, own] of [...columns].toSorted(([a], [b]) => (a?.left ?? 0) - (b?.left ?? 0))) {
    const text = joinLines(own);
    if (cell?.role === 'reference') {
      reference = text.replaceAll('\n', ' ').replace(FOOTNOTES, '');
      numbered = `${cell.text.split(' ')[0] ?? ''} ${reference}`;
    } else if (cell?.role === 'account' && /\d/.test(text)) account = text.replaceAll('\n', ' ');
    else if (cell?.role !== 'ignored' && cell?.role !== 'time' && cell?.role !== 'foreign') described.push(text);
  }
  const told = sideOfNarrative(described.map((text) => text.split('\n')[0] ?? '').join(' '));
  // A cheque has no more than its number: `Check 2311`.
  const description = described.length > 0 ? described.join('\n') : (numbered ?? '');
  return { description, told, reference, side, sign, currency, account };
}

/** `1043 * ^`: marks that lead to notes below the table. */
const FOOTNOTES = /(?: [*^†‡#])+$/;

/** The heading's cells; none on a later page where the text has moved away from below them. */
function cellsOf(lines: readonly TableLine[], { heading, page }: Segment): readonly HeadingCell[] {
  if (heading === null || heading.page === page) return heading?.cells ?? [];
  const [first] = heading.cells;
  const left = Math.min(...lines.map(({ line }) => line.text.words[0]?.left ?? Number.POSITIVE_INFINITY));
  return first !== undefined && left < first.left - 20 ? [] : heading.cells;
}

/** Words parted by a gap, or by the left edge of a column however narrow the gap. */
function piecesOf(
  { line, dates, cells, isDatedBelow = false }: TableLine,
  index: number,
  segment: Segment,
  edges: readonly number[],
): Piece[] {
  const ownDates = isDatedBelow ? [] : [dates.booking, dates.value, dates.other];
  const taken = [...ownDates, ...cells.values()].filter((token) => token !== null);
  const { from, to } = extentOf(segment);
  const pieces: Piece[] = [];
  let before: Word | undefined;
  line.text.words.forEach((word, at) => {
    const start = line.text.offsets[at] ?? 0;
    const end = start + word.text.length;
    if (word.left > to || word.right < from || taken.some((token) => start < token.end && token.start < end)) {
      before = undefined;
      return;
    }
    const current = pieces.at(-1);
    const isAtEdge = edges.some((edge) => Math.abs(edge - word.left) < EDGE);
    if (
      before !== undefined &&
      current !== undefined &&
      !isAtEdge &&
      word.left - before.right < PIECE_GAP * word.size
    ) {
      current.text += ` ${word.text}`;
      current.right = word.right;
    } else pieces.push({ text: word.text, left: word.left, right: word.right, line: index });
    before = word;
  });
  return pieces;
}

/** A narrow column breaks a date before its year. */
export const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

function isBelowDate({ left }: Piece, cells: readonly HeadingCell[]): boolean {
  const over = cells.findLast((cell) => cell.left <= left + 4);
  return over !== undefined && isDateRole(over.role);
}

/** `+/-`, or a word for it. */
function isOfSigns(cell: HeadingCell | null): boolean {
  return cell !== null && (cell.role === 'sign' || /^[+\-\u2212/ ]+$/.test(cell.text));
}

function signOf(text: string): RowText['sign'] {
  if (text === '+') return 'plus';
  return /^[-\u2212]$/.test(text) ? 'minus' : null;
}

/** Whether letters below a heading are marks of a side: it says so, or nobody knows what it says. */
function holdsSigns(cell: HeadingCell | null, { text }: Piece): boolean {
  if (cell === null) return false;
  return cell.role === 'sign' || cell.role === 'type' || (cell.role === null && text.length <= LONGEST_MARK);
}

const LONGEST_MARK = 3;

/** `Dr` below `In/Out`: the figure may stand on another line of the row. */
function isUnderFigures({ text, left, right }: Piece, cells: readonly HeadingCell[]): boolean {
  return (
    text.length <= LONGEST_MARK &&
    cells.some((cell) => isNumericRole(cell.role) && cell.left < right && left < cell.right)
  );
}

/** How far from its amount a word for its side may stand, in points. */
const NEAR_FIGURE = 45;

/** A short word beside a figure, in a column whose heading does not say that it holds signs. */
function isNearFigure(piece: Piece, lines: readonly TableLine[]): boolean {
  if (piece.text.length > LONGEST_MARK) return false;
  const figures = [...(lines[piece.line]?.cells.values() ?? [])];
  return figures.some((figure) => Math.max(figure.left - piece.right, piece.left - figure.right) < NEAR_FIGURE);
}

/** The heading over a piece of text: the last one that begins before it, passing over columns of dates and figures. */
function cellOf(piece: Piece, cells: readonly HeadingCell[]): HeadingCell | null {
  const over = cells.filter(
    (cell) => cell.left <= piece.left + 4 || (cell.left < piece.right && cell.right > piece.left),
  );
  const texts = over.filter((cell) => !isDateRole(cell.role) && !isNumericRole(cell.role));
  return texts.at(-1) ?? cells.find((cell) => cell.role === 'description') ?? null;
}

function joinLines(pieces: readonly Piece[]): string {
  const lines = new Map<number, string[]>();
  for (const piece of pieces) lines.set(piece.line, [...(lines.get(piece.line) ?? []), piece.text]);
  return [...lines.values()].map((texts) => texts.join(' ')).join('\n');
}
