import type { Word } from '../layout/word.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';

/** A block of text beside a table: the lines of the page on which it stands, and which of their words are its own. */
export type Panel = { lines: ReadonlySet<TokenLine>; holds: (word: Word) => boolean };

/** Edges that differ by less are one (points). */
const SAME_EDGE = 1;
/** Between a panel and a table there is a gap. Points. */
const GAP = 5;
/** Lines of one block are no further apart, in shares of their size. */
const LINE_DISTANCE = 3.3;
/** Sizes of letters that differ by less are one, as a share. */
const SAME_SIZE = 0.03;
/** Fewer lines are no block. */
const LEAST_LINES = 3;
/** So many of a panel's lines, and of the lines with figures beside it, have a baseline to themselves. */
const OWN_LINES = 0.3;
const OWN_FIGURES = 0.3;
/** As much of a page as is more than its titles. */
const SOME_TEXT = 0.1;
/** Small letters beside it may be the labels of larger figures. */
const LARGER = 0.3;
/** Rows begin with dates more often. */
const MOST_DATED = 0.4;

/**
 * The panels of a page, known by their lines: they begin at one edge, follow each other at their own pace, and stand
 * mostly on other baselines than the figures beside them. Columns of a table share their baselines.
 */
export function findPanels(lines: readonly TokenLine[]): Panel[] {
  const panels: Panel[] = [];
  // What can be seen of sizes on a scan is too rough.
  if (lines.some(({ text }) => text.words.some(({ certainty }) => certainty !== undefined))) return panels;
  for (const block of blocksOf(lines)) {
    const [first, last] = [block.lines[0], block.lines.at(-1)];
    const range = lines.filter((line) => line.index >= (first?.index ?? 0) && line.index <= (last?.index ?? 0));
    const panel = panelIn(range, block);
    if (panel !== null && !panels.some((other) => block.lines.some((line) => other.lines.has(line))))
      panels.push(panel);
  }
  return panels;
}

type Block = { left: number; size: number; lines: TokenLine[] };

/** Lines below each other that begin a piece of text at one edge, in letters of one size; the longest first. */
function blocksOf(lines: readonly TokenLine[]): Block[] {
  const open: Block[] = [];
  const closed: Block[] = [];
  const isSmall = smallOn(lines);
  for (const line of lines) {
    for (const word of piecesIn(line)) {
      if (!isSmall(word.size)) continue;
      const at = open.findIndex(
        ({ left, size }) => isSame(left, word.left) && Math.abs(size - word.size) < SAME_SIZE * size,
      );
      const block = open[at];
      const last = block?.lines.at(-1);
      if (block === undefined || last === undefined) open.push({ left: word.left, size: word.size, lines: [line] });
      else if (line.baseline - last.baseline > LINE_DISTANCE * word.size) {
        closed.push(block);
        open[at] = { left: word.left, size: word.size, lines: [line] };
      } else if (last !== line) block.lines.push(line);
    }
  }
  return [...closed, ...open]
    .filter((block) => block.lines.length >= LEAST_LINES)
    .toSorted((a, b) => b.lines.length - a.lines.length);
}

/** Whether letters are smaller than those of at least some text on the page: on most pages all are alike. */
function smallOn(lines: readonly TokenLine[]): (size: number) => boolean {
  const sizes = lines.flatMap(({ text }) => text.words.map(({ size }) => size)).toSorted((a, b) => b - a);
  const large = sizes[Math.floor(sizes.length * SOME_TEXT)] ?? 0;
  return (size) => size * (1 + SAME_SIZE) < large;
}

/** The words that stand behind a gap, or first on their line. */
function piecesIn({ text: { words } }: TokenLine): Word[] {
  return words.filter((word, at) => at === 0 || word.left - (words[at - 1]?.right ?? 0) > GAP);
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < SAME_EDGE;
}

/** The block with what stands to its right, or else with what there is before the next gap. */
function panelIn(range: readonly TokenLine[], { left, size }: Block): Panel | null {
  const words = range.flatMap(({ text }) => text.words);
  const isRight = (word: Word) => word.left > left - SAME_EDGE;
  const edge = gapBehind(words, left);
  const isLeft = (word: Word) => word.left < edge;
  const holds = [isRight, isLeft].find(
    (own) =>
      isApart(words, own) && beginsAt(range, own, left) && isSetApart(words, own, size) && hasOwnPace(range, own),
  );
  if (holds === undefined) return null;
  return { lines: new Set(range.filter((line) => line.text.words.some(holds))), holds };
}

/** The first place to the right of another that no word reaches over. */
function gapBehind(words: readonly Word[], left: number): number {
  let reach = left;
  for (const word of words.toSorted((a, b) => a.left - b.left)) {
    if (word.left > reach + GAP) return word.left;
    reach = Math.max(reach, word.right);
  }
  return Number.POSITIVE_INFINITY;
}

/** Nothing reaches into the gap between what it holds and the rest. */
function isApart(words: readonly Word[], holds: (word: Word) => boolean): boolean {
  const [own, rest] = [spanOf(words.filter(holds)), spanOf(words.filter((word) => !holds(word)))];
  return own.left > rest.right + GAP || own.right < rest.left - GAP;
}

function spanOf(words: readonly Word[]): { left: number; right: number } {
  return words.reduce(
    (span, { left, right }) => ({ left: Math.min(span.left, left), right: Math.max(span.right, right) }),
    { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY },
  );
}

function beginsAt(range: readonly TokenLine[], holds: (word: Word) => boolean, left: number): boolean {
  return range.every(({ text }) => {
    const first = text.words.find(holds);
    return first === undefined || isSame(first.left, left);
  });
}

/** Much of what stands beside it is in larger letters. */
function isSetApart(words: readonly Word[], holds: (word: Word) => boolean, size: number): boolean {
  const beside = words.filter((word) => !holds(word));
  const larger = beside.filter((word) => word.size > (1 + SAME_SIZE) * size);
  return larger.length > beside.length * LARGER;
}

function hasOwnPace(range: readonly TokenLine[], holds: (word: Word) => boolean): boolean {
  const panel = range.filter(({ text }) => text.words.some(holds));
  const own = panel.filter(({ text }) => text.words.every(holds));
  const figured = range.filter((line) => figuresOf(line).some((word) => !holds(word)));
  const alone = figured.filter(({ text }) => !text.words.some(holds));
  return (
    own.length > 0 &&
    own.length >= panel.length * OWN_LINES &&
    alone.length > 0 &&
    alone.length >= figured.length * OWN_FIGURES &&
    !isTable(panel, holds)
  );
}

/** The words of a line that are its figures, and no dates. */
function figuresOf({ text, amounts, dates }: TokenLine): Word[] {
  return amounts.flatMap(({ start, end }) => {
    if (dates.some((date) => date.start < end && start < date.end)) return [];
    return text.words[text.offsets.findLastIndex((offset) => offset <= start)] ?? [];
  });
}

/** Lines that begin with dates, and figures: another table. */
function isTable(panel: readonly TokenLine[], holds: (word: Word) => boolean): boolean {
  const dated = panel.filter(({ text, dates }) => {
    const first = text.words.findIndex(holds);
    return dates.some(({ start }) => start === text.offsets[first]);
  });
  const figured = panel.filter((line) => line.amounts.some(({ isMoney }) => isMoney) && figuresOf(line).some(holds));
  return dated.length > panel.length * MOST_DATED && figured.length > 1;
}
