import type { Random } from '../random.ts';
import type { Axes } from './axes.ts';
import { currencies } from './currencies.ts';
import type { Currency, CurrencyCode } from './currencies.ts';
import { hasYear } from './date-notation.ts';
import type { DatePattern, MonthNames } from './date-notation.ts';
import { languages } from './languages/index.ts';
import { oneOf, settle, settleWords } from './languages/language-pack.ts';
import type { EntryWords, LanguagePack, Words } from './languages/language-pack.ts';
import type { FigureStyle, SignStyle } from './money-notation.ts';
import type { Color } from './pdf/pdf-document.ts';
import type { FontName } from './pdf/fonts.ts';

/** How one document looks: the axes made concrete. */
export type Layout = {
  axes: Axes;
  pack: LanguagePack;
  words: Words;
  entryWords: EntryWords;
  /** The second language of a bilingual document. */
  secondWords: Words | null;
  currency: Currency;
  amountFigure: FigureStyle;
  balanceFigure: FigureStyle;
  months: MonthNames;
  datePattern: string;
  /** With its year and, where possible, its month's name, for the heading. */
  longDatePattern: string;
  bank: string;
  holder: string;
  street: string[];
  paper: { width: number; height: number; margin: number };
  regular: FontName;
  bold: FontName;
  fontSize: number;
  leading: number;
  /** Space between two rows, in points. */
  rowGap: number;
  columnGap: number;
  accent: Color;
};

const papers: Record<Axes['paper'], [width: number, height: number]> = {
  a4: [595, 842],
  letter: [612, 792],
  'a4-landscape': [842, 595],
  legal: [612, 1008],
  narrow: [480, 700],
  wide: [1100, 780],
};

const accents: Color[] = [
  [0.08, 0.24, 0.42],
  [0.05, 0.4, 0.34],
  [0.5, 0.1, 0.16],
  [0.27, 0.18, 0.45],
  [0.75, 0.35, 0.05],
  [0.2, 0.2, 0.2],
];

export function layoutOf(axes: Axes, random: Random): Layout {
  const pack: LanguagePack = languages[axes.language];
  const words = settleWords(pack.words, random);
  const currency = currencies[axes.currency];
  const [width, height] = papers[axes.paper];
  const fontSize = axes.flow === 'two-columns' ? 7 : random.pick([7.5, 8, 8.5, 9, 9.5]);
  const leading = fontSize * random.pick([1.15, 1.25, 1.35]);
  const amountFigure = figureStyle(axes, words, random);
  return {
    axes,
    pack,
    words,
    entryWords: settle(pack.entries, random),
    secondWords: axes.description === 'bilingual' ? settleWords(languages.british.words, random) : null,
    currency,
    amountFigure,
    balanceFigure: { ...amountFigure, sign: balanceSign(amountFigure.sign, random) },
    months: monthsIn(axes.monthCase, pack.months),
    datePattern: axes.dateWrap === 'year-below' ? withYearBelow(axes.date) : axes.date,
    longDatePattern: random.pick(pack.dates.filter(hasYear)),
    bank: oneOf(pack.banks, random),
    holder: oneOf(pack.holders, random),
    street: pack.street.split('\n'),
    paper: { width, height, margin: random.integer(32, 56) },
    regular: axes.typeface,
    bold: axes.typeface === 'serif' ? 'serif-bold' : axes.typeface === 'mono' ? 'mono' : 'sans-bold',
    fontSize,
    leading,
    rowGap: rowGap(axes, leading, random),
    columnGap: random.pick([7, 9, 12]),
    accent: random.pick(accents),
  };
}

/** The same layout for an account in another currency. */
export function inCurrency(layout: Layout, code: CurrencyCode): Layout {
  const { symbol, decimals } = currencies[code];
  const { axes, currency } = layout;
  const restyle = (style: FigureStyle): FigureStyle => ({
    ...style,
    decimals,
    before: style.before.replace(currency.symbol, symbol).replace(axes.currency, code),
    after: style.after.replace(currency.symbol, symbol).replace(axes.currency, code),
  });
  return {
    ...layout,
    axes: { ...axes, currency: code },
    currency: currencies[code],
    amountFigure: restyle(layout.amountFigure),
    balanceFigure: restyle(layout.balanceFigure),
  };
}

function figureStyle(axes: Axes, words: Words, random: Random): FigureStyle {
  const { symbol, decimals } = currencies[axes.currency];
  const marks: Record<Axes['currencyMark'], [before: string, after: string]> = {
    heading: ['', ''],
    column: ['', ''],
    'symbol-apart': [`${symbol}\t`, ''],
    'symbol-before': [random.chance(0.7) ? symbol : `${symbol} `, ''],
    'symbol-after': ['', random.chance(0.7) ? ` ${symbol}` : symbol],
    'code-before': [`${axes.currency} `, ''],
    'code-after': ['', ` ${axes.currency}`],
  };
  const [before, after] = marks[axes.currencyMark];
  return {
    notation: axes.number,
    bareFraction: axes.bareFraction === 'yes' && decimals > 0,
    decimals,
    sign: signStyle(axes.amounts),
    before,
    after,
    signOutside: random.chance(0.6),
    debitMark: words.debitMark,
    creditMark: words.creditMark,
  };
}

function monthsIn(monthCase: Axes['monthCase'], { short, long }: MonthNames): MonthNames {
  const cased = (name: string) =>
    monthCase === 'upper' ? name.toUpperCase() : monthCase === 'lower' ? name.toLowerCase() : name;
  return { short: short.map(cased), long: long.map(cased) };
}

/** As a narrow column breaks it: what parts day, month and year stays on the first line, unless it is a space. */
function withYearBelow(pattern: DatePattern): DatePattern {
  return pattern.replace(/ ?(YYYY|BBBB)$/, '\n$1');
}

/** Columns for debit and credit, or for the side, leave the sign to the balance alone. */
function signStyle(amounts: Axes['amounts']): SignStyle {
  return amounts === 'debit-credit' || amounts === 'credit-debit' || amounts === 'sign-column' ? 'minus' : amounts;
}

function balanceSign(sign: SignStyle, random: Random): SignStyle {
  if (sign === 'credit-suffix') return 'debit-suffix';
  if (sign === 'plus-minus') return random.pick(['minus', 'plus-minus']);
  return sign;
}

/** Where lines stand above the dated line, only space tells which row they belong to. */
function rowGap(axes: Axes, leading: number, random: Random): number {
  const surrounded = axes.description === 'dated-line-middle' || axes.description === 'dated-line-last';
  return leading * (surrounded ? random.pick([0.7, 0.9]) : random.pick([0.05, 0.25, 0.5, 0.8]));
}
