import type { Random } from '../../random.ts';
import type { Block } from '../blocks.ts';
import { printDate } from '../date-notation.ts';
import type { ComposedStatement } from './compose-family.ts';
import type { EntryKind } from '../languages/language-pack.ts';
import type { Layout } from '../layout.ts';
import { notations, printUnsigned } from '../money-notation.ts';

/** What some banks print below the transactions: dates and figures in columns that are none. */
export function afterword(statements: readonly ComposedStatement[], layout: Layout, random: Random): Block[] {
  switch (layout.axes.afterword) {
    case 'none':
      return [];
    case 'rates':
      return [{ kind: 'title', text: layout.words.rates }, ratesGrid(statements, layout, random)];
    case 'categories':
      return [{ kind: 'title', text: layout.words.total }, categoriesGrid(statements, layout)];
  }
}

/** Since when which rate holds, and from which balance on. */
function ratesGrid(statements: readonly ComposedStatement[], layout: Layout, random: Random): Block {
  const { words, months, longDatePattern, amountFigure, currency } = layout;
  const start = statements[0]?.account.start ?? 0;
  const { decimalMark } = notations[amountFigure.notation];
  const rows = [400, 130, 10].flatMap((daysBefore, index) => [
    printDate(start - daysBefore, longDatePattern, months),
    `${random.integer(0, 3)}${decimalMark}${random.digits(2)} %`,
    printUnsigned(currency.scale * 1000 * (index + 1), amountFigure),
  ]);
  return { kind: 'grid', columns: 3, cells: [words.date, '%', words.amount, ...rows] };
}

/** How often and how much of each kind. */
function categoriesGrid(statements: readonly ComposedStatement[], layout: Layout): Block {
  const { words, entryWords, amountFigure } = layout;
  const entries = statements[0]?.account.entries ?? [];
  const rows = [...Map.groupBy(entries, ({ kind }) => kind)].flatMap(([kind, those]: [EntryKind, typeof entries]) => [
    entryWords[kind],
    String(those.length),
    printUnsigned(
      those.reduce((sum, { amount }) => sum + amount, 0),
      amountFigure,
    ),
  ]);
  return { kind: 'grid', columns: 3, cells: [words.method, '#', words.amount, ...rows] };
}
