import type { Random } from '../../random.ts';
import type { Axes } from '../axes.ts';
import type { Block } from '../blocks.ts';
import { drawAccount, drawCount, drawPeriod } from '../ledger.ts';
import type { Account } from '../ledger.ts';
import type { Layout } from '../layout.ts';
import type { StatementTruth } from '../truth.ts';
import { afterword } from './afterword.ts';
import { composeAccounts } from './accounts-family.ts';
import { composeCard } from './card-family.ts';
import { ledgerBlocks } from './ledger-family.ts';
import { composeOneTable } from './one-table-family.ts';
import { composeMonths } from './months-family.ts';
import { composeSections } from './sections-family.ts';

export type ComposedStatement = { account: Account; truth: StatementTruth };

/** The blocks of a document from top to bottom, and the statements that are in them. */
export type Composition = { blocks: Block[]; statements: ComposedStatement[] };

/** Writes a document of one family; `count` is the number of entries of each account. */
export type Compose = (layout: Layout, random: Random, count: number) => Composition;

const families: Record<Axes['family'], Compose> = {
  ledger: composeLedger,
  history: composeLedger,
  accounts: composeAccounts,
  'one-table': composeOneTable,
  months: composeMonths,
  sections: composeSections,
  card: composeCard,
};

export function composeFamily(layout: Layout, random: Random, count = drawCount(layout, random)): Composition {
  const { blocks, statements } = families[layout.axes.family](layout, random, count);
  return { blocks: [...blocks, ...afterword(statements, layout, random)], statements };
}

function composeLedger(layout: Layout, random: Random, count: number): Composition {
  const account = drawAccount(layout, random, { ...drawPeriod(layout, random), count });
  const { blocks, truth } = ledgerBlocks(account, layout, random);
  return { blocks, statements: [{ account, truth }] };
}
