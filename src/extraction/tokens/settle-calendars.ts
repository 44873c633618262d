import { hasRightToLeft } from '../layout/direction/right-to-left.ts';
import type { TokenLine } from './read-tokens.ts';

/**
 * Dates of another calendar are the days of a document where it is written from right to left and has no common dates
 * beside them; otherwise they say again what those say, or are numbers.
 */
export function settleCalendars(lines: readonly TokenLine[]): void {
  const others = lines.filter(({ dates }) => dates.some((date) => date.isOtherCalendar));
  if (others.length === 0) return;
  const doubled = others.filter(({ dates }) =>
    dates.some((date) => !date.isOtherCalendar && date.strength === 'strong'),
  );
  const isOfOthers = lines.some(({ text }) => hasRightToLeft(text.text));
  if (isOfOthers && doubled.length * 2 < others.length) return;
  for (const line of others) line.dates = line.dates.filter((date) => !date.isOtherCalendar);
}
