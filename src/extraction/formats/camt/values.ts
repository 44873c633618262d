import { readMoney } from '../money.ts';
import { statedDate } from '../stated-date.ts';

/** The day of a date, or of a time in the zone in which the bank states it. */
export function isoDay(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return match === null ? null : statedDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Money out is negative. The indicator is that of the booking itself, for reversals too. */
export function signedAmount(text: string, indicator: string): bigint | null {
  const amount = readMoney(text);
  if (amount === null || (indicator !== 'CRDT' && indicator !== 'DBIT')) return null;
  return indicator === 'DBIT' ? -amount : amount;
}
