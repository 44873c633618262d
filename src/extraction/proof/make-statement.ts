import type { Statement } from '../statement.ts';
import { printAmount } from '../tokens/amount.ts';
import { isoDate } from '../tokens/calendar-date.ts';
import { checksOf, lastBalance, verdict } from './checks.ts';
import { doubtedConfidence } from './confidence.ts';
import { dateEntries, type DatedEntry, type KnownDays } from './date-entries.ts';
import { derivedOpening } from './derived-opening.ts';
import type { Doubt } from './doubts.ts';
import { monthOf } from './find-years.ts';
import { isWithin } from './period.ts';
import { makeTransactions } from './make-transactions.ts';
import type { Proof } from './prove.ts';
import { isOutOfOrder } from './scanned-rows.ts';
import type { DateReading } from './settle-dates.ts';

/** What the document says around a statement's rows. */
export type Surroundings = KnownDays & {
  bank: string | null;
  accountNumber: string | null;
  accountHolder: string | null;
  currency: string | null;
  /** What else the paper shows that sums do not prove. */
  doubts: readonly Doubt[];
};

/** A statement, and why it is not called reconciled although it adds up. */
export type MadeStatement = { statement: Statement; doubts: Doubt[] };

/** The statement that a proof amounts to, with its checks. Rows whose date cannot be completed are left out. */
export function makeStatement(proof: Proof, around: Surroundings, dates: DateReading): MadeStatement {
  const checks = checksOf(proof);
  const balanced = verdict(proof, checks);
  const dated = dateEntries(proof.entries, around, dates);
  const period =
    around.period ??
    monthOf(
      dated.map(({ date }) => date),
      around.years,
    );
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
    transactions: makeTransactions(proof, dated, { ...around, isOrderSure: dates.isSure, balanced }),
  };
  const doubts = [...around.doubts, ...doubtsOfDays(proof, dated, around.period, dates)];
  return balanced === true && doubts.length > 0 ? doubt({ statement, doubts: [] }, doubts) : { statement, doubts: [] };
}

/** A statement that adds up, and is not called reconciled all the same. */
export function doubt({ statement, doubts }: MadeStatement, further: readonly Doubt[]): MadeStatement {
  const transactions = statement.transactions.map((row) => ({
    ...row,
    confidence: doubtedConfidence(row.confidence, further),
  }));
  return { statement: { ...statement, reconciled: null, transactions }, doubts: [...doubts, ...further] };
}

/** Sums prove amounts and no days. */
function doubtsOfDays(
  { entries }: Proof,
  dated: readonly DatedEntry[],
  period: Surroundings['period'],
  { isSure }: DateReading,
): Doubt[] {
  const doubts: Doubt[] = [];
  if (!isSure) doubts.push('order_of_dates');
  if (dated.some(({ isInferred }) => isInferred)) doubts.push('days');
  if (period !== null && dated.some(({ date }) => !isWithin(date, period))) doubts.push('outside_period');
  if (dated.length < entries.length) doubts.push('left_out');
  if (isOutOfOrder(dated)) doubts.push('scanned_days');
  return doubts;
}

function printOrNull(value: bigint | null): string | null {
  return value === null ? null : printAmount(value);
}
