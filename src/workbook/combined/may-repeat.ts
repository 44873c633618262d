import type { CombinedStatement, DaySpan } from './combined.ts';
import { canonicalDecimal } from '../decimal.ts';
import { daySpan } from './day-span.ts';

/** Days that two statements which follow on each other may share: the day one ends is often the day the next begins. */
const SHARED_DAYS_PRINTED = 1;
/** Rows of a card are dated a few days before they are posted, so that unprinted periods seem to overlap. */
const SHARED_DAYS_OF_ROWS = 7;

/** A statement and the days that it covers. */
type Covered = Pick<CombinedStatement, 'statement' | 'firstDay' | 'lastDay'>;

/** The days that both statements cover. */
export const sharedDays = (one: Covered, other: Covered): DaySpan | null => {
  if (!one.firstDay || !one.lastDay || !other.firstDay || !other.lastDay) return null;
  const from = one.firstDay > other.firstDay ? one.firstDay : other.firstDay;
  const to = one.lastDay < other.lastDay ? one.lastDay : other.lastDay;
  return daySpan(from, to);
};

/**
 * Whether a row of one statement may be printed in the other again. Not where their periods are apart, nor where one
 * opens with the balance that the other closed with: then equal rows on the day between them are two transactions.
 */
export const mayRepeat = (one: Covered, other: Covered): boolean =>
  sharedDays(one, other) !== null && !isSeam(one, other);

/** Whether the days that two statements share are those on which one goes on from the other. */
export const isSeam = (one: Covered, other: Covered): boolean => {
  const shared = sharedDays(one, other);
  if (!shared) return false;
  const arePrinted = [one, other].every(({ statement }) => statement.periodStart && statement.periodEnd);
  const isShort = shared.days <= (arePrinted ? SHARED_DAYS_PRINTED : SHARED_DAYS_OF_ROWS);
  return isShort && (followsOn(one, other) || followsOn(other, one));
};

const followsOn = (earlier: Covered, later: Covered): boolean =>
  isSameFigure(earlier.statement.closingBalance, later.statement.openingBalance) && !areAlike(earlier, later);

/** Copies of a statement in which as much came in as went out open with the balance they close with. */
const areAlike = (one: Covered, other: Covered): boolean =>
  one.firstDay === other.firstDay &&
  one.lastDay === other.lastDay &&
  isSameFigure(one.statement.openingBalance, other.statement.openingBalance);

const isSameFigure = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && canonicalDecimal(one) === canonicalDecimal(other);
