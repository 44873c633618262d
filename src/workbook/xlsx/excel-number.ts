import { significantDigits } from '../decimal.ts';

/** Excel keeps 15 significant digits of a number and turns the rest into zeros without a word. */
const EXACT_DIGITS_MAX = 15;

/** Whether Excel holds this decimal exactly. Where not, it must stay text: a wrong figure is worse than no formula. */
export const isExactInExcel = (figure: string): boolean =>
  figure.length <= EXACT_DIGITS_MAX || significantDigits(figure) <= EXACT_DIGITS_MAX;

const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, for dates from March 1900 on: before, it counts a 29 February 1900 that never was. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
const FIRST_TRUE_DAY = 61;
const LAST_DAY = 2_958_465;

/** The serial number of an ISO date, or null where there is no such day, or none in Excel's calendar. */
export const excelDate = (isoDate: string): number | null => {
  if (remembered.has(isoDate)) return remembered.get(isoDate) ?? null;
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  const serial = askDate(isoDate);
  remembered.set(isoDate, serial);
  return serial;
};

/** A table asks for the same few hundred days tens of thousands of times. */
const remembered = new Map<string, number | null>();
const REMEMBERED_MAX = 10_000;

const askDate = (isoDate: string): number | null => {
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  const serial = (time - EPOCH_MS) / DAY_MS;
  if (!(serial >= FIRST_TRUE_DAY && serial <= LAST_DAY)) return null;
  // Date.parse takes 30 February for 2 March.
  return new Date(time).toISOString().startsWith(isoDate) ? serial : null;
};
