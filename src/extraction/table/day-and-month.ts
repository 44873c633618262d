import type { Word } from '../layout/word.ts';
import type { PartialDate } from '../tokens/calendar-date.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { MONTHS } from '../vocabulary/months.ts';
import { foldTerms } from '../vocabulary/phrase-book.ts';
import type { RowDates } from './date-columns.ts';
import type { Place } from './day-and-month-columns.ts';

/** Words begin within so many points of their heading. */
const NEAR = 10;

const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [foldTerms(name).join(' '), index + 1])));

/** Day and month in columns of their own, below their headings or each other. */
export function readDayAndMonth(line: TokenLine, dayCell: Place, monthCell: Place): RowDates {
  const none: RowDates = { booking: null, value: null, other: null };
  const under = (cell: Place, looks: RegExp) => {
    const away = (word: Word) => Math.abs(word.left + word.right - cell.left - cell.right);
    const [nearest] = line.text.words
      .filter((word) => word.left < cell.right + NEAR && word.right > cell.left - NEAR && looks.test(word.text))
      .toSorted((a, b) => away(a) - away(b));
    return nearest;
  };
  const dayWord = under(dayCell, /^\d{1,2}\.?$/);
  const monthWord = under(monthCell, /^\d{1,2}\.?$|^\p{L}/u);
  if (dayWord === undefined || monthWord === undefined || dayWord === monthWord) return none;
  const day = Number(dayWord.text.replace(/\.$/, ''));
  const monthText = monthWord.text.replace(/\.$/, '');
  const month = /^\d+$/.test(monthText) ? Number(monthText) : (MONTH_OF.get(foldTerms(monthText).join(' ')) ?? 0);
  if (!(day >= 1 && day <= 31 && month >= 1 && month <= 12)) return none;
  const date: PartialDate = { year: null, month, day };
  const start = line.text.offsets[line.text.words.indexOf(dayWord)] ?? 0;
  const end = (line.text.offsets[line.text.words.indexOf(monthWord)] ?? 0) + monthWord.text.length;
  const booking: DateToken = {
    start: Math.min(start, end),
    end: Math.max(start, end),
    left: Math.min(dayWord.left, monthWord.left),
    right: Math.max(dayWord.right, monthWord.right),
    readings: { 'day-first': date, 'month-first': date, 'year-first': date },
    strength: 'strong',
  };
  return { ...none, booking };
}
