import type { Random } from '../../random.ts';
import type { Block } from '../blocks.ts';
import { printDate } from '../date-notation.ts';
import type { Account } from '../ledger.ts';
import type { Layout } from '../layout.ts';
import { printSigned, printUnsigned } from '../money-notation.ts';
import { totals } from '../rows.ts';
import { statementTruth } from '../truth.ts';
import type { StatementTruth } from '../truth.ts';
import { entryTable, misprint } from './entry-table.ts';

/** One account with one table, the most common statement there is. */
export function ledgerBlocks(
  account: Account,
  layout: Layout,
  random: Random,
): { blocks: Block[]; truth: StatementTruth } {
  const { axes } = layout;
  const isFaulty = axes.fault === 'balance' && account.entries.length > 2;
  const faultyIndex = isFaulty ? random.integer(1, account.entries.length - 2) : -1;
  const { table, transactions } = entryTable(account, layout, random, faultyIndex);
  const printedClosing = account.closing + (axes.fault === 'closing' ? misprint(layout, random) : 0);
  const summary = summaryFacts(account, printedClosing, layout, random);
  const isBalanced = axes.summary !== 'none' || axes.balance !== 'none';
  return {
    blocks: [
      ...(axes.summary === 'top' || axes.summary === 'rows-and-top' ? [summary] : []),
      { kind: 'table', table },
      ...(axes.summary === 'bottom' ? [summary] : []),
    ],
    truth: statementTruth(account, layout, {
      transactions,
      opening: isBalanced ? account.opening : null,
      closing: isBalanced ? printedClosing : null,
      reconcilable: isFaulty || axes.fault === 'closing' || axes.fault === 'total' ? false : isBalanced ? true : null,
    }),
  };
}

function summaryFacts(account: Account, printedClosing: number, layout: Layout, random: Random): Block {
  const { axes, words, months, balanceFigure, amountFigure, longDatePattern } = layout;
  const { debits, credits } = totals(account.entries);
  const printedDebits = debits + (axes.fault === 'total' ? Math.abs(misprint(layout, random)) * -1 : 0);
  const on = (day: number) => (random.chance(0.4) ? ` ${printDate(day, longDatePattern, months)}` : '');
  const pairs: [string, string][] = [[words.opening + on(account.start), printSigned(account.opening, balanceFigure)]];
  if (axes.totals === 'summary') {
    pairs.push([words.totalCredits, printUnsigned(credits, amountFigure)]);
    pairs.push([words.totalDebits, printUnsigned(printedDebits, amountFigure)]);
  }
  pairs.push([words.closing + on(account.end), printSigned(printedClosing, balanceFigure)]);
  if (random.chance(0.15)) pairs.push([words.limit, printUnsigned(layout.currency.scale * 400, balanceFigure)]);
  return { kind: 'facts', pairs };
}
