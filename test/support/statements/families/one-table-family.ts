import type { Random } from '../../random.ts';
import type { Block, Table } from '../blocks.ts';
import { column, entryColumns } from '../columns.ts';
import type { Layout } from '../layout.ts';
import { drawAccount, drawPeriod } from '../ledger.ts';
import type { Account } from '../ledger.ts';
import { printSigned } from '../money-notation.ts';
import { entryRow } from '../rows.ts';
import { statementTruth, transactionTruth } from '../truth.ts';
import type { Composition } from './compose-family.ts';

/** Two accounts in one table, day by day, with a column that says which. */
export function composeOneTable(layout: Layout, random: Random, count: number): Composition {
  const period = drawPeriod(layout, random);
  const half = Math.ceil(count / 2);
  const accounts = [
    drawAccount(layout, random, { ...period, count: half }),
    drawAccount(layout, random, { ...period, count: half, mix: 'savings' }),
  ];
  const printed = accounts
    .flatMap((account) => account.entries.map((entry) => ({ account, entry })))
    .toSorted((one, other) => one.entry.day - other.entry.day);
  const showsBalance = layout.axes.balance === 'row';
  const rows = printed.map(({ account, entry }) => {
    const printedBalance = showsBalance ? entry.balance : null;
    const row = entryRow(entry, layout, { printedBalance, showsDate: true });
    return { ...row, cells: { ...row.cells, account: account.number } };
  });
  const columns = [column('account', layout), ...entryColumns(layout)];
  const table: Table = { columns, rows, carryIn: null, carryOut: null };
  return {
    blocks: [...accounts.map((account) => balances(account, layout)), { kind: 'table', table }],
    statements: accounts.map((account) => ({ account, truth: truthOf(account, showsBalance, layout) })),
  };
}

function balances(account: Account, { words, balanceFigure }: Layout): Block {
  return {
    kind: 'facts',
    pairs: [
      [words.account, account.number],
      [words.opening, printSigned(account.opening, balanceFigure)],
      [words.closing, printSigned(account.closing, balanceFigure)],
    ],
  };
}

function truthOf(account: Account, showsBalance: boolean, layout: Layout) {
  return statementTruth(account, layout, {
    transactions: account.entries.map((entry) => transactionTruth(entry, showsBalance ? entry.balance : null, layout)),
    opening: account.opening,
    closing: account.closing,
    reconcilable: true,
  });
}
