import { expect, test } from 'vitest';
import type { Line } from '../../../src/extraction/layout/word.ts';
import { mendDates } from '../../../src/extraction/ocr/mend-dates.ts';

/** A column of days with their months, and one more word that stands at `left`. */
function lines(read: string, { left = 50, alternatives = [] as string[] } = {}): Line[] {
  return ['3août2016', '14août2016', '21août2016', read].map((text, at) => ({
    page: 1,
    baseline: at * 12,
    size: 10,
    words: [
      {
        text,
        left: at === 3 ? left : 50,
        right: (at === 3 ? left : 50) + 45,
        baseline: at * 12,
        size: 10,
        afterSpace: true,
        certainty: 0.9,
        alternatives: at === 3 ? alternatives : [],
      },
    ],
  }));
}
const mended = (...of: Parameters<typeof lines>) => mendDates(lines(...of)).at(-1)?.words[0];

test.each([
  ['Saoût2016', '5août2016'],
  ['l6août', '16août'],
  ['O1août2016', '01août2016'],
  ['Taoût', '7août'],
])('%s in a column of dates is %s, and for a person to look at', (read, meant) => {
  expect(mended(read)).toMatchObject({ text: meant, printed: read, certainty: 0.7 });
});

test('an October that was read with a nought is one, and sure where nothing else differs', () => {
  expect(mended('040ct20', { alternatives: ['04Oct20'] })).toMatchObject({ text: '04Oct20', certainty: 0.95 });
  expect(mended('040ct20', { alternatives: ['01Oct20'] })).toMatchObject({ text: '04Oct20', certainty: 0.9 });
});

test('what OCR has also read is tried first', () => {
  expect(mended('1llaoût', { alternatives: ['11août', '1llaoût'] })?.text).toBe('11août');
});

test.each(['août', 'Saout-Martin', 'S9août'])('%s is no day', (read) => {
  expect(mended(read)?.text).toBe(read);
});

test.each(['Saoût2016', 'Iago'])('%s that stands elsewhere is no day', (read) => {
  expect(mended(read, { left: 180 })?.text).toBe(read);
});
