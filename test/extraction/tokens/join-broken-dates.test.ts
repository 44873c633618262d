import { expect, it } from 'vitest';
import { joinBrokenDates } from '../../../src/extraction/tokens/join-broken-dates.ts';
import { printLine } from '../support/print-line.ts';

/** What lines at these heights say once their dates are whole. */
function joined(...lines: [baseline: number, text: string][]): string[] {
  return joinBrokenDates(lines.map(([baseline, text]) => printLine(text, { baseline }))).map(({ words }) =>
    words.map((word) => word.text).join(' | '),
  );
}

it('a date of two lines stands where it begins', () => {
  expect(joined([0, '11   Corner shop      4.50'], [12, 'Mar  Main Street'])).toEqual([
    '11 Mar | Corner | shop | 4.50',
    'Main | Street',
  ]);
});

it('and on the line between them where the cells of a row are centred', () => {
  const centred = joined(
    [0, '25 Apr     25 Apr     UPI/DR/5082/CHAI'],
    [5, '                                             7,469.64    1,27,533.99'],
    [11, '2025       2025       POINT/UPI'],
  );
  expect(centred).toEqual(['UPI/DR/5082/CHAI', '25 Apr 2025 | 25 Apr 2025 | 7,469.64 | 1,27,533.99', 'POINT/UPI']);
});

it('no year below is one that has other words beside it', () => {
  expect(joined([0, '25 Apr   Fee     4.50'], [12, '2025 tax return'])).toHaveLength(2);
});
