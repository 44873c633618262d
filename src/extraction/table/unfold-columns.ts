import { movedLeft } from '../layout/placement.ts';
import type { Line } from '../layout/word.ts';
import { joinBrokenDates } from '../tokens/join-broken-dates.ts';
import { readTokens, type TokenLine } from '../tokens/read-tokens.ts';
import { settleSides } from '../tokens/settle-sides.ts';
import { findHeadings } from './find-headings.ts';
import { foldOfDates, isOfToken } from './fold-of-dates.ts';
import { type Fold, foldOfEdges } from './fold-of-edges.ts';
import { type Heading, listsEntries } from './heading.ts';
import { findLabels, sectionOfLine } from './labels.ts';
import { isNumberedAcross } from './numbered-across.ts';
import { partPanels } from './part-panels.ts';

/**
 * Reads the tokens and headings of lines, sets panels beside tables apart, and puts tables that are printed in two
 * columns, one beside the other, into reading order: the left column from its heading down, then the right one, moved
 * below it. Such a table is known by a heading that says everything twice, or by its dates.
 */
export function unfoldColumns(source: readonly Line[]): { lines: TokenLine[]; headings: Heading[] } {
  const { lines, tokens } = partPanels(joinBrokenDates(source));
  const all = findHeadings(tokens);
  const headingsOf = Map.groupBy(all, (heading) => heading.page);
  const result: TokenLine[] = [];
  let isFolded = false;
  // The headings of the last page that folded: a page without any goes on below them.
  let known: readonly Heading[] = [];
  const add = (line: TokenLine) => result.push(Object.assign(line, { index: result.length }));
  for (const [page, own] of Map.groupBy(tokens, (line) => line.page)) {
    const headings = headingsOf.get(page) ?? known.map((heading) => ({ ...heading, first: (own[0]?.index ?? 0) - 1 }));
    const folds = foldsOf(
      own.filter((line) => line.isAside !== true),
      headings,
    );
    if (folds.length > 0) known = headings;
    const right: Line[] = [];
    const layRight = () => {
      for (const line of right.splice(0)) add(readTokens(line, 0));
    };
    let before: Fold | undefined;
    for (const token of own) {
      const fold = folds.find(({ from, to }) => token.index >= from && token.index < to);
      if (fold !== before) layRight();
      before = fold;
      const line = lines[token.index];
      const parts = fold === undefined || line === undefined || token.isAside ? null : cut(line, fold);
      if (parts === null || parts.left === line) {
        add(token);
        continue;
      }
      isFolded = true;
      if (parts.left !== null) add(readTokens(parts.left, 0));
      if (parts.right !== null) right.push(parts.right);
      if (fold !== undefined && isNumberedAcross(fold, own)) layRight();
    }
    layRight();
  }
  settleSides(result);
  return { lines: result, headings: isFolded ? findHeadings(result) : all };
}

function foldsOf(lines: readonly TokenLine[], headings: readonly Heading[]): Fold[] {
  // A table of balances by day may be printed in two columns, too, but has nothing to be read.
  const entries = headings.filter(listsEntries);
  const folds = entries.flatMap((heading) => foldOfHeading(heading) ?? []);
  const ends = folds.map((fold) => ({ ...fold, to: endOf(fold, lines, headings) }));
  // A table on a page of several is folded alone.
  if (ends.length > 0) return ends.map((fold) => withHigherRight(fold, lines, ends));
  const fold = foldOfTwo(entries) ?? foldOfEdges(lines, entries) ?? foldOfDates(lines);
  return fold === null ? [] : [withHigherRight(fold, lines, [fold])];
}

/**
 * The next table begins at its heading or at a title across both columns; and a total over both has its label in the left
 * one, its figure in the right.
 */
function endOf(fold: Fold, lines: readonly TokenLine[], headings: readonly Heading[]): number {
  const below = headings.find(({ first, cells }) => first > fold.from && (cells[0]?.left ?? fold.at) < fold.at);
  const total = lines.find((line) => line.index > fold.from && spansFold(line, fold));
  const to = Math.min(below?.first ?? fold.to, total?.index ?? fold.to);
  const last = lines.findLast((line) => line.index < to && hasRightRow(line, fold))?.index ?? fold.from;
  const title = lines.find((line) => line.index > last && line.index < to && isTitleAcross(line, fold));
  return title?.index ?? to;
}

function hasRightRow({ dates, amounts }: TokenLine, { at }: Fold): boolean {
  return [...dates, ...amounts].some(({ left }) => left >= at);
}

/** Its words run over the fold, or it names a section. */
function isTitleAcross(line: TokenLine, { at }: Fold): boolean {
  const { words } = line.text;
  const next = words.findIndex((word) => word.left >= at);
  const [before, after] = [words[next - 1], words[next]];
  if (before === undefined || after === undefined) return false;
  return after.left - before.right < NEAR * line.size || sectionOfLine(line) !== null;
}

/** Words of one text are no further apart, in shares of their size. */
const NEAR = 0.75;

function spansFold(line: TokenLine, { at }: Fold): boolean {
  const isRight = ({ left }: { left: number }) => left >= at;
  const figures = line.amounts.filter(({ isMoney }) => isMoney);
  return (
    line.dates.length === 0 &&
    figures.length > 0 &&
    figures.every(isRight) &&
    findLabels(line).some(({ right }) => right < at) &&
    !line.terms.some((term) => isRight(term) && /\p{L}/u.test(term.text) && !isOfToken(term, line))
  );
}

/** A heading whose second half repeats its first half. */
function foldOfHeading({ first, cells }: Heading): Fold | null {
  const half = cells.length / 2;
  if (cells.length < 4 || !Number.isInteger(half)) return null;
  const repeats = cells.slice(0, half).every((cell, index) => cell.text === cells[half + index]?.text);
  const [start, middle] = [cells[0], cells[half]];
  if (!repeats || start === undefined || middle === undefined) return null;
  return { from: first, to: Number.POSITIVE_INFINITY, at: middle.left - 3, shift: middle.left - start.left };
}

/** The right column may begin higher on the page than the left one, whose heading stands below the page's own head. */
function withHigherRight(fold: Fold, lines: readonly TokenLine[], folds: readonly Fold[]): Fold {
  if (folds[0] !== fold || folds.length > 1) return fold;
  const isRight = (line: TokenLine) =>
    line.text.words.every((word) => word.left >= fold.at) && line.dates.some((date) => date.left < fold.at + 8);
  const first = lines.find((line) => isRight(line));
  return first === undefined || first.index > fold.from ? fold : { ...fold, from: first.index };
}

/** Two headings that say the same, one beside the other at different heights. */
function foldOfTwo(headings: readonly Heading[]): Fold | null {
  const [first, ...others] = headings.toSorted((a, b) => (a.cells[0]?.left ?? 0) - (b.cells[0]?.left ?? 0));
  if (first === undefined) return null;
  const textOf = ({ cells }: Heading) => cells.map((cell) => cell.text).join('|');
  const edge = first.cells.at(-1)?.right ?? 0;
  const other = others.find((heading) => textOf(heading) === textOf(first) && (heading.cells[0]?.left ?? 0) > edge);
  const [start, middle] = [first.cells[0], other?.cells[0]];
  if (other === undefined || start === undefined || middle === undefined) return null;
  const from = Math.min(first.first, other.first);
  return { from, to: Number.POSITIVE_INFINITY, at: middle.left - 3, shift: middle.left - start.left };
}

/** The words of a line on either side, the right ones moved below the left; text that runs over the fold stays whole. */
function cut(line: Line, { at, shift }: Fold): { left: Line | null; right: Line | null } {
  if (line.words.some((word) => word.left < at - 1 && word.right > at + 3)) return { left: line, right: null };
  const left = line.words.filter((word) => word.left < at);
  const right = line.words
    .filter((word) => word.left >= at)
    .map((word) => ({ ...word, left: word.left - shift, right: word.right - shift }));
  const placement = line.placement == null ? null : movedLeft(line.placement, shift);
  return {
    left: left.length === 0 ? null : { ...line, words: left },
    right: right.length === 0 ? null : { ...line, words: right, placement },
  };
}
