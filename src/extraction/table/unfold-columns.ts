import type { Line } from '../layout/word.ts';
import { readTokens } from '../tokens/read-tokens.ts';
import { findHeadings, type Heading } from './heading.ts';

/**
 * Puts pages that print their table in two columns, one beside the other, into reading order: the left column from its
 * heading down, then the right one. Such a page is known by its heading, which says everything twice.
 */
export function unfoldColumns(lines: readonly Line[]): Line[] {
  const tokens = lines.map((line, index) => readTokens(line, index));
  const folds = findHeadings(tokens).flatMap((heading) => {
    const at = foldOf(heading);
    return at === null ? [] : [{ page: heading.page, first: heading.first, at }];
  });
  if (folds.length === 0) return [...lines];
  const result: Line[] = [];
  for (const [page, own] of Map.groupBy(
    lines.map((line, index) => ({ line, index })),
    ({ line }) => line.page,
  )) {
    // A page after the last heading goes on in the columns of the pages before.
    const fold =
      folds.find((candidate) => candidate.page === page) ?? folds.findLast((candidate) => candidate.page < page);
    if (fold === undefined) {
      result.push(...own.map(({ line }) => line));
      continue;
    }
    const right: Line[] = [];
    for (const { line, index } of own) {
      if (fold.page === page && index < fold.first) {
        result.push(line);
        continue;
      }
      const parts = cut(line, fold.at);
      if (parts.left !== null) result.push(parts.left);
      if (parts.right !== null) right.push(parts.right);
    }
    result.push(...right);
  }
  return result;
}

/** Where the second half of a heading begins that repeats its first half; null for any other. */
function foldOf({ cells }: Heading): number | null {
  const half = cells.length / 2;
  if (cells.length < 4 || !Number.isInteger(half)) return null;
  const repeats = cells.slice(0, half).every((cell, index) => cell.text === cells[half + index]?.text);
  const [before, after] = [cells[half - 1], cells[half]];
  return repeats && before !== undefined && after !== undefined ? after.left - 3 : null;
}

/** The words of a line on either side; a line of text that runs over the fold stays whole. */
function cut(line: Line, at: number): { left: Line | null; right: Line | null } {
  if (line.words.some((word) => word.left < at - 1 && word.right > at + 3)) return { left: line, right: null };
  const left = line.words.filter((word) => word.left < at);
  const right = line.words.filter((word) => word.left >= at);
  return {
    left: left.length === 0 ? null : { ...line, words: left },
    right: right.length === 0 ? null : { ...line, words: right },
  };
}
