import type { TokenLine } from './read-tokens.ts';

/** Japan counts from 2019 as the first year of Reiwa. */
const BEFORE_REIWA = 2018;
const NAMES_REIWA = '令和';
/** Later years of two digits are of the common era, even beside the name of the Japanese one. */
const LAST_REIWA = 20;

/** `07-03-02` is a day of 2025 in a document that counts `令和7年` elsewhere, as passbooks do. */
export function settleEra(lines: readonly TokenLine[]): void {
  if (!lines.some(({ text }) => text.text.includes(NAMES_REIWA))) return;
  for (const { text, dates } of lines) {
    for (const date of dates) {
      const year = Number(SHORT_YEAR.exec(text.text.slice(date.start, date.end))?.[1]);
      const read = date.readings['year-first'];
      if (!(year <= LAST_REIWA) || read === null) continue;
      date.readings = { 'day-first': null, 'month-first': null, 'year-first': { ...read, year: BEFORE_REIWA + year } };
    }
  }
}

const SHORT_YEAR = /^(\d{2})[./-] ?\d{1,2}[./-]/;
