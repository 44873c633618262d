import type { HeadingRole } from '../../vocabulary/headings.ts';
import type { ColumnReading, KnownColumn } from './column-meanings.ts';
import type { ColumnMeaning } from './hypothesis.ts';
import { meaningsByHeadings } from './meanings-by-headings.ts';

/** How unlikely it is that a column without a heading is no concern of the account. */
const OPEN_UNUSED = 2;
/** … that one whose heading is known goes unused. */
const NAMED_UNUSED = 4;

/** Without all headings: an amount or two sides, then perhaps a balance; other columns are no concern of the account. */
export function meaningsByOrder(columns: readonly KnownColumn[], isLoan: boolean): ColumnReading[] {
  return [...namedAlone(columns, isLoan), ...placesOf(columns).flatMap((place) => meaningsAt(columns, place) ?? [])];
}

/** Columns whose headings are known may be all there is to know. */
function namedAlone(columns: readonly KnownColumn[], isLoan: boolean): ColumnReading[] {
  const named = columns.filter(({ role }) => role !== null);
  const open = columns.filter(({ role }) => role === null);
  if (!named.some(({ role }) => role === 'debit' || role === 'credit' || role === 'amount')) return [];
  return meaningsByHeadings(named, isLoan).flatMap(({ meanings, cost }) => {
    const alone = new Map([...meanings, ...open.map(({ key }) => [key, 'ignored'] as const)]);
    const hasBalance = [...meanings.values()].includes('balance');
    return [
      { meanings: alone, cost: cost + OPEN_UNUSED * open.length },
      ...(hasBalance ? [] : open).map(({ key }) => ({
        meanings: new Map(alone).set(key, 'balance'),
        cost: cost + OPEN_UNUSED * (open.length - 1) + 1,
      })),
    ];
  });
}

/** What stands at which place among the columns. */
type Places = { cost: number; pairs: [index: number, meaning: ColumnMeaning][] };

function placesOf({ length: count }: readonly KnownColumn[]): Places[] {
  const places: Places[] = [];
  const propose = (cost: number, ...pairs: Places['pairs']) => places.push({ cost, pairs });
  for (let a = 0; a < count; a++) {
    propose(4 + a, [a, 'amount']);
    for (let b = a + 1; b < count; b++) {
      propose(1 + (count - 1 - b), [a, 'amount'], [b, 'balance']);
      propose(5, [b, 'amount'], [a, 'balance']);
      propose(3 + a, [a, 'debit'], [b, 'credit']);
      propose(4 + a, [a, 'credit'], [b, 'debit']);
      for (let c = b + 1; c < count; c++) {
        propose(2 + a + (count - 1 - c), [a, 'debit'], [b, 'credit'], [c, 'balance']);
        propose(3 + a + (count - 1 - c), [a, 'credit'], [b, 'debit'], [c, 'balance']);
      }
    }
  }
  return places;
}

/** Null where a heading that is known says otherwise: it outranks the order of columns. */
function meaningsAt(columns: readonly KnownColumn[], { cost, pairs }: Places): ColumnReading | null {
  const meanings = new Map<string, ColumnMeaning>(columns.map((column) => [column.key, 'ignored']));
  for (const [index, meaning] of pairs) {
    const column = columns[index];
    if (column === undefined) continue;
    if (column.role !== null && column.role !== meaning) return null;
    meanings.set(column.key, meaning);
  }
  const unused = columns.filter(({ key, role }) => isPlain(role) && meanings.get(key) === 'ignored').length;
  return { meanings, cost: cost + NAMED_UNUSED * unused };
}

function isPlain(role: HeadingRole | null): boolean {
  return role === 'debit' || role === 'credit' || role === 'balance' || role === 'amount';
}
