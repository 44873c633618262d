import type { PartialDate } from './calendar-date.ts';

/** Calendars in which the years of today have other numbers, so that a year tells which one a date is of. */
type Calendar = {
  /** As Unicode calls it (CLDR); that of the moon is the one that Saudi Arabia publishes. */
  name: 'persian' | 'islamic-umalqura';
  /** The years of this century. */
  years: readonly [number, number];
  /** Days since 1970 at the beginning of its first year. */
  epoch: number;
  daysOfYear: number;
  daysOfMonth: number;
};

const CALENDARS: readonly Calendar[] = [
  { name: 'persian', years: [1380, 1430], epoch: -492_268, daysOfYear: 365.2422, daysOfMonth: 30.6 },
  { name: 'islamic-umalqura', years: [1431, 1500], epoch: -492_148, daysOfYear: 354.367, daysOfMonth: 29.53 },
];

/** So many days a month may begin before or after where its average would. */
const MOST_OFF = 5;

/**
 * The common day of a date of the Persian calendar or of the Hijri one; null where its year is none of this century, or
 * it has no such day.
 */
export function dayOfOtherCalendar(year: number, month: number, day: number): PartialDate | null {
  const calendar = CALENDARS.find(({ years: [first, last] }) => year >= first && year <= last);
  if (calendar === undefined || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const { epoch, daysOfYear, daysOfMonth } = calendar;
  const near = Math.round(epoch + (year - 1) * daysOfYear + (month - 1) * daysOfMonth + day - 1);
  for (let off = 0; off <= MOST_OFF; off++) {
    for (const at of off === 0 ? [near] : [near - off, near + off]) {
      const common = new Date(at * 86_400_000);
      if (datePartsIn(calendar, common) !== `${year}-${month}-${day}`) continue;
      return { year: common.getUTCFullYear(), month: common.getUTCMonth() + 1, day: common.getUTCDate() };
    }
  }
  return null;
}

/** Made when first asked for: what Unicode knows of calendars takes memory that most documents need not. */
const formats = new Map<string, Intl.DateTimeFormat>();

function datePartsIn({ name }: Calendar, date: Date): string {
  const format =
    formats.get(name) ??
    new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
  formats.set(name, format);
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
