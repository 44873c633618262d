import { movedLeft } from '../layout/placement.ts';
import type { Line } from '../layout/word.ts';
import { joinBrokenDates } from '../tokens/join-broken-dates.ts';
import { readTokens, type TokenLine } from '../tokens/read-tokens.ts';
import { settleCalendars } from '../tokens/settle-calendars.ts';
import { settleEra } from '../tokens/settle-era.ts';
import { settleSides } from '../tokens/settle-sides.ts';
import { findHeadings } from './find-headings.ts';
import { foldOfDates, isOfToken } from './fold-of-dates.ts';
import { type Fold, foldOfEdges } from './fold-of-edges.ts';
import { type Heading, listsEntries } from './heading.ts';
import { findLabels, sectionOfLine } from './labels.ts';
import { isNumberedAcross } from './numbered-across.ts';
import { type Parted, partPanels } from './part-panels.ts';

/**
 * Reads the tokens and headings of lines, sets panels beside tables apart, and puts tables that are printed in several
 * columns, one beside the other, into reading order: the left column from its heading down, then the next one, moved
 * below it. Such a table is known by a heading that says everything twice or more often, or by its dates.
 */
export function unfoldColumns(source: readonly Line[]): { lines: TokenLine[]; headings: Heading[] } {
  let page = partPanels(joinBrokenDates(source));
  let headings = findHeadings(page.tokens);
  for (let column = 1; column < MOST_COLUMNS; column++) {
    // What is beside the first column has been moved below it; what repeats itself there is a column, too.
    const unfolded = unfold(page, headings, column === 1 ? foldsOf : foldsOfHeadings);
    if (unfolded === null) break;
    page = unfolded;
    settleSides(page.tokens);
    headings = findHeadings(page.tokens);
  }
  settleSides(page.tokens);
  settleEra(page.tokens);
  settleCalendars(page.tokens);
  return { lines: page.tokens, headings };
}

/** Cheques are listed in three or four columns, and there is no room for more. */
const MOST_COLUMNS = 5;

type FindFolds = (lines: readonly TokenLine[], headings: readonly Heading[]) => Fold[];

/** Cuts each page's tables in two where they fold, and lays the right part below the left one; null where none does. */
function unfold({ lines, tokens }: Parted, all: readonly Heading[], findFolds: FindFolds): Parted | null {
  const headingsOf = Map.groupBy(all, (heading) => heading.page);
  const result: Parted = { lines: [], tokens: [] };
  let isFolded = false;
  // The headings of the last page that folded: a page without any goes on below them.
  let known: readonly Heading[] = [];
  const add = (line: Line, token = readTokens(line, 0)) => {
    result.tokens.push(Object.assign(token, { index: result.lines.length }));
    result.lines.push(line);
  };
  for (const [page, own] of Map.groupBy(tokens, (line) => line.page)) {
    const headings = headingsOf.get(page) ?? known.map((heading) => ({ ...heading, first: (own[0]?.index ?? 0) - 1 }));
    const folds = findFolds(
      own.filter((line) => line.isAside !== true),
      headings,
    );
    if (folds.length > 0) known = headings;
    const parts = own.map((token) => {
      const fold = folds.find(({ from, to }) => token.index >= from && token.index < to);
      return { token, fold, line: lines[token.index] };
    });
    const right: Line[] = [];
    const layRight = () => {
      for (const line of right.splice(0)) add(line);
    };
    let before: Fold | undefined;
    for (const { token, fold, line } of parts) {
      if (line === undefined) continue;
      if (fold !== before) layRight();
      before = fold;
      const cutLine = fold === undefined || token.isAside ? null : cut(line, fold);
      if (cutLine === null || cutLine.left === line) {
        add(line, token);
        continue;
      }
      isFolded = true;
      if (cutLine.left !== null) add(cutLine.left);
      if (cutLine.right !== null) right.push(cutLine.right);
      if (fold !== undefined && isNumberedAcross(fold, own)) layRight();
    }
    layRight();
  }
  return isFolded ? result : null;
}

function foldsOfHeadings(lines: readonly TokenLine[], headings: readonly Heading[]): Fold[] {
  const folds = headings.filter(listsEntries).flatMap((heading) => foldOfHeading(heading) ?? []);
  return folds.map((fold) => ({ ...fold, to: endOf(fold, lines, headings) }));
}

function foldsOf(lines: readonly TokenLine[], headings: readonly Heading[]): Fold[] {
  // A table of balances by day may be printed in two columns, too, but has nothing to be read.
  const entries = headings.filter(listsEntries);
  const ends = foldsOfHeadings(lines, headings);
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

/** A heading that says the same twice or more often: it folds before the second time. */
function foldOfHeading({ first, cells }: Heading): Fold | null {
  const repeatsAfter = (period: number) =>
    cells.length % period === 0 && cells.every((cell, at) => cell.text === cells[at % period]?.text);
  const period = cells.findIndex((_, at) => at > 1 && at < cells.length && repeatsAfter(at));
  const [start, middle] = [cells[0], cells[period]];
  if (period < 0 || start === undefined || middle === undefined) return null;
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
