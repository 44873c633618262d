/** In which order a numeric date names its parts. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

export const DATE_ORDERS: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];

/** A day as printed; the year may be missing. Years are of the common era. */
export type PartialDate = { year: number | null; month: number; day: number };

export type CalendarDate = { year: number; month: number; day: number };

/** Years before are of another calendar or no dates of a statement. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2099;
/** The Buddhist era, in which Thailand counts, is 543 years ahead. */
const BUDDHIST_OFFSET = 543;
/** Taiwan counts from 1911. */
const MINGUO_OFFSET = 1911;

/** Two-digit years of the Buddhist era that are written today: 50 is 2007. Later ones are of the last century. */
const FIRST_SHORT_BUDDHIST = 50;
const LAST_SHORT_BUDDHIST = 83;

/**
 * The common year for a printed one: two digits are of this century or of the Buddhist era, 2500 and more of the Buddhist era, 90 to 199 with
 * three digits of Taiwan's. Null for what is no year.
 */
export function commonYear(text: string): number | null {
  const year = Number(text);
  if (text.length === 2) {
    if (year < FIRST_SHORT_BUDDHIST) return 2000 + year;
    return year <= LAST_SHORT_BUDDHIST ? 2500 - BUDDHIST_OFFSET + year : 1900 + year;
  }
  if (text.length === 3) return year >= 90 && year < 200 ? year + MINGUO_OFFSET : null;
  if (year >= FIRST_YEAR + BUDDHIST_OFFSET && year <= LAST_YEAR + BUDDHIST_OFFSET) return year - BUDDHIST_OFFSET;
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

export function isDay({ year, month, day }: PartialDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

export function isoDate({ year, month, day }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
