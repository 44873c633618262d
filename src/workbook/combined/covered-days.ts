import type { Statement } from '../../extraction/statement.ts';

/** The printed period, or the first and the last day of the rows. */
export const coveredDays = ({ periodStart, periodEnd, transactions }: Statement) => {
  let first = periodStart;
  let last = periodEnd;
  for (const { date } of transactions) {
    if (periodStart === null && (first === null || date < first)) first = date;
    if (periodEnd === null && (last === null || date > last)) last = date;
  }
  return { firstDay: first, lastDay: last };
};
