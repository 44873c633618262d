import { type Step, type Walk, walk } from '../proof/walk.ts';
import type { Check, Statement, Transaction } from '../statement.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { printMoney } from './money.ts';

/** Confidence in a row: proven by arithmetic, as stated, doubtful, or contradicted. */
const PROVEN = 0.99;
const STATED = 0.9;
const DOUBTFUL = 0.8;
const CONTRADICTED = 0.5;

/** Entries may be booked this long before their statement's period, or after it. */
const SLACK_MS = 45 * 86_400_000;

/**
 * The statement that a ledger amounts to, with its checks: the rows lead from the stated opening balance to the stated
 * closing one, each stated balance follows from the one before, and the stated sums are those of the rows. Figures are
 * given as the file states them.
 */
export function proveLedger(ledger: Ledger): Statement {
  const { entries, opening, closing } = ledger;
  const { walked, isBackward } = walkBestWay(ledger);
  const inTime = isBackward ? entries.toReversed() : entries;
  const last = closing ?? inTime.findLast((entry) => entry.balance !== null)?.balance ?? null;
  const broken = new Set(walked.broken.map(({ at }) => inTime[at]));
  const totalIn = sumOf(entries, (amount) => amount > 0n);
  const totalOut = sumOf(entries, (amount) => amount < 0n);
  const checks = checksOf(ledger, walked, inTime, totalIn, totalOut);
  const flags = entries.map((entry) => flagsOf(entry, ledger, broken.has(entry)));
  const reconciled = verdict({
    checks,
    isLed: opening !== null && last !== null && opening + totalIn + totalOut === last,
    isSummed: ledger.statedCredits !== null && ledger.statedDebits !== null,
    isDoubtful: ledger.hasGaps || flags.some((own) => own.length > 0),
  });
  return {
    bank: ledger.bank,
    accountNumber: ledger.accountNumber,
    accountHolder: ledger.accountHolder,
    currency: ledger.currency,
    periodStart: ledger.periodStart,
    periodEnd: ledger.periodEnd,
    openingBalance: opening === null ? null : printMoney(opening),
    closingBalance: last === null ? null : printMoney(last),
    totalCredits: printMoney(totalIn),
    totalDebits: printMoney(totalOut),
    reconciled,
    checks,
    transactions: entries.map((entry, at) => toTransaction(entry, flags[at] ?? NO_FLAGS, ledger.currency, reconciled)),
  };
}

/** Files list the oldest entry first or the newest; stated balances tell which. */
function walkBestWay({ entries, opening }: Ledger): { walked: Walk; isBackward: boolean } {
  const steps: Step[] = entries.map(({ amount, balance }, row) => ({ row, amount, isSigned: true, balance }));
  const forward = walk(steps, opening);
  if (forward.broken.length === 0) return { walked: forward, isBackward: false };
  const backward = walk(steps.toReversed(), opening);
  return backward.broken.length < forward.broken.length
    ? { walked: backward, isBackward: true }
    : { walked: forward, isBackward: false };
}

function sumOf(entries: readonly LedgerEntry[], counts: (amount: bigint) => boolean): bigint {
  return entries.reduce((sum, { amount }) => (counts(amount) ? sum + amount : sum), 0n);
}

function checksOf(
  { opening, closing, statedCredits, statedDebits }: Ledger,
  walked: Walk,
  inTime: readonly LedgerEntry[],
  totalIn: bigint,
  totalOut: bigint,
): Check[] {
  const checks: Check[] = [];
  const add = (name: string, expected: bigint, found: bigint) =>
    checks.push({ name, ok: expected === found, expected: printMoney(expected), found: printMoney(found) });
  for (const { at, expected } of walked.broken) {
    const stated = inTime[at]?.balance;
    if (stated != null) add('running_balance', stated, expected);
  }
  if (walked.broken.length === 0 && walked.linked > 0) {
    const last = inTime.findLast((entry) => entry.balance !== null)?.balance ?? 0n;
    add('running_balance', last, last);
  }
  if (closing !== null && opening !== null) add('closing_balance', closing, opening + totalIn + totalOut);
  else if (closing !== null && walked.end !== null) add('closing_balance', closing, walked.end);
  if (statedCredits !== null) add('total_credits', statedCredits, totalIn);
  if (statedDebits !== null) add('total_debits', statedDebits, totalOut);
  return checks;
}

type Evidence = { checks: readonly Check[]; isLed: boolean; isSummed: boolean; isDoubtful: boolean };

function verdict({ checks, isLed, isSummed, isDoubtful }: Evidence): boolean | null {
  if (checks.some((check) => !check.ok)) return false;
  return (isLed || isSummed) && !isDoubtful ? true : null;
}

/** Most rows have none: they share it. */
const NO_FLAGS: string[] = [];

function flagsOf(entry: LedgerEntry, { periodStart, periodEnd }: Ledger, isBroken: boolean): string[] {
  const day = Date.parse(entry.date);
  const isOutside =
    (periodStart !== null && day < Date.parse(periodStart) - SLACK_MS) ||
    (periodEnd !== null && day > Date.parse(periodEnd) + SLACK_MS);
  if (!isBroken && !isOutside && entry.flags.length === 0) return NO_FLAGS;
  return [...(isBroken ? ['balance_mismatch'] : []), ...entry.flags, ...(isOutside ? ['date_outside_period'] : [])];
}

function toTransaction(
  entry: LedgerEntry,
  flags: string[],
  currency: string | null,
  reconciled: boolean | null,
): Transaction {
  return {
    date: entry.date,
    valueDate: entry.valueDate,
    description: entry.description,
    reference: entry.reference,
    amount: printMoney(entry.amount),
    balance: entry.balance === null ? null : printMoney(entry.balance),
    currency: entry.currency ?? currency,
    // Files for machines have no pages.
    page: 1,
    confidence: confidenceOf(flags, reconciled),
    flags,
  };
}

function confidenceOf(flags: readonly string[], reconciled: boolean | null): number {
  if (flags.includes('balance_mismatch')) return CONTRADICTED;
  if (flags.length > 0) return DOUBTFUL;
  return reconciled === true ? PROVEN : STATED;
}
