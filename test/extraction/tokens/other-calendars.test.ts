import { expect, it } from 'vitest';
import { isoDate } from '../../../src/extraction/tokens/calendar-date.ts';
import { interpret } from '../../../src/extraction/interpret.ts';
import { dayOfOtherCalendar } from '../../../src/extraction/tokens/other-calendars.ts';
import { printPage } from '../support/print-line.ts';

it.each([
  // New Year's days and last days as Iran and Saudi Arabia have published them.
  [1403, 1, 1, '2024-03-20'],
  [1403, 12, 30, '2025-03-20'],
  [1404, 1, 1, '2025-03-21'],
  [1404, 12, 30, null],
  [1446, 9, 1, '2025-03-01'],
  [1447, 1, 1, '2025-06-26'],
  [1446, 9, 31, null],
  [2025, 1, 1, null],
  [1350, 1, 1, null],
])('%i-%i-%i of another calendar is %s', (year, month, day, common) => {
  const found = dayOfOtherCalendar(year, month, day);
  expect(found === null ? null : isoDate({ ...found, year: found.year ?? 0 })).toBe(common);
});

const daysOf = (text: string) =>
  interpret(printPage(text)).statements.flatMap(({ transactions }) => transactions.map(({ date }) => date));

it('days of the Hijri calendar are the days of a document that has no others, and no more than said again where it has', () => {
  const table = (days: readonly string[]) => `
بنك النخيل
        الرصيد          دائن          مدين            البيان            ${days[0]}
      5,000.00                                   الرصيد الافتتاحي
      4,820.00                      180.00       شراء نقاط بيع        ${days[1]}
     12,820.00      8,000.00                     راتب                 ${days[2]}
     12,570.00                      250.00       سحب صراف             ${days[3]}`;
  const common = ['2025-03-05', '2025-03-06', '2025-03-27'];
  expect(daysOf(table(['التاريخ', '1446/09/05', '06/09/1446', '27 رمضان 1446']))).toEqual(common);
  // A day off, as calendars that follow the sighting of the moon are.
  const both = [
    'التاريخ الهجري       التاريخ',
    '1446/09/04      2025/03/05',
    '1446/09/05      2025/03/06',
    '1446/09/26      2025/03/27',
  ];
  expect(daysOf(table(both))).toEqual(common);
});

it('numbers that look like such days are none in other languages', () => {
  const text = `
Date          Description             Amount     Balance
              Opening balance                     100.00
15/03/2025    INVOICE 12/05/1403      -10.00      90.00
16/03/2025    INVOICE 13/05/1403       20.00     110.00`;
  const [statement] = interpret(printPage(text)).statements;
  expect(statement?.transactions.map(({ date, description }) => `${date} ${description}`)).toEqual([
    '2025-03-15 INVOICE 12/05/1403',
    '2025-03-16 INVOICE 13/05/1403',
  ]);
  expect(statement?.reconciled).toBe(true);
});
