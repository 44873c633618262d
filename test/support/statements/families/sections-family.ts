import type { Random } from '../../random.ts';
import type { Block, Column, TableRow } from '../blocks.ts';
import { column } from '../columns.ts';
import { printDate } from '../date-notation.ts';
import type { Layout } from '../layout.ts';
import { drawAccount, drawPeriod } from '../ledger.ts';
import type { Account, Entry } from '../ledger.ts';
import { printSigned, printUnsigned } from '../money-notation.ts';
import { entryRow, totals } from '../rows.ts';
import { statementTruth, transactionTruth } from '../truth.ts';
import type { Composition } from './compose-family.ts';

type Section = { title: string; holds: (entry: Entry) => boolean; isCheques?: boolean };

/**
 * A table each for deposits, withdrawals, cheques and charges. The title says on which side the figures are; many print
 * them without a sign.
 */
export function composeSections(layout: Layout, random: Random, count: number): Composition {
  const account = drawAccount(layout, random, { ...drawPeriod(layout, random), count });
  const { words } = layout;
  const sections: Section[] = [
    { title: words.deposits, holds: ({ amount }) => amount > 0 },
    { title: words.withdrawals, holds: ({ amount, kind }) => amount < 0 && kind !== 'cheque' && kind !== 'fee' },
    { title: words.cheques, holds: ({ kind }) => kind === 'cheque', isCheques: true },
    { title: words.charges, holds: ({ amount, kind }) => amount <= 0 && kind === 'fee' },
  ];
  const filled = sections
    .map((section) => ({ ...section, entries: account.entries.filter(section.holds) }))
    .filter(({ entries }) => entries.length > 0);
  const blocks: Block[] = [summary(account, filled, layout)];
  for (const { title, entries, isCheques } of filled) {
    blocks.push({ kind: 'title', text: title }, sectionTable(entries, title, isCheques ?? false, layout));
  }
  if (random.chance(0.5)) blocks.push({ kind: 'title', text: words.dailyBalances }, dailyBalances(account, layout));
  const transactions = filled.flatMap(({ entries }) => entries.map((entry) => transactionTruth(entry, null, layout)));
  const truth = statementTruth(account, layout, {
    transactions,
    opening: account.opening,
    closing: account.closing,
    reconcilable: true,
  });
  return { blocks, statements: [{ account, truth }] };
}

function summary(account: Account, sections: readonly (Section & { entries: Entry[] })[], layout: Layout): Block {
  const { words, balanceFigure } = layout;
  const sums = sections.map(({ title, entries }): [string, string] => [title, sectionTotal(entries, layout)]);
  return {
    kind: 'facts',
    pairs: [
      [words.opening, printSigned(account.opening, balanceFigure)],
      ...sums,
      [words.closing, printSigned(account.closing, balanceFigure)],
    ],
  };
}

function sectionTable(entries: Entry[], title: string, isCheques: boolean, layout: Layout): Block {
  const { words } = layout;
  const columns: Column[] = isCheques
    ? [column('reference', layout, words.chequeNumber), column('date', layout), column('amount', layout)]
    : [column('date', layout), column('description', layout), column('amount', layout)];
  const rows = entries.map((entry): TableRow => {
    const row = entryRow(entry, layout, { printedBalance: null, showsDate: true });
    const cells = isSigned(layout)
      ? row.cells
      : { ...row.cells, amount: printUnsigned(entry.amount, layout.amountFigure) };
    return isCheques
      ? { ...row, details: [], cells: { ...cells, reference: entry.narrative.counterparty } }
      : { ...row, cells };
  });
  const total: TableRow = {
    kind: 'total',
    cells: {
      [isCheques ? 'reference' : 'description']: `${words.total} ${isCheques ? '' : title}`.trim(),
      amount: sectionTotal(entries, layout),
    },
    details: [],
    amount: 0,
    balance: 0,
  };
  return { kind: 'table', table: { columns, rows: [...rows, total], carryIn: null, carryOut: null } };
}

function sectionTotal(entries: Entry[], layout: Layout): string {
  const { debits, credits } = totals(entries);
  const sum = debits + credits;
  return isSigned(layout) ? printSigned(sum, layout.amountFigure) : printUnsigned(sum, layout.amountFigure);
}

function isSigned({ axes }: Layout): boolean {
  return !axes.amounts.includes('debit') && axes.amounts !== 'sign-column';
}

/** The balance at the end of each day, three days a line. */
function dailyBalances({ entries }: Account, layout: Layout): Block {
  const { words, months, datePattern, balanceFigure } = layout;
  const ends = entries.filter((entry, index) => entries[index + 1]?.day !== entry.day);
  const cells = ends.flatMap(({ day, balance }) => [
    printDate(day, datePattern, months),
    printSigned(balance, balanceFigure),
  ]);
  const heading = [words.date, words.balance.replaceAll('{currency}', layout.axes.currency)];
  return { kind: 'grid', columns: 6, cells: [...heading, ...heading, ...heading, ...cells] };
}
