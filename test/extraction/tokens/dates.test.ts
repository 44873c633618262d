import { describe, expect, it } from 'vitest';
import type { PartialDate } from '../../../src/extraction/tokens/calendar-date.ts';
import { findDates } from '../../../src/extraction/tokens/find-dates.ts';
import { lineText } from '../../../src/extraction/tokens/line-text.ts';
import { printLine } from '../support/print-line.ts';

function dates(text: string) {
  return findDates(lineText(printLine(text)));
}

function print(date: PartialDate | null | undefined): string {
  if (date == null) return '–';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.year ?? '????'}-${two(date.month)}-${two(date.day)}`;
}

describe('a date that can be read in one way only', () => {
  it.each([
    ['31.01.2025', '2025-01-31'],
    ['31/01/25', '2025-01-31'],
    ['3. 1. 2025', '2025-01-03'],
    ['2025-01-31', '2025-01-31'],
    ['2025. 1. 31.', '2025-01-31'],
    ['31 Jan 2025', '2025-01-31'],
    ['31-JAN-25', '2025-01-31'],
    ['31JAN25', '2025-01-31'],
    ['January 31, 2025', '2025-01-31'],
    ['31. Januar 2025', '2025-01-31'],
    ['31 de enero de 2025', '2025-01-31'],
    ['1er janv. 2025', '2025-01-01'],
    ['15 listopada 2024', '2024-11-15'],
    ["5 JAN'26", '2026-01-05'],
    ['2025年1月31日', '2025-01-31'],
    ['令和7年1月31日', '2025-01-31'],
    ['2025년 01월 31일', '2025-01-31'],
    ['31/01/2568', '2025-01-31'],
    ['05 ม.ค. 68', '2025-01-05'],
    ['05 มี.ค. 2568', '2025-03-05'],
    ['114/01/31', '2025-01-31'],
    ['20250131', '2025-01-31'],
    ['5 Jan 2026, 3:22 PM', '2026-01-05'],
    ['19.01.', '????-01-19'],
    ['3. 4.', '????-04-03'],
    ['JAN31', '????-01-31'],
    ['3rd March', '????-03-03'],
  ])('%s', (text, expected) => {
    const [date] = dates(text);
    const readings = Object.values(date?.readings ?? {}).filter((reading) => reading !== null);
    const plausible = readings.filter(
      (reading) => reading.year === null || (reading.year >= 2000 && reading.year <= 2030),
    );
    expect(plausible.map(print)).toContain(expected);
  });
});

describe('a numeric date keeps every order that makes sense', () => {
  it('day and month may change places', () => {
    const [date] = dates('03/04/2025');
    expect(print(date?.readings['day-first'])).toBe('2025-04-03');
    expect(print(date?.readings['month-first'])).toBe('2025-03-04');
  });

  it('the thirteenth month does not exist', () => {
    const [date] = dates('13/04/2025');
    expect(date?.readings['month-first']).toBeNull();
  });
});

describe('what stands behind a date is not its year', () => {
  it.each([
    ['25 August 12.50', '????-08-25'],
    ['08 Jun 09:12', '????-06-08'],
    ['07.12. 20:16', '????-12-07'],
    ['03 JAN 1.65', '????-01-03'],
  ])('%s', (text, expected) => {
    expect(print(dates(text)[0]?.readings['day-first'])).toBe(expected);
  });

  it('an amount is no date', () => {
    expect(dates('12.50')).toEqual([]);
    expect(dates('1.234,56')).toEqual([]);
  });
});

it('two dates with a narrow gap between them are read from the left', () => {
  expect(dates('AUG 10, 2012 AUG 9, 2012 Sample').map(({ readings }) => print(readings['month-first']))).toEqual([
    '2012-08-10',
    '2012-08-09',
  ]);
});

it('no date begins with the decimals of a figure', () => {
  expect(dates('24.897,04 Jan Sample')).toEqual([]);
});
