import { isoCurrency } from '../identity/read-currency.ts';
import type { Transaction } from '../statement.ts';
import { printAmount } from '../tokens/amount.ts';
import { isoDate } from '../tokens/calendar-date.ts';
import { confidenceOf } from './confidence.ts';
import type { DatedEntry } from './date-entries.ts';
import { isWithin, type Period } from './period.ts';
import type { Proof } from './prove.ts';
import { scanFlags } from './scanned-rows.ts';

/** What holds for all rows of a statement. */
type Statement = {
  currency: string | null;
  period: Period | null;
  /** Whether the order of day and month is certain. */
  isOrderSure: boolean;
  /** The verdict of the checks. */
  balanced: boolean | null;
};

/** The rows of a statement as they are given out, each with what a person should look at in it and how sure it is. */
export function makeTransactions(proof: Proof, dated: readonly DatedEntry[], of: Statement): Transaction[] {
  const { hypothesis } = proof;
  const amounts = amountsByRow(proof);
  const brokenRows = rowsAtBreaks(proof);
  return dated.map(({ row, movement, at, date, value, isInferred }) => {
    const { isSigned, balance } = movement;
    const flags = [
      ...(brokenRows.has(at) ? ['balance_mismatch'] : []),
      ...(!isSigned && of.balanced === null && balance === null ? ['sign_inferred'] : []),
      ...(of.isOrderSure ? [] : ['date_ambiguous']),
      ...(isInferred ? ['date_inferred'] : []),
      ...(of.period === null || isWithin(date, of.period) ? [] : ['date_outside_period']),
      ...scanFlags(row, hypothesis),
    ];
    return {
      date: isoDate(date),
      valueDate: value === null ? null : isoDate(value),
      description: row.description,
      reference: row.reference,
      amount: printAmount(amounts[at] ?? movement.amount, movement.decimals),
      balance: balance === null ? null : printAmount(balance, movement.balanceDecimals),
      currency: (row.currency === null ? null : isoCurrency(row.currency)) ?? of.currency,
      page: row.page,
      confidence: confidenceOf(flags, of.balanced, isSigned),
      flags,
      box: row.box ?? null,
    };
  });
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
