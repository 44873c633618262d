import type { Column, ColumnKey } from './blocks.ts';
import type { Axes } from './axes.ts';
import type { Layout } from './layout.ts';

/** The columns of a table of entries, left to right. */
export function entryColumns(layout: Layout): Column[] {
  const serial: ColumnKey[] = layout.axes.extraColumns === 'serial' ? ['serial'] : [];
  return [...serial, ...orderedKeys(layout)].map((key) => column(key, layout));
}

function orderedKeys(layout: Layout): ColumnKey[] {
  const [dates, texts, figures] = [dateKeys(layout), textKeys(layout), figureKeys(layout)];
  const { axes } = layout;
  switch (axes.columnOrder) {
    case 'text-between':
      return axes.secondDatePlace === 'after-text'
        ? [
            ...dates.filter((key) => key !== 'otherDate'),
            ...texts,
            ...dates.filter((key) => key === 'otherDate'),
            ...figures,
          ]
        : [...dates, ...texts, ...figures];
    case 'text-first':
      return [...texts, ...dates, ...figures];
    case 'text-last':
      return [...dates, ...figures, ...texts];
  }
}

export function column(key: ColumnKey, layout: Layout, heading = headingOf(key, layout)): Column {
  return { key, heading, align: alignOf(key, layout) };
}

function dateKeys({ axes }: Layout): ColumnKey[] {
  if (axes.datePrinted === 'day-heading') return [];
  const first: ColumnKey[] = axes.dateColumns === 'day-month' ? ['day', 'month'] : ['date'];
  return axes.secondDate === 'none' ? first : [...first, 'otherDate'];
}

function textKeys({ axes }: Layout): ColumnKey[] {
  switch (axes.extraColumns) {
    case 'reference':
      return ['description', 'reference'];
    case 'counterparty':
      return ['counterparty', 'description'];
    case 'method':
      return ['description', 'method'];
    case 'method-first':
      return ['method', 'description'];
    case 'foreign':
      return ['description', 'foreign'];
    case 'serial':
    case 'fee':
    case 'none':
      return ['description'];
  }
}

function figureKeys({ axes }: Layout): ColumnKey[] {
  const keys: ColumnKey[] = [];
  if (axes.currencyMark === 'column') keys.push('currency');
  if (axes.extraColumns === 'fee') keys.push('fee');
  if (axes.amounts === 'debit-credit') keys.push('debit', 'credit');
  else if (axes.amounts === 'credit-debit') keys.push('credit', 'debit');
  else if (axes.amounts === 'sign-column') keys.push('amount', 'side');
  else keys.push('amount');
  if (hasBalanceColumn(axes)) keys.push('balance');
  if (axes.balance === 'two') keys.push('available');
  return keys;
}

export function hasBalanceColumn({ balance }: Axes): boolean {
  return balance !== 'none' && balance !== 'day-row';
}

const figures: ReadonlySet<ColumnKey> = new Set([
  'debit',
  'credit',
  'amount',
  'balance',
  'available',
  'fee',
  'foreign',
]);

export function isFigure(key: ColumnKey): boolean {
  return figures.has(key);
}

function alignOf(key: ColumnKey, { axes }: Layout): Column['align'] {
  if (isFigure(key)) return axes.figureAlign;
  return key === 'day' || key === 'month' || key === 'side' ? 'center' : 'left';
}

function headingOf(key: ColumnKey, { words, secondWords, axes }: Layout): string {
  const of = (source: Layout['words']): string => {
    switch (key) {
      case 'otherDate':
        if (axes.secondDate === 'value') return source.valueDate;
        return axes.secondDate === 'posting' ? source.postingDate : source.transactionDate;
      case 'date':
        if (axes.secondDate === 'posting') return source.transactionDate;
        return axes.secondDate === 'transaction' ? source.postingDate : source.date;
      case 'foreign':
        return `${source.amount} (${source.currency})`;
      case 'serial':
        return '#';
      case 'available':
        return source.availableBalance;
      default:
        return source[key];
    }
  };
  const heading = secondWords ? `${of(words)} / ${of(secondWords)}` : of(words);
  return heading.replaceAll('{currency}', axes.currency);
}
