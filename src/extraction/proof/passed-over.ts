import { dateOf, type Row } from '../table/row.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';

/** Edges that differ by less stand below each other (points). */
const ALIGNED = 2.5;
/** Twice as far may the middles of figures lie apart that are centred in their column (points). */
const CENTRED = 1;

/**
 * Lines that look like rows and were not read as any: a date where rows have theirs and a figure where rows have theirs,
 * or a line from its date through its text to its figure. What they say is missing from the sums, or it adds up without
 * them by chance.
 */
export function passedOverLines(
  rows: readonly Row[],
  lines: readonly TokenLine[],
  isTaken: (line: TokenLine) => boolean,
): TokenLine[] {
  const dates = placesOf(rows.filter((row) => !row.isDateAbove).flatMap((row) => dateOf(row) ?? []));
  const figures = placesOf(figurePlaces(rows));
  const described = new Set(rows.flatMap((row) => row.lines));
  const bare = datedWithoutRows(rows, lines, dates);
  return lines.filter((line) => {
    if (isTaken(line)) return false;
    if (bare.has(line)) return true;
    const isPlaced =
      line.dates.some((date) => dates.some((place) => isAligned(place, date))) &&
      line.amounts.some((amount) => figures.some((place) => isAligned(place, amount)));
    return isPlaced || (!described.has(line.index) && readsAsRow(line));
  });
}

/** Lines that begin with a date as rows do, several on a page that has no row: their figures could not be read. */
function datedWithoutRows(rows: readonly Row[], lines: readonly TokenLine[], places: readonly Place[]): Set<TokenLine> {
  const pages = new Set(rows.map((row) => row.page));
  const dated = lines.filter(({ page, dates: [first] }) => {
    return !pages.has(page) && first?.start === 0 && places.some((place) => isAligned(place, first));
  });
  const byPage = Map.groupBy(dated, (line) => line.page);
  return new Set([...byPage.values()].filter((own) => own.length >= SEVERAL).flat());
}

const SEVERAL = 3;

type Place = { left: number; right: number };

/** Marks may hang over the edge that the digits share with those of entries without a mark. */
function* figurePlaces(rows: readonly Row[]): Generator<Place> {
  for (const { cells } of rows) {
    for (const cell of cells.values()) {
      yield cell;
      if (cell.digitsLeft !== cell.left || cell.digitsRight !== cell.right)
        yield { left: cell.digitsLeft, right: cell.digitsRight };
    }
  }
}

/** The places at which tokens stand, each once. */
function placesOf(tokens: Iterable<Place>): Place[] {
  const places: Place[] = [];
  for (const token of tokens) if (!places.some((place) => isSame(place, token))) places.push(token);
  return places;
}

function isSame(one: Place, other: Place): boolean {
  return Math.abs(one.left - other.left) < 0.5 && Math.abs(one.right - other.right) < 0.5;
}

function isAligned(one: Place, other: Place): boolean {
  const [left, right] = [one.left - other.left, one.right - other.right];
  return Math.abs(left) < ALIGNED || Math.abs(right) < ALIGNED || Math.abs(left + right) < CENTRED;
}

/** `25/01/2025 Groceries 42.10`: other tables have no words between their dates and figures. */
function readsAsRow({ text, dates, amounts }: TokenLine): boolean {
  const [date] = dates;
  // Text beside the table may go on behind a gap.
  const ends = (amount: AmountToken) => (/^[^\t]*/.exec(text.text.slice(amount.end))?.[0].length ?? 0) <= MOST_BEHIND;
  const last = amounts.findLast((amount) => amount.isMoney && ends(amount));
  if (date === undefined || last === undefined || date.start > 0) return false;
  // Digits like `04-18` are a date where they stand apart.
  if (date.strength === 'weak' && text.text[date.end] !== '\t') return false;
  const between = text.text.slice(date.end, amounts.find((amount) => amount.start > date.end)?.start ?? last.start);
  return /\p{L}{3}/u.test(between);
}

/** A sign or a currency may stand behind the figure. */
const MOST_BEHIND = 5;
