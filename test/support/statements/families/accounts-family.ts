import type { Random } from '../../random.ts';
import type { Block } from '../blocks.ts';
import type { CurrencyCode } from '../currencies.ts';
import { inCurrency } from '../layout.ts';
import type { Layout } from '../layout.ts';
import { drawAccount, drawPeriod } from '../ledger.ts';
import { printSigned } from '../money-notation.ts';
import { ledgerBlocks } from './ledger-family.ts';
import type { ComposedStatement, Composition } from './compose-family.ts';

const otherCurrencies: CurrencyCode[] = ['EUR', 'USD', 'GBP', 'CHF'];

/** Two or three accounts of one holder in one document, each with its own table. */
export function composeAccounts(layout: Layout, random: Random, count: number): Composition {
  const period = drawPeriod(layout, random);
  const startsPage = random.chance(0.35);
  const blocks: Block[] = [];
  const statements: ComposedStatement[] = [];
  const accounts = random.integer(2, 3);
  for (let index = 0; index < accounts; index += 1) {
    const own = index === 0 ? layout : otherAccountLayout(layout, random);
    const mix = index === 0 ? 'current' : 'savings';
    const entries = Math.max(1, Math.round(count / (index + 1)));
    const account = drawAccount(own, random, { ...period, count: entries, mix });
    const composed = ledgerBlocks(account, own, random);
    const name = index === 0 ? layout.words.account : layout.words.savings;
    if (index > 0 && startsPage) blocks.push({ kind: 'page-break' });
    blocks.push({ kind: 'title', text: `${name} ${account.number} (${own.axes.currency})` }, ...composed.blocks);
    statements.push({ account, truth: composed.truth });
  }
  return { blocks: random.chance(0.4) ? [overview(statements, layout), ...blocks] : blocks, statements };
}

/** All accounts with their balances, before the details. */
function overview(statements: readonly ComposedStatement[], layout: Layout): Block {
  const { words } = layout;
  const rows = statements.flatMap(({ account, truth }) => [
    `${account.number} ${truth.currency}`,
    printSigned(account.closing, inCurrency(layout, truth.currency).balanceFigure),
  ]);
  return { kind: 'grid', columns: 2, cells: [words.account, words.closing, ...rows] };
}

/** A misprint spoils one account only; the others add up. */
function otherAccountLayout(layout: Layout, random: Random): Layout {
  const sound: Layout = { ...layout, axes: { ...layout.axes, fault: 'none' } };
  if (layout.axes.otherAccounts === 'same-currency') return sound;
  return inCurrency(sound, random.pick(otherCurrencies.filter((code) => code !== layout.axes.currency)));
}
