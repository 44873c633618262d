import type { CurrencyCode } from './currencies.ts';
import type { Language } from './languages/index.ts';
import type { NotationName } from './money-notation.ts';

/** Every way in which the statements of the world differ, and how often each is drawn. */
export const axisWeights = {
  /** How the document is built up; see `families/`. */
  family: { ledger: 56, accounts: 8, 'one-table': 3, months: 4, sections: 9, card: 14, history: 6 },
  size: { few: 25, page: 42, many: 30, 'very-many': 3 },
  period: { month: 70, quarter: 15, 'across-new-year': 15 },

  amounts: {
    'debit-credit': 34,
    'credit-debit': 10,
    minus: 13,
    'spaced-minus': 3,
    'unicode-minus': 4,
    'plus-minus': 6,
    'trailing-minus': 5,
    'spaced-trailing-minus': 2,
    'trailing-sign': 4,
    parentheses: 5,
    suffix: 8,
    'credit-suffix': 4,
    'sign-column': 6,
  },
  /** Cards print what was bought as positive figures, or as money out like an account. */
  cardSigns: { 'purchases-positive': 75, 'purchases-negative': 25 },
  cardSections: { one: 60, several: 40 },
  zeroRows: { none: 85, some: 15 },
  otherAccounts: { 'same-currency': 60, 'other-currency': 40 },
  /** On each row, on the last row of a day, in a row of its own after each day, ledger beside available, or nowhere. */
  balance: { row: 60, 'day-end': 10, 'day-row': 4, two: 6, none: 20 },
  bareFraction: { no: 93, yes: 7 },
  /** What stands in a debit or credit cell that has nothing to say, and whether debits bear a minus as well. */
  emptyCell: { blank: 84, zero: 8, dash: 8 },
  debitSign: { none: 92, minus: 8 },
  currencyMark: {
    heading: 60,
    'symbol-before': 13,
    'symbol-apart': 3,
    'symbol-after': 6,
    'code-before': 4,
    'code-after': 6,
    column: 8,
  },
  figureAlign: { right: 80, hanging: 10, left: 7, center: 3 },

  /** Beside the date of the entry: its value date, the day it was posted, or the day it was made. */
  secondDate: { none: 62, value: 22, posting: 10, transaction: 6 },
  secondDatePlace: { beside: 80, 'after-text': 20 },
  dateColumns: { one: 95, 'day-month': 5 },
  datePrinted: { 'every-row': 82, 'first-of-day': 13, 'day-heading': 5 },
  /** A day's heading with the day's total; a row for the year where dates have none; the year below the day. */
  dayTotals: { no: 65, yes: 35 },
  yearRow: { no: 75, yes: 25 },
  dateWrap: { no: 95, 'year-below': 5 },
  time: { none: 88, 'with-date': 8, 'below-date': 4 },
  monthCase: { title: 72, upper: 22, lower: 6 },
  order: { 'oldest-first': 80, 'newest-first': 15, unsorted: 5 },

  description: { 'one-line': 34, 'several-lines': 48, 'dated-line-middle': 6, 'dated-line-last': 8, bilingual: 4 },
  /** The line of a row that bears the figures, where the date is on the first. */
  figuresLine: { 'dated-line': 91, 'last-line': 9 },
  leaders: { none: 96, dots: 4 },
  columnOrder: { 'text-between': 91, 'text-first': 4, 'text-last': 5 },
  extraColumns: {
    none: 56,
    reference: 14,
    counterparty: 9,
    method: 11,
    'method-first': 4,
    serial: 5,
    fee: 3,
    foreign: 3,
  },
  figuresInText: { none: 25, some: 50, many: 25 },

  summary: { none: 14, top: 26, bottom: 14, rows: 28, 'rows-and-top': 18 },
  totals: { none: 50, row: 25, summary: 25 },
  /** Rows between the rows that are none, and rows that run on over the end of the page. */
  interruptions: { none: 94, notes: 6 },
  rowBreaks: { kept: 92, split: 8 },
  carry: { none: 62, balance: 28, 'page-totals': 10 },
  /** The summary as a list, or side by side with each figure below its label. */
  summaryStyle: { list: 70, columns: 30 },
  letterhead: { plain: 55, band: 25, rule: 20 },
  headings: { 'every-page': 80, 'first-page': 14, none: 6 },
  fault: { none: 92, balance: 4, closing: 2, total: 2 },

  paper: { a4: 55, letter: 20, 'a4-landscape': 10, legal: 4, narrow: 5, wide: 6 },
  flow: { 'one-column': 95, 'two-columns': 5 },
  panel: { none: 84, right: 9, left: 7 },
  rules: { none: 40, heading: 22, rows: 16, zebra: 12, grid: 10 },
  typeface: { sans: 74, serif: 14, mono: 12 },
  watermark: { none: 88, rotated: 12 },
  emission: { lines: 50, words: 20, glyphs: 15, gaps: 15 },
  drawOrder: { rows: 85, columns: 15 },
  /** Tables after the transactions that look like more of them. */
  afterword: { none: 86, rates: 7, categories: 7 },
  fakeBold: { no: 93, yes: 7 },
  /** Pages drawn sideways and turned by the reader, or with a corner that is not at the origin. */
  pageBox: { plain: 90, 'turned-left': 3, 'turned-right': 3, shifted: 4 },
  /** Deflated bytes differ between processors; what has to be the same to the byte everywhere is not compressed. */
  compression: { deflate: 85, none: 15 },
  notes: { none: 40, end: 35, 'every-page': 25 },
} as const satisfies Record<string, Record<string, number>>;

/** The names of all choices of every axis. */
export const axisChoices: Record<string, string[]> = Object.fromEntries(
  Object.entries(axisWeights).map(([axis, choices]) => [axis, Object.keys(choices)]),
);

export type DrawnAxes = { [Axis in keyof typeof axisWeights]: keyof (typeof axisWeights)[Axis] & string };

/** One statement's place on every axis; enough, with the random stream, to write it. */
export type Axes = DrawnAxes & { language: Language; currency: CurrencyCode; number: NotationName; date: string };
