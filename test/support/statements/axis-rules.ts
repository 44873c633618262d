import type { Axes } from './axes.ts';

/** Choices on some axes: one, or any of a list. */
type Where = { [Axis in keyof Axes]?: Axes[Axis] | readonly Axes[Axis][] };

/** What no statement does, and what it does instead. Applied in order. */
const rules: readonly (readonly [where: Where, set: Partial<Axes>])[] = [
  // Families that have a form of their own.
  [
    { family: 'sections' },
    {
      balance: 'none',
      carry: 'none',
      columnOrder: 'text-between',
      dateColumns: 'one',
      dateWrap: 'no',
      datePrinted: 'every-row',
      extraColumns: 'none',
      fault: 'none',
      secondDate: 'none',
      summary: 'top',
      totals: 'none',
    },
  ],
  [{ family: 'sections', currencyMark: 'column' }, { currencyMark: 'heading' }],
  [
    { family: 'one-table' },
    {
      carry: 'none',
      datePrinted: 'every-row',
      extraColumns: 'none',
      fault: 'none',
      flow: 'one-column',
      headings: 'every-page',
      order: 'oldest-first',
      panel: 'none',
    },
  ],
  [{ family: 'one-table', balance: ['two', 'day-end', 'day-row'] }, { balance: 'none' }],
  [{ family: 'history' }, { balance: 'none', carry: 'none', fault: 'none', summary: 'none', totals: 'none' }],
  [{ family: 'card' }, { carry: 'none', fault: 'none' }],
  [{ family: 'card', totals: 'summary' }, { totals: 'none' }],
  [{ family: 'card', balance: ['two', 'day-end', 'day-row'] }, { balance: 'none' }],
  [{ family: 'card', cardSections: 'several' }, { balance: 'none' }],
  [{ family: 'card', order: 'unsorted' }, { order: 'oldest-first' }],
  [{ family: 'card', datePrinted: 'day-heading' }, { datePrinted: 'every-row' }],

  // Narrow tables.
  [
    { flow: 'two-columns' },
    {
      carry: 'none',
      currencyMark: 'heading',
      extraColumns: 'none',
      panel: 'none',
      paper: 'a4-landscape',
      secondDate: 'none',
      time: 'none',
      typeface: 'sans',
    },
  ],
  [{ flow: 'two-columns', balance: 'two' }, { balance: 'row' }],
  [{ panel: ['left', 'right'] }, { extraColumns: 'none', time: 'none' }],
  [{ panel: ['left', 'right'], paper: 'narrow' }, { paper: 'a4' }],

  // A balance of the day's end, a balance carried on and a date left out all follow the order of the days.
  [{ order: ['newest-first', 'unsorted'] }, { carry: 'none' }],
  [{ order: ['newest-first', 'unsorted'], balance: ['day-end', 'day-row'] }, { balance: 'row' }],
  [{ order: 'unsorted' }, { datePrinted: 'every-row', period: 'month' }],
  [{ secondDate: ['value', 'posting', 'transaction'] }, { datePrinted: 'every-row' }],
  [{ datePrinted: 'day-heading' }, { dateColumns: 'one', time: 'none' }],
  [{ datePrinted: 'first-of-day' }, { time: 'none' }],
  [{ datePrinted: ['day-heading', 'first-of-day'] }, { columnOrder: 'text-between' }],
  [{ description: ['dated-line-middle', 'dated-line-last'], time: 'below-date' }, { time: 'none' }],
  [{ dateColumns: 'day-month' }, { dateWrap: 'no', secondDate: 'none', time: 'none' }],
  [{ datePrinted: 'day-heading' }, { dateWrap: 'no' }],
  [{ description: ['dated-line-middle', 'dated-line-last'] }, { dateWrap: 'no', figuresLine: 'dated-line' }],
  [{ dateWrap: 'year-below' }, { time: 'none' }],
  [{ description: ['dated-line-middle', 'dated-line-last'] }, { rowBreaks: 'kept' }],
  [{ figuresLine: 'last-line' }, { rowBreaks: 'kept' }],
  [{ carry: ['balance', 'page-totals'] }, { rowBreaks: 'kept' }],
  [{ datePrinted: ['first-of-day', 'day-heading'] }, { yearRow: 'no' }],

  // Figures without a sign need a column or a heading for it.
  [{ amounts: ['debit-credit', 'credit-debit', 'sign-column'] }, { figureAlign: 'right' }],
  [{ currencyMark: 'symbol-apart', figureAlign: ['left', 'center', 'hanging'] }, { currencyMark: 'symbol-before' }],
  [{ headings: 'none', amounts: ['debit-credit', 'credit-debit'] }, { headings: 'every-page' }],
  [{ headings: 'none', balance: ['none', 'two', 'day-row'] }, { headings: 'first-page' }],
  [{ headings: 'none', secondDate: ['value', 'posting', 'transaction'] }, { headings: 'first-page' }],

  // A fault needs the figure that it spoils.
  [{ fault: 'balance', balance: ['none', 'two', 'day-end', 'day-row'] }, { fault: 'none' }],
  [{ fault: 'closing' }, { summary: 'rows-and-top' }],
  [{ fault: 'total' }, { totals: 'summary' }],
  [{ totals: 'summary', summary: 'none' }, { summary: 'top' }],
  [{ totals: 'summary', summary: 'rows' }, { summary: 'rows-and-top' }],
];

/** The same axes, with what cannot go together made to. */
export function compatible(axes: Axes): Axes {
  const result = { ...axes };
  for (const [where, set] of rules) if (matches(result, where)) Object.assign(result, set);
  return result;
}

function matches(axes: Axes, where: Where): boolean {
  return Object.entries(where).every(([axis, choices]) => [choices].flat().includes(axes[axis as keyof Axes]));
}
