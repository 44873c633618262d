import type { StatementPart } from '../proof/statement-part.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { PAGE_WORDS } from '../vocabulary/pages.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import type { Paper } from './read-paper.ts';

/**
 * Leaves out statements that are in the document once more, line for line: a page that was printed or scanned twice.
 * Pages may be counted on, and the document's own head and foot need not be repeated.
 */
export function withoutCopies(parts: readonly StatementPart[], paper: Paper): StatementPart[] {
  const texts = new Map<StatementPart, Set<string>>();
  return parts.filter((part) => {
    const own = textsOf(part, paper);
    const isCopy =
      part.account === null &&
      [...texts].some(
        ([earlier, known]) => earlier.rows.length === part.rows.length && [...own].every((text) => known.has(text)),
      );
    if (!isCopy) texts.set(part, own);
    return !isCopy;
  });
}

const pageWords = phraseBook({ page: PAGE_WORDS });

function textsOf({ from, to, rows }: StatementPart, { lines, tables }: Paper): Set<string> {
  const ofRows = new Set(rows.flatMap((row) => row.lines));
  const isOfPage = (line: TokenLine) =>
    !ofRows.has(line.index) &&
    (tables.isFurniture(line) || pageWords.find(line.terms.map(({ text }) => text)).length > 0);
  return new Set(
    lines.filter((line) => line.index >= from && line.index < to && !isOfPage(line)).map(({ text }) => text.text),
  );
}
