import { findIban } from '../../identity/account-number.ts';

import { type FigureKind, FIGURES } from '../../vocabulary/figures.ts';
import { CARD_WORDS, IDENTITY } from '../../vocabulary/identity.ts';
import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { foldTerms, phraseBook } from '../../vocabulary/phrase-book.ts';
import { dateTokenOf } from '../date-texts.ts';
import type { DateToken } from '../../tokens/find-dates.ts';
import { tidyLine } from '../tidy-text.ts';
import { type FigureCell, readFigureCell } from './figure-cell.ts';
import type { Cell } from './grid.ts';
import { headingRole } from './heading-role.ts';

const identities = phraseBook(IDENTITY);
const figures = phraseBook(FIGURES);
const cards = phraseBook({ card: CARD_WORDS });

/** What the rows over a table say. */
export type Around = {
  accountNumber: string | null;
  accountHolder: string | null;
  currency: string | null;
  isCard: boolean;
  figures: { kind: FigureKind; figure: FigureCell }[];
  /** Two dates in one row: the period. */
  period: [DateToken, DateToken] | null;
};

export function readAround(rows: readonly Cell[][]): Around {
  const around: Around = {
    accountNumber: null,
    accountHolder: null,
    currency: null,
    isCard: false,
    figures: [],
    period: null,
  };
  for (const row of rows) {
    const cells = row.filter(({ text }) => text !== '').flatMap(splitLabel);
    cells.forEach(({ text }, at) => {
      const next = cells[at + 1];
      around.accountNumber ??= findIban(text);
      around.isCard ||= cards.find(foldTerms(text)).length > 0;
      const meaning = identities.meaningOf(text);
      if (next === undefined) return;
      if (meaning === 'account' || meaning === 'card') around.accountNumber ??= accountIn(next.text);
      if ((meaning === 'holder' || meaning === 'name') && !/\d/.test(next.text)) around.accountHolder ??= next.text;
      if (headingRole(text).role === 'currency' && CURRENCY_CODES.has(next.text)) around.currency ??= next.text;
    });
    const figure = figureOfRow(cells);
    if (figure !== null) around.figures.push(figure);
    const dates = cells
      .flatMap(({ text }) => text.split(/ (?:-|–|to|bis|au|al|a) /u))
      .flatMap((text) => dateTokenOf(text) ?? []);
    const [start, end] = dates;
    if (start !== undefined && end !== undefined) around.period ??= [start, end];
  }
  return around;
}

/** `Account: 123` in one cell is a label and its value. */
function splitLabel(cell: Cell): Cell[] {
  const match = /^([^:：]{2,40})[:：]\s*(\S.*)?$/su.exec(cell.text);
  if (match === null || cell.money !== null || dateTokenOf(cell.text) !== null) return [cell];
  const value = match[2];
  return [{ text: match[1] ?? '', money: null }, ...(value === undefined ? [] : [{ text: value, money: null }])];
}

function accountIn(text: string): string | null {
  const number = tidyLine(text.replace(/\s[\p{L}].*$/u, ''));
  return /\d{3}/.test(number) && number.length <= 42 ? number : null;
}

/** A row whose first text is the label of a figure, and the last figure beside it; null for any other row. */
export function figureOfRow(cells: readonly Cell[]): { kind: FigureKind; figure: FigureCell; isWhole: boolean } | null {
  const label = cells.find(({ text, money }) => money === null && /\p{L}/u.test(text) && dateTokenOf(text) === null);
  const kind = label === undefined ? null : labelOf(label.text);
  if (kind === null) return null;
  const found = cells.flatMap((cell) => (cell === label ? [] : (readFigureCell(cell) ?? [])));
  const figure = found.at(-1);
  const isWhole = label !== undefined && figures.meaningOf(label.text) === kind;
  return figure === undefined ? null : { kind, figure, isWhole };
}

/** What stands between a label and its day. */
const FILLERS: ReadonlySet<string> = new Set(foldTerms('as of at on vom am zum per au le du al del op'));

/** What a text is the label of: nothing else stands in it but a date. */
export function labelOf(text: string): FigureKind | null {
  const terms = foldTerms(text).filter(
    (term) => !/^\d+$/.test(term) && !CURRENCY_CODES.has(term.toUpperCase()) && !FILLERS.has(term),
  );
  const [match] = figures.find(terms);
  if (match === undefined) return null;
  return terms.length - (match.end - match.start) <= 1 ? match.meaning : null;
}
