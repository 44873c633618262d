import type { Random } from '../random.ts';
import type { CurrencyCode } from './currencies.ts';
import { languages } from './languages/index.ts';
import type { Language } from './languages/index.ts';
import type { LanguagePack } from './languages/language-pack.ts';
import { notations } from './money-notation.ts';
import type { NotationName } from './money-notation.ts';

/** Every way in which the statements of the world differ, and how often each is drawn. */
const weights = {
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
  balance: { row: 62, 'day-end': 11, two: 6, none: 21 },
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
  dateColumns: { one: 95, 'day-month': 5 },
  datePrinted: { 'every-row': 82, 'first-of-day': 13, 'day-heading': 5 },
  time: { none: 88, 'with-date': 8, 'below-date': 4 },
  monthCase: { title: 72, upper: 22, lower: 6 },
  order: { 'oldest-first': 80, 'newest-first': 15, unsorted: 5 },

  description: { 'one-line': 34, 'several-lines': 48, 'dated-line-middle': 6, 'dated-line-last': 8, bilingual: 4 },
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
  notes: { none: 40, end: 35, 'every-page': 25 },
} as const satisfies Record<string, Record<string, number>>;

/** The names of all choices of every axis. */
export const axisChoices: Record<string, string[]> = Object.fromEntries(
  Object.entries(weights).map(([axis, choices]) => [axis, Object.keys(choices)]),
);

type DrawnAxes = { [Axis in keyof typeof weights]: keyof (typeof weights)[Axis] & string };

/** One statement's place on every axis; enough, with the random stream, to write it. */
export type Axes = DrawnAxes & { language: Language; currency: CurrencyCode; number: NotationName; date: string };

/** Draws a place on every axis that is not pinned. Axes that cannot go together give way to the earlier one. */
export function drawAxes(random: Random, pinned: Partial<Axes> = {}): Axes {
  const drawn = Object.fromEntries(
    Object.entries(weights).map(([axis, choices]) => [axis, random.named(axis).weighted(choices)]),
  ) as DrawnAxes;
  const language = pinned.language ?? random.named('language').pick(Object.keys(languages) as Language[]);
  const pack: LanguagePack = languages[language];
  const axes = {
    ...drawn,
    language,
    currency: random.named('currency').pick(pack.currencies),
    number: drawNumber(pack, random.named('number')),
    date: random.named('date').pick(pack.dates),
    ...pinned,
  };
  return compatible(axes);
}

/** The habit of the country, now and then that of another. */
function drawNumber(pack: LanguagePack, random: Random): NotationName {
  return random.pick(random.chance(0.95) ? pack.numbers : (Object.keys(notations) as NotationName[]));
}

type Rule = { where: (axes: Axes) => boolean; set: Partial<Axes> };

/** What no statement does, and what it does instead. Applied in order. */
const rules: Rule[] = [
  { where: ({ datePrinted }) => datePrinted !== 'every-row', set: { columnOrder: 'text-between' } },
  { where: ({ family }) => family === 'sections', set: { columnOrder: 'text-between' } },
  { where: ({ family }) => family === 'one-table', set: { order: 'oldest-first', carry: 'none', fault: 'none' } },
  { where: ({ family }) => family === 'one-table', set: { datePrinted: 'every-row', headings: 'every-page' } },
  { where: ({ family }) => family === 'one-table', set: { extraColumns: 'none', panel: 'none', flow: 'one-column' } },
  { where: ({ family, balance }) => family === 'one-table' && balance !== 'row', set: { balance: 'none' } },
  { where: ({ family }) => family === 'sections', set: { balance: 'none', carry: 'none', datePrinted: 'every-row' } },
  { where: ({ family }) => family === 'sections', set: { summary: 'top', totals: 'none', fault: 'none' } },
  { where: ({ family }) => family === 'history', set: { balance: 'none', carry: 'none', summary: 'none' } },
  { where: ({ family }) => family === 'history', set: { totals: 'none', fault: 'none' } },
  { where: ({ family, balance }) => family === 'card' && balance !== 'row', set: { balance: 'none' } },
  { where: ({ family }) => family === 'card', set: { carry: 'none', totals: 'none', fault: 'none' } },
  { where: ({ family, order }) => family === 'card' && order === 'unsorted', set: { order: 'oldest-first' } },
  {
    where: ({ family, datePrinted }) => family === 'card' && datePrinted === 'day-heading',
    set: { datePrinted: 'every-row' },
  },
  { where: ({ family, cardSections }) => family === 'card' && cardSections === 'several', set: { balance: 'none' } },
  {
    where: ({ family }) => family === 'sections',
    set: { secondDate: 'none', dateColumns: 'one', extraColumns: 'none' },
  },
  {
    where: ({ family, currencyMark }) => family === 'sections' && currencyMark === 'column',
    set: { currencyMark: 'heading' },
  },
  { where: ({ flow }) => flow === 'two-columns', set: { extraColumns: 'none', secondDate: 'none', panel: 'none' } },
  { where: ({ flow }) => flow === 'two-columns', set: { paper: 'a4-landscape', time: 'none', carry: 'none' } },
  { where: ({ flow, balance }) => flow === 'two-columns' && balance === 'two', set: { balance: 'row' } },
  { where: ({ flow }) => flow === 'two-columns', set: { currencyMark: 'heading', typeface: 'sans' } },
  { where: ({ panel, paper }) => panel !== 'none' && paper === 'narrow', set: { paper: 'a4' } },
  { where: ({ panel }) => panel !== 'none', set: { extraColumns: 'none', time: 'none' } },
  // A balance of the day's end, a balance carried on and a date left out all follow the order of the days.
  { where: ({ order }) => order !== 'oldest-first', set: { carry: 'none' } },
  { where: ({ order, balance }) => order !== 'oldest-first' && balance === 'day-end', set: { balance: 'row' } },
  { where: ({ order }) => order === 'unsorted', set: { datePrinted: 'every-row', period: 'month' } },
  { where: ({ datePrinted }) => datePrinted === 'day-heading', set: { secondDate: 'none', dateColumns: 'one' } },
  { where: ({ datePrinted }) => datePrinted === 'day-heading', set: { time: 'none' } },
  { where: ({ datePrinted, time }) => datePrinted === 'first-of-day' && time !== 'none', set: { time: 'none' } },
  { where: ({ time, description }) => time === 'below-date' && description.startsWith('dated'), set: { time: 'none' } },
  { where: ({ dateColumns }) => dateColumns === 'day-month', set: { secondDate: 'none', time: 'none' } },
  { where: ({ secondDate }) => secondDate !== 'none', set: { datePrinted: 'every-row' } },
  {
    where: ({ currencyMark, figureAlign }) => currencyMark === 'symbol-apart' && figureAlign !== 'right',
    set: { currencyMark: 'symbol-before' },
  },
  // Figures without a sign need a column or a word for it.
  {
    where: ({ amounts }) => amounts === 'debit-credit' || amounts === 'credit-debit' || amounts === 'sign-column',
    set: { figureAlign: 'right' },
  },
  {
    where: ({ headings, amounts }) => headings === 'none' && amounts.includes('debit'),
    set: { headings: 'every-page' },
  },
  { where: ({ headings, balance }) => headings === 'none' && balance === 'none', set: { headings: 'first-page' } },
  { where: ({ headings, balance }) => headings === 'none' && balance === 'two', set: { headings: 'first-page' } },
  {
    where: ({ headings, secondDate }) => headings === 'none' && secondDate !== 'none',
    set: { headings: 'first-page' },
  },
  { where: ({ balance, fault }) => fault === 'balance' && balance !== 'row', set: { fault: 'none' } },
  { where: ({ fault }) => fault === 'closing', set: { summary: 'rows-and-top' } },
  { where: ({ fault }) => fault === 'total', set: { totals: 'summary' } },
  { where: ({ totals, summary }) => totals === 'summary' && summary === 'none', set: { summary: 'top' } },
  { where: ({ totals, summary }) => totals === 'summary' && summary === 'rows', set: { summary: 'rows-and-top' } },
];

function compatible(axes: Axes): Axes {
  const result = { ...axes };
  for (const rule of rules) if (rule.where(result)) Object.assign(result, rule.set);
  return result;
}
