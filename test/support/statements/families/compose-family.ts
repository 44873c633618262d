import type { Random } from '../../random.ts';
import type { Block } from '../blocks.ts';
import { drawAccount, drawCount, drawPeriod } from '../ledger.ts';
import type { Account } from '../ledger.ts';
import type { Layout } from '../layout.ts';
import type { StatementTruth } from '../truth.ts';
import { ledgerBlocks } from './ledger-family.ts';

export type ComposedStatement = { account: Account; truth: StatementTruth };

/** The document's blocks from top to bottom, and the statements that are in them. */
export function composeFamily(
  layout: Layout,
  random: Random,
  entries?: number,
): { blocks: Block[]; statements: ComposedStatement[] } {
  const account = drawAccount(layout, random, {
    ...drawPeriod(layout, random),
    count: entries ?? drawCount(layout, random),
  });
  const { blocks, truth } = ledgerBlocks(account, layout, random);
  return { blocks, statements: [{ account, truth }] };
}
