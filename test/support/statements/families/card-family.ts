import type { Random } from '../../random.ts';
import type { Block, Table, TableRow } from '../blocks.ts';
import { entryColumns } from '../columns.ts';
import { printDate } from '../date-notation.ts';
import type { Layout } from '../layout.ts';
import { drawAccount, drawPeriod } from '../ledger.ts';
import type { Account, Entry } from '../ledger.ts';
import { printSigned, printUnsigned } from '../money-notation.ts';
import type { SignStyle } from '../money-notation.ts';
import { entryRow, totalRow, totals } from '../rows.ts';
import { statementTruth, transactionTruth } from '../truth.ts';
import type { Composition } from './compose-family.ts';

/**
 * A credit card: what is owed is printed as a positive figure, and often purchases too, with payments as the negative
 * ones. In the truth money out is negative as everywhere, and so is a debt.
 */
export function composeCard(layout: Layout, random: Random, count: number): Composition {
  const account = drawAccount(layout, random, { ...drawPeriod(layout, random), count, mix: 'card' });
  const { axes, words } = layout;
  const entries = axes.order === 'newest-first' ? account.entries.toReversed() : account.entries;
  const groups: { title: string; entries: Entry[] }[] =
    axes.cardSections === 'one'
      ? [{ title: words.purchases, entries }]
      : [
          { title: words.payments, entries: entries.filter(({ amount }) => amount > 0) },
          { title: words.purchases, entries: entries.filter(({ amount, kind }) => amount <= 0 && kind !== 'fee') },
          { title: words.charges, entries: entries.filter(({ kind }) => kind === 'fee') },
        ].filter((group) => group.entries.length > 0);
  const showsTitles = axes.cardSections === 'several' || random.chance(0.4);
  const blocks: Block[] = [summary(account, layout, random)];
  for (const group of groups) {
    if (showsTitles) blocks.push({ kind: 'title', text: group.title });
    blocks.push({ kind: 'table', table: cardTable(group, layout) });
  }
  const showsBalance = axes.balance === 'row';
  const printed = groups.flatMap((group) => group.entries);
  const truth = statementTruth(account, layout, {
    transactions: printed.map((entry) => transactionTruth(entry, showsBalance ? entry.balance : null, layout)),
    opening: account.opening,
    closing: account.closing,
    reconcilable: true,
  });
  return { blocks, statements: [{ account, truth }] };
}

function summary(account: Account, layout: Layout, random: Random): Block {
  const { words, months, longDatePattern, amountFigure, currency } = layout;
  const isFee = ({ kind }: Entry) => kind === 'fee';
  const { debits, credits } = totals(account.entries.filter((entry) => !isFee(entry)));
  const fees = totals(account.entries.filter(isFee)).debits;
  const plain = (minor: number) => printUnsigned(minor, amountFigure);
  const owed = (balance: number) => printOwed(balance, layout);
  const pairs: [string, string][] = [
    [words.previousBalance, owed(account.opening)],
    [words.payments, plain(credits)],
    [words.purchases, plain(debits)],
    [words.charges, plain(fees)],
    [words.newBalance, owed(account.closing)],
  ];
  if (random.chance(0.6)) pairs.push([words.limit, plain(currency.scale * 2000)]);
  if (random.chance(0.6)) pairs.push([words.minimumPayment, plain(currency.scale * 10)]);
  if (random.chance(0.6)) pairs.push([words.dueDate, printDate(account.end + 21, longDatePattern, months)]);
  return { kind: 'facts', pairs };
}

function cardTable({ title, entries }: { title: string; entries: Entry[] }, layout: Layout): Table {
  const rows = entries.map((entry, index) => cardRow(entry, index + 1, entries[index - 1]?.day !== entry.day, layout));
  const { axes, words } = layout;
  const turned = isFlipped(layout) ? entries.map(({ amount }) => ({ amount: -amount })) : entries;
  if (axes.totals === 'row') rows.push(totalRow(`${words.total} ${title}`, turned, layout));
  return { columns: entryColumns(layout), rows, carryIn: null, carryOut: null };
}

function cardRow(entry: Entry, serial: number, isNewDay: boolean, layout: Layout): TableRow {
  const { axes, amountFigure } = layout;
  const showsDate = axes.datePrinted !== 'first-of-day' || isNewDay;
  const row = entryRow(entry, layout, { printedBalance: null, showsDate, serial });
  const cells = { ...row.cells };
  if (isFlipped(layout)) cells.amount = printSigned(-entry.amount, amountFigure);
  if (axes.balance === 'row') cells.balance = printOwed(entry.balance, layout);
  return { ...row, cells };
}

/** A minus marks what is rare: on most cards, payments. */
const flippable: ReadonlySet<SignStyle> = new Set([
  'minus',
  'spaced-minus',
  'unicode-minus',
  'trailing-minus',
  'spaced-trailing-minus',
  'parentheses',
]);

function isFlipped({ axes, amountFigure }: Layout): boolean {
  const isOneColumn = !axes.amounts.includes('debit') && axes.amounts !== 'sign-column';
  return isOneColumn && axes.cardSigns === 'purchases-positive' && flippable.has(amountFigure.sign);
}

/** A debt as a positive figure, a credit balance as a negative one or with its mark. */
function printOwed(balance: number, { amountFigure }: Layout): string {
  const marksCredit = amountFigure.sign === 'credit-suffix' || amountFigure.sign === 'suffix';
  return marksCredit
    ? printSigned(balance, { ...amountFigure, sign: 'credit-suffix' })
    : printSigned(-balance, { ...amountFigure, sign: 'minus' });
}
