import { isoDate, type CalendarDate, type DateOrder, type PartialDate } from '../tokens/calendar-date.ts';
import { printAmount } from '../tokens/amount.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { Check, Statement, Transaction } from '../statement.ts';
import { isoCurrency } from '../identity/read-currency.ts';
import type { Proof } from './prove.ts';
import { derivedOpening } from './derived-opening.ts';
import type { Doubt } from './doubts.ts';
import { monthOf, type Years } from './find-years.ts';
import { isOutOfOrder, scanFlags } from './scanned-rows.ts';
import { dateOf, type Row } from '../table/row.ts';
import { completeDate, isYearSure, type YearContext } from './complete-date.ts';
import { isWithin, type Period } from './period.ts';
import type { DateReading } from './settle-dates.ts';

/** What the document says around a statement's rows. */
export type Surroundings = {
  bank: string | null;
  accountNumber: string | null;
  accountHolder: string | null;
  currency: string | null;
  period: Period | null;
  years: Years;
  statementDay: CalendarDate | null;
  /** Rows whose day is taken from another line and could be another one. */
  doubtfulDays: ReadonlySet<Row>;
  /** What else the paper shows that sums do not prove. */
  doubts: readonly Doubt[];
};

/** Confidence in a row: proven by arithmetic, as printed with its direction, or with a direction that was inferred. */
const PROVEN = 0.99;
const PRINTED = 0.9;
const INFERRED = 0.8;
const CONTRADICTED = 0.5;

/** A statement, and why it is not called reconciled although it adds up. */
export type MadeStatement = { statement: Statement; doubts: Doubt[] };

/** The statement that a proof amounts to, with its checks. Rows whose date cannot be completed are left out. */
export function makeStatement(proof: Proof, around: Surroundings, dates: DateReading): MadeStatement {
  const amounts = amountsByRow(proof);
  const brokenRows = rowsAtBreaks(proof);
  const checks = checksOf(proof);
  const balanced = verdict(proof, checks);
  const known = { period: around.period ?? around.years.span, statementDay: around.statementDay };
  let previous = around.years.near;
  const transactions: Transaction[] = [];
  const days: CalendarDate[] = [];
  proof.entries.forEach(({ row, movement }, at) => {
    const context: YearContext = { ...known, previous };
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
    const asPrinted = printed === null ? null : partialDate(printed, dates.order);
    if (around.doubtfulDays.has(row) || asPrinted === null || !isYearSure(asPrinted, date, known))
      flags.push('date_inferred');
    if (around.period !== null && !isWithin(date, around.period)) flags.push('date_outside_period');
    flags.push(...scanFlags(row, proof.hypothesis));
    days.push(date);
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
  const flagged = (flag: string) => transactions.some(({ flags }) => flags.includes(flag));
  const doubts: Doubt[] = [
    ...around.doubts,
    ...(dates.isSure ? [] : ['order_of_dates' as const]),
    ...(flagged('date_inferred') ? ['days' as const] : []),
    ...(flagged('date_outside_period') ? ['outside_period' as const] : []),
    ...(transactions.length < proof.entries.length ? ['left_out' as const] : []),
    ...(isOutOfOrder(
      proof.entries.map(({ row }) => row),
      days,
    )
      ? ['scanned_days' as const]
      : []),
  ];
  const period = around.period ?? monthOf(days, around.years);
  const statement: Statement = {
    bank: around.bank,
    accountNumber: around.accountNumber,
    accountHolder: around.accountHolder,
    currency: around.currency,
    periodStart: period === null ? null : isoDate(period.start),
    periodEnd: period === null ? null : isoDate(period.end),
    openingBalance: printOrNull(proof.opening ?? derivedOpening(proof)),
    closingBalance: printOrNull(proof.closing ?? lastBalance(proof)),
    totalCredits: printAmount(proof.totalIn),
    totalDebits: printAmount(proof.totalOut),
    reconciled: balanced,
    checks,
    transactions,
  };
  return balanced === true && doubts.length > 0 ? doubt({ statement, doubts: [] }, doubts) : { statement, doubts: [] };
}

/** A statement that adds up, and is not called reconciled all the same. */
export function doubt({ statement, doubts }: MadeStatement, further: readonly Doubt[]): MadeStatement {
  const transactions = statement.transactions.map((row) => ({ ...row, confidence: doubted(row.confidence, further) }));
  return { statement: { ...statement, reconciled: null, transactions }, doubts: [...doubts, ...further] };
}

function readDate(token: DateToken | null, order: DateOrder, context: YearContext): CalendarDate | null {
  if (token === null) return null;
  const date = partialDate(token, order);
  return date === null ? null : completeDate(date, context);
}

function partialDate(token: DateToken, order: DateOrder): PartialDate | null {
  return token.readings[order] ?? token.readings['day-first'] ?? token.readings['month-first'];
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
  const end = closing ?? walk.end;
  for (const other of proof.otherClosings) if (end !== null) add('closing_balance', other, end);
  if (printedIn !== null) add('total_credits', printedIn, totalIn);
  if (printedOut !== null) add('total_debits', -printedOut, totalOut);
  return checks;
}

/**
 * `true` needs two printed ends: an opening balance, and a closing one or the last row's, with every balance between
 * following; or the totals of both sides. An opening that is only derived from the first row proves nothing about it.
 */
function verdict(proof: Proof, checks: readonly Check[]): boolean | null {
  if (checks.some((check) => !check.ok)) return false;
  const { opening, closing, printedIn, printedOut } = proof;
  const last = closing ?? lastBalance(proof);
  const byBalances = opening !== null && last !== null && opening + proof.totalIn + proof.totalOut === last;
  const byTotals = printedIn !== null && printedOut !== null;
  return byBalances || byTotals ? true : null;
}

/** Sums that do not prove a statement do not prove its rows; where they would be right upside down, no sign is sure. */
function doubted(confidence: number, doubts: readonly Doubt[]): number {
  return Math.min(confidence, doubts.includes('direction') ? INFERRED : PRINTED);
}

function confidenceOf(flags: readonly string[], reconciled: boolean | null, isSigned: boolean): number {
  if (flags.includes('balance_mismatch')) return CONTRADICTED;
  if (flags.length > 0) return INFERRED;
  if (reconciled === true) return PROVEN;
  return isSigned ? PRINTED : INFERRED;
}
