import type { StatementPart } from '../proof/statement-part.ts';
import { isTotal } from '../table/labels.ts';
import type { Row } from '../table/row.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { PAGE_WORDS } from '../vocabulary/pages.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import type { Paper } from './read-paper.ts';

/**
 * Leaves out statements, or parts of one, that are in the document once more: a page that was printed or scanned twice.
 * All their rows are there, by their days and figures, their balances, too, and no word stands beside them that does not stand beside
 * those: two accounts may well have the same rows, but not the same name.
 */
export function withoutCopies(parts: readonly StatementPart[], paper: Paper): StatementPart[] {
  if (parts.length === 1) return [...parts];
  const kept: { part: StatementPart; texts: PartTexts }[] = [];
  for (const part of parts) {
    const texts = textsOf(part, paper);
    const isCopy = kept.some(
      (earlier) => sureOf(earlier.part).length >= sureOf(part).length && isWithin(texts, earlier.texts),
    );
    if (part.account !== null || !isCopy) kept.push({ part, texts });
  }
  return kept.map(({ part }) => part);
}

/** Of the words, those down to the last row, and all. */
type PartTexts = { rows: Set<string>; balances: Set<string>; words: Set<string>; allWords: Set<string> };

function isWithin(one: PartTexts, other: PartTexts): boolean {
  return (
    one.rows.isSubsetOf(other.rows) && one.balances.isSubsetOf(other.balances) && one.words.isSubsetOf(other.allWords)
  );
}

const pageWords = phraseBook({ page: PAGE_WORDS });

function textsOf({ from, to, rows, figures }: StatementPart, { lines, tables }: Paper): PartTexts {
  const ofRows = new Set(rows.flatMap((row) => row.lines));
  const last = Math.max(...ofRows);
  const isOfPage = (line: TokenLine) =>
    !ofRows.has(line.index) &&
    (tables.isFurniture(line) || pageWords.find(line.terms.map(({ text }) => text)).length > 0);
  const wordsOf = (those: readonly TokenLine[]) =>
    new Set(
      those.flatMap(({ text }) => text.words.flatMap((word) => (/[\p{L}\d]/u.test(word.text) ? [word.text] : []))),
    );
  // Totals follow from the rows; those of one statement may stand right above the next.
  const totals = new Set(figures.flatMap(({ kind, index }) => (isTotal(kind) ? [index] : [])));
  const inside = lines.filter((line) => line.index >= from && line.index < to && !totals.has(line.index));
  const balances = figures.filter(({ kind }) => kind === 'opening' || kind === 'closing');
  return {
    rows: new Set(sureOf({ rows }).map(({ booking, value, cells }) => keyOf([booking, value], [...cells.values()]))),
    balances: new Set(balances.map(({ kind, token }) => `${kind} ${keyOf([], [token])}`)),
    words: wordsOf(inside.filter((line) => line.index <= last && !isOfPage(line))),
    allWords: wordsOf(inside),
  };
}

/** Lines that may be none are rows of one copy and not of the other, by what stands above them; their words are compared. */
function sureOf({ rows }: Pick<StatementPart, 'rows'>): Row[] {
  const sure = rows.filter(({ doubt }) => doubt === null);
  return sure.length > 0 ? sure : rows;
}

/** What a row or a balance says, however its text is broken into lines. */
function keyOf(dates: readonly (DateToken | null)[], figures: readonly AmountToken[]): string {
  const values = figures.map(({ readings, sign }) => [`${readings['.']?.value} ${readings[',']?.value}`, sign]);
  return JSON.stringify([dates.map((date) => date?.readings), values]);
}
