import type { Random } from '../../random.ts';
import type { Block } from '../blocks.ts';
import { dayOf, partsOf } from '../calendar.ts';
import { printDate } from '../date-notation.ts';
import type { Layout } from '../layout.ts';
import { drawAccount, drawPeriod } from '../ledger.ts';
import { ledgerBlocks } from './ledger-family.ts';
import type { ComposedStatement, Composition } from './compose-family.ts';

/** The statements of some months of one account, one after the other in one file. */
export function composeMonths(layout: Layout, random: Random, count: number): Composition {
  const { year, month } = partsOf(drawPeriod(layout, random).start);
  const { words, months, longDatePattern } = layout;
  const blocks: Block[] = [];
  const statements: ComposedStatement[] = [];
  const number = drawAccount(layout, random, { start: 0, end: 0, count: 0 }).number;
  let opening: number | undefined;
  const statementCount = random.integer(2, 4);
  for (let index = 0; index < statementCount; index += 1) {
    const start = dayOf(year, month + index, 1);
    const end = dayOf(year, month + index + 1, 0);
    const drawn = drawAccount(layout, random, { start, end, count, ...(opening === undefined ? {} : { opening }) });
    const account = { ...drawn, number };
    const composed = ledgerBlocks(account, index === 0 ? layout : withoutFault(layout), random);
    const date = (day: number) => printDate(day, longDatePattern, months);
    if (index > 0) blocks.push({ kind: 'page-break' });
    blocks.push({ kind: 'title', text: `${words.statement} ${date(start)} - ${date(end)}` }, ...composed.blocks);
    statements.push({ account, truth: composed.truth });
    opening = account.closing;
  }
  return { blocks, statements };
}

function withoutFault(layout: Layout): Layout {
  return { ...layout, axes: { ...layout.axes, fault: 'none' } };
}
