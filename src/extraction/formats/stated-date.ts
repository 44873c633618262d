/** Years before or after are no dates of a statement. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2099;

/** The ISO date of a year, month and day as numbers, or null where there is no such day. */
export function statedDate(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  return day > new Date(Date.UTC(year, month, 0)).getUTCDate()
    ? null
    : new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** Two digits of a year: those from 70 on are of the last century. */
export function fullYear(short: number): number {
  return short < 70 ? 2000 + short : 1900 + short;
}
