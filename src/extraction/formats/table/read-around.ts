import { findIban } from '../../identity/account-number.ts';
import { CARD_WORDS, IDENTITY } from '../../vocabulary/identity.ts';
import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { foldTerms, phraseBook } from '../../vocabulary/phrase-book.ts';
import { dateTokenOf } from '../date-texts.ts';
import type { DateToken } from '../../tokens/find-dates.ts';
import { tidyLine } from '../tidy-text.ts';
import type { Cell } from './grid.ts';
import { currencyOfSign } from './heading-currency.ts';
import { figureOfRow, type Printed } from './labelled-figure.ts';

const identities = phraseBook(IDENTITY);
const cards = phraseBook({ card: CARD_WORDS });

/** What the rows over a table say. */
export type Around = {
  accountNumber: string | null;
  accountHolder: string | null;
  currency: string | null;
  isCard: boolean;
  figures: Printed[];
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
      if (meaning === 'account' || meaning === 'card' || cards.meaningOf(text) !== null)
        around.accountNumber ??= accountIn(next.text);
      if ((meaning === 'holder' || meaning === 'name') && !/\d/.test(next.text)) around.accountHolder ??= next.text;
      if (CURRENCY_CODES.has(next.text) && !WORDS.has(next.text)) around.currency ??= next.text;
    });
    const figure = figureOfRow(cells);
    if (figure !== null) {
      around.figures.push(figure);
      around.currency ??= currencyOfSign(figure.figure.currency);
    }
    const dates = cells
      .flatMap(({ text }) => text.split(/ (?:-|–|to|bis|au|al|a) /u))
      .flatMap((text) => dateTokenOf(text) ?? []);
    const [start, end] = dates;
    if (start !== undefined && end !== undefined) around.period ??= [start, end];
  }
  return around;
}

/** Codes of currencies that are words, too. */
const WORDS: ReadonlySet<string> = new Set(['ALL', 'TOP', 'TRY']);

/** `Account: 123` in one cell is a label and its value. */
function splitLabel(cell: Cell): Cell[] {
  const match = /^([^:：]{2,40})[:：]\s*(\S.*)?$/su.exec(cell.text);
  if (match === null || cell.money !== null || dateTokenOf(cell.text) !== null) return [cell];
  const value = match[2];
  return [{ text: match[1] ?? '', money: null }, ...(value === undefined ? [] : [{ text: value, money: null }])];
}

function accountIn(text: string): string | null {
  const number = tidyLine(text.replace(/\s+[\p{L}([].*$/u, ''));
  return /\d{3}/.test(number) && number.length <= 42 ? number : null;
}
