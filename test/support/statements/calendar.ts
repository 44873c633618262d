/** A calendar day as the number of days since 1970-01-01. */
export type Day = number;

export type DayParts = { year: number; month: number; day: number };

const millisecondsPerDay = 86_400_000;

/** Months count from 1; a month of 13 is January of the next year. */
export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / millisecondsPerDay;
}

export function partsOf(day: Day): DayParts {
  const date = new Date(day * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function isoDate(day: Day): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
