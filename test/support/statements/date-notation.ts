import { partsOf } from './calendar.ts';
import type { Day } from './calendar.ts';

/**
 * How a date is printed: `D` `DD` day, `M` `MM` month, `MMM` `MMMM` its name, `YY` `YYYY` year, `BB` `BBBB` the year of
 * the Buddhist era (543 ahead); everything else is printed as it is.
 */
export type DatePattern = string;

export type MonthNames = { short: readonly string[]; long: readonly string[] };

export function printDate(day: Day, pattern: DatePattern, months: MonthNames): string {
  const parts = partsOf(day);
  const two = (value: number) => String(value % 100).padStart(2, '0');
  const values: Record<string, string> = {
    D: String(parts.day),
    DD: two(parts.day),
    M: String(parts.month),
    MM: two(parts.month),
    MMM: months.short[parts.month - 1] ?? '',
    MMMM: months.long[parts.month - 1] ?? '',
    YY: two(parts.year),
    YYYY: String(parts.year),
    BB: two(parts.year + 543),
    BBBB: String(parts.year + 543),
  };
  return pattern.replaceAll(/YYYY|BBBB|MMMM|MMM|MM|M|DD|D|YY|BB/g, (token) => values[token] ?? token);
}

export function hasYear(pattern: DatePattern): boolean {
  return /YY|BB/.test(pattern);
}

/** Whether a stranger could read the day for the month. */
export function isNumeric(pattern: DatePattern): boolean {
  return !pattern.includes('MMM');
}
