import { isoDate, type CalendarDate, type DateOrder } from '../tokens/calendar-date.ts';
import { printAmount } from '../tokens/amount.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { Check, Statement, Transaction } from '../statement.ts';
import { isoCurrency } from '../identity/read-currency.ts';
import type { Proof } from './prove.ts';
import { hasGaps } from './reading-gaps.ts';
import { dateOf } from '../table/row.ts';
import { completeDate, type DateReading, isWithin, type Period, type YearContext } from './settle-dates.ts';

/** What the document says around a statement's rows. */
export type Surroundings = {
  bank: string | null;
  accountNumber: string | null;
  accountHolder: string | null;
  currency: string | null;
  period: Period | null;
  statementDay: CalendarDate | null;
  /** A heading over the rows names a column of balances. */
  expectsBalance: boolean;
};

/** Confidence in a row: proven by arithmetic, as printed with its direction, or with a direction that was inferred. */
const PROVEN = 0.99;
const PRINTED = 0.9;
const INFERRED = 0.6;
const CONTRADICTED = 0.4;

/** The statement that a proof amounts to, with its checks. Rows whose date cannot be completed are left out. */
export function makeStatement(proof: Proof, around: Surroundings, dates: DateReading): Statement {
  const amounts = amountsByRow(proof);
  const brokenRows = rowsAtBreaks(proof);
  const checks = checksOf(proof);
  const balanced = verdict(proof, checks, dates);
  let previous: CalendarDate | null = null;
  const transactions: Transaction[] = [];
  proof.entries.forEach(({ row, movement }, at) => {
    const context: YearContext = { period: around.period, statementDay: around.statementDay, previous };
    const printed = dateOf(row);
    const date = readDate(printed, dates.order, context);
    if (date === null) return;
    previous = date;
    const value = printed === row.value ? null : readDate(row.value, dates.order, { ...context, previous: date });
    const amount = amounts[at] ?? movement.amount;
    const flags: string[] = [];
    if (brokenRows.has(at)) flags.push('balance_mismatch');
    if (!movement.isSigned && balanced === null && movement.balance === null) flags.push('sign_inferred');
    if (!dates.isSure) flags.push('date_ambiguous');
    if (around.period !== null && !isWithin(date, around.period)) flags.push('date_outside_period');
    transactions.push({
      date: isoDate(date),
      valueDate: value === null ? null : isoDate(value),
      description: row.description,
      reference: row.reference,
      amount: printAmount(amount, movement.decimals),
      balance: movement.balance === null ? null : printAmount(movement.balance, movement.balanceDecimals),
      currency: (row.currency === null ? null : isoCurrency(row.currency)) ?? around.currency,
      page: row.page,
      confidence: confidenceOf(flags, balanced, movement.isSigned),
      flags,
      box: row.box ?? null,
    });
  });
  // Sums prove amounts, not days: a date outside of the period, or a row left out, leaves the rows unproven.
  const isDoubtful =
    transactions.length < proof.entries.length ||
    transactions.some(({ flags }) => flags.includes('date_outside_period'));
  const reconciled = balanced === true && (isDoubtful || hasGaps(proof, around.expectsBalance)) ? null : balanced;
  return {
    bank: around.bank,
    accountNumber: around.accountNumber,
    accountHolder: around.accountHolder,
    currency: around.currency,
    periodStart: around.period === null ? null : isoDate(around.period.start),
    periodEnd: around.period === null ? null : isoDate(around.period.end),
    openingBalance: printOrNull(proof.opening),
    closingBalance: printOrNull(proof.closing ?? lastBalance(proof)),
    totalCredits: printAmount(proof.totalIn),
    totalDebits: printAmount(proof.totalOut),
    reconciled,
    checks,
    transactions,
  };
}

function readDate(token: DateToken | null, order: DateOrder, context: YearContext): CalendarDate | null {
  if (token === null) return null;
  const date = token.readings[order] ?? token.readings['day-first'] ?? token.readings['month-first'];
  return date === null ? null : completeDate(date, context);
}

function printOrNull(value: bigint | null): string | null {
  return value === null ? null : printAmount(value);
}

function amountsByRow({ steps, walk }: Proof): (bigint | undefined)[] {
  const amounts: (bigint | undefined)[] = [];
  steps.forEach((step, at) => {
    if (step.row !== null) amounts[step.row] = walk.amounts[at];
  });
  return amounts;
}

/** The row at each break, or the last one before it where the balance stands between rows. */
function rowsAtBreaks({ steps, walk }: Proof): Set<number> {
  const rows = new Set<number>();
  for (const { at } of walk.broken) {
    const row = steps.slice(0, at + 1).findLast((step) => step.row !== null)?.row;
    if (row != null) rows.add(row);
  }
  return rows;
}

function lastBalance({ steps }: Proof): bigint | null {
  return steps.findLast((step) => step.balance !== null)?.balance ?? null;
}

function checksOf(proof: Proof): Check[] {
  const { walk, steps, opening, closing, totalIn, totalOut, printedIn, printedOut } = proof;
  const checks: Check[] = [];
  const add = (name: string, expected: bigint, found: bigint) =>
    checks.push({ name, ok: expected === found, expected: printAmount(expected), found: printAmount(found) });
  for (const { at, expected } of walk.broken) {
    const printed = steps[at]?.balance;
    if (printed != null) add('running_balance', printed, expected);
  }
  if (walk.broken.length === 0 && walk.linked > 0) {
    const last = lastBalance(proof) ?? 0n;
    add('running_balance', last, last);
  }
  const sum = totalIn + totalOut;
  if (closing !== null && opening !== null) add('closing_balance', closing, opening + sum);
  else if (closing !== null && walk.end !== null) add('closing_balance', closing, walk.end);
  for (const other of proof.otherClosings) if (closing !== null) add('closing_balance', other, closing);
  if (printedIn !== null) add('total_credits', printedIn, totalIn);
  if (printedOut !== null) add('total_debits', -printedOut, totalOut);
  return checks;
}

/**
 * `true` needs two printed ends: an opening balance, and a closing one or the last row's, with every balance between
 * following; or the totals of both sides. An opening that is only derived from the first row proves nothing about it.
 */
function verdict(proof: Proof, checks: readonly Check[], dates: DateReading): boolean | null {
  if (checks.some((check) => !check.ok)) return false;
  const { opening, closing, printedIn, printedOut } = proof;
  const last = closing ?? lastBalance(proof);
  const byBalances = opening !== null && last !== null && opening + proof.totalIn + proof.totalOut === last;
  const byTotals = printedIn !== null && printedOut !== null;
  if (!dates.isSure) return null;
  return byBalances || byTotals ? true : null;
}

function confidenceOf(flags: readonly string[], reconciled: boolean | null, isSigned: boolean): number {
  if (flags.includes('balance_mismatch')) return CONTRADICTED;
  if (flags.length > 0) return INFERRED;
  if (reconciled === true) return PROVEN;
  return isSigned ? PRINTED : INFERRED;
}
