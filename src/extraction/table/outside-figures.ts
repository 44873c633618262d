import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { endOfList, withEnds } from './end-of-summary.ts';
import { aboveLabel, belowLabel, isDay, isFigure } from './figures-near-label.ts';
import { findLabels, isTelling, type Label } from './labels.ts';
import type { PrintedFigure } from './row.ts';
import { stackedLabels } from './stacked-labels.ts';
import { ofWholeSummaries } from './whole-summaries.ts';

/** So many lines below a label its figure may stand. */
const LINES_BELOW = 3;
/**
 * The figures that a statement prints about itself outside of its tables: `Opening balance: 1,200.00`, or labels in one
 * line and their figures below.
 */
export function findOutsideFigures(
  lines: readonly TokenLine[],
  isTaken: (line: TokenLine) => boolean,
  counts: (token: AmountToken) => boolean = isFigure,
): PrintedFigure[] {
  const figures: PrintedFigure[] = [];
  lines.forEach((line, at) => {
    if (isTaken(line)) return;
    figures.push(...figuresBelowStack(lines, at, isTaken, counts));
    const labels = withEnds(findLabels(line), line);
    const end = endOfList(line, figures, counts);
    if (end !== null) figures.push(end);
    labels.forEach((label, index) => {
      const next = labels[index + 1];
      const beside = besideLabel(line, label, next, counts);
      // What is carried over stands beside its label; an `investment report` heads other figures.
      const under =
        label.kind === 'carried' || beginsSentence(line, label, next) ? [] : lines.slice(at + 1, at + 1 + LINES_BELOW);
      const below = beside ?? belowLabel(under, label, labels, isTaken, counts);
      const tokens = below.length > 0 ? below : aboveLabel(lines[at - 1], line, label, counts);
      for (const token of tokens) {
        figures.push({
          kind: label.kind,
          index: line.index,
          page: line.page,
          column: null,
          isExact: beside !== null || tokens.length === 1,
          token,
        });
      }
    });
  });
  return ofWholeSummaries(figures, lines, counts);
}

/** Labels of two lines with the line of their figures below. */
function figuresBelowStack(
  lines: readonly TokenLine[],
  at: number,
  isTaken: (line: TokenLine) => boolean,
  counts: (token: AmountToken) => boolean,
): PrintedFigure[] {
  const [upper, lower, below] = lines.slice(at, at + 3);
  if (upper === undefined || below === undefined) return [];
  const labels = stackedLabels(upper, lower);
  return labels.flatMap((label) =>
    belowLabel([below], label, labels, isTaken, counts).map((token) => ({
      kind: label.kind,
      index: below.index,
      page: below.page,
      column: null,
      isExact: true,
      token,
    })),
  );
}

function besideLabel(
  line: TokenLine,
  label: Label,
  next: Label | undefined,
  counts: (token: AmountToken) => boolean,
): AmountToken[] | null {
  const token = line.amounts.find(
    (amount) =>
      counts(amount) &&
      !isDay(amount, line) &&
      amount.start >= label.end &&
      (next === undefined || amount.end <= next.start),
  );
  return token === undefined || isInSentence(line, label, token) ? null : [token];
}

/** `Deposits are insured up to 100,000.00 per person`: more words than the label's own stand around the figure. */
function isInSentence(line: TokenLine, label: Label, token: AmountToken): boolean {
  const { text } = line.text;
  const start = text.lastIndexOf('\t', label.start) + 1;
  const tab = text.indexOf('\t', token.end);
  const end = tab < 0 ? text.length : tab;
  const telling = line.terms.filter((term) => isTelling(term, line));
  const own = telling.filter((term) => term.start >= label.start && term.end <= label.end).length;
  const around = telling.filter((term) => term.start >= start && term.end <= end).length;
  return around - own > Math.max(1, own) && around - own > 2 - Number(/\t/.test(text.slice(label.end, token.start)));
}

/** `The new balance will be collected from your account on 8 May`: a label may have a date behind it, and no sentence. */
function beginsSentence(line: TokenLine, label: Label, next: Label | undefined): boolean {
  const rest = line.text.text.slice(label.end, next?.start);
  return (rest.split('\t')[0]?.match(/\p{L}{2,}/gu)?.length ?? 0) > MOST_BEHIND;
}

/** Words behind a label. */
const MOST_BEHIND = 4;
