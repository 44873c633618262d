import { findTables, type FoundTables, type TableFinder } from '../table/find-tables.ts';
import type { PrintedFigure } from '../table/row.ts';
import type { Segment } from '../table/segment.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { PointedAnswer, PointedBalance } from './answer.ts';
import { isAsked, type LineRange } from './asked-lines.ts';
import { areDatesOwn, isNothingPassedOver } from './objections.ts';
import { BALANCE } from './pointed-columns.ts';
import { pointedRows, tokenAt } from './pointed-rows.ts';

/**
 * Tables by what a second reader points at, in the lines that it was asked about; elsewhere they are as found. What it
 * does not point at stays: labelled balances and totals, headings. Finds nothing where the answer does not fit the page.
 */
export const pointedTables =
  (answer: PointedAnswer, ranges: readonly LineRange[]): TableFinder =>
  (lines, headings, counts) => {
    const found = findTables(lines, headings, counts) ?? EMPTY;
    const isOurs = ({ index }: { index: number }) => isAsked(index, ranges);
    const pointed = answer.rows.flatMap((row) => [row.amountAt.line, row.dateAt.line, ...row.lines]);
    if (!pointed.every((index) => index < lines.length && isOurs({ index }))) return null;
    const bare: Segment = {
      page: 0,
      lines: [...lines],
      heading: null,
      columns: [],
      table: 'pointed',
      isPageTop: false,
    };
    const segments = new Map(
      found.segments.flatMap((segment) => segment.lines.map((line) => [line, segment] as const)),
    );
    const segmentOf = (line: TokenLine) => segments.get(line) ?? bare;
    const read = pointedRows(answer.rows, { lines, counts, segmentOf, found: found.rows });
    if (read === null) return null;
    const balances = answer.balances.map((balance) => printedBalance(balance, lines, counts));
    const opened = balances.filter((balance) => balance !== null);
    if (opened.length < balances.length || !opened.every(isOurs)) return null;
    const taken = new Set<AmountToken>([
      ...read.rows.flatMap(({ cells }) => [...cells.values()]),
      ...opened.map(({ token }) => token),
    ]);
    const labelled = found.figures.filter((figure) => !taken.has(figure.token));
    const figures = [...labelled.map((figure) => (isOurs(figure) ? moved(figure, read.columns) : figure)), ...opened];
    const tables: FoundTables = {
      rows: [...found.rows.filter((row) => !isOurs(row)), ...read.rows].toSorted((a, b) => a.index - b.index),
      figures: figures.toSorted((a, b) => a.index - b.index),
      inside: new Set([...found.inside].filter((index) => !isOurs({ index }))),
      pending: found.pending,
      segments: (found.segments.length > 0 ? found.segments : [bare]).map((segment) => ({
        ...segment,
        columns: [...segment.columns, ...read.columns],
      })),
      isFurniture: found.isFurniture,
    };
    const isMoney = (token: AmountToken, line: TokenLine) => counts(token) && !found.isFurniture(line);
    const isSound = areDatesOwn(read.rows, found.rows, lines) && isNothingPassedOver(read, figures, lines, isMoney);
    return isSound ? tables : null;
  };

const EMPTY: FoundTables = {
  rows: [],
  figures: [],
  inside: new Set(),
  pending: new Set(),
  segments: [],
  isFurniture: () => false,
};

function printedBalance(
  { kind, at }: PointedBalance,
  lines: readonly TokenLine[],
  counts: (token: AmountToken) => boolean,
): PrintedFigure | null {
  const line = lines[at.line];
  const token = tokenAt(line?.amounts.filter(counts), lines, at);
  if (line === undefined || token === null) return null;
  return { kind, index: line.index, page: line.page, column: null, isExact: true, token };
}

/** A figure of a table belongs to the column that was pointed at in its place. */
function moved(figure: PrintedFigure, columns: readonly Segment['columns'][number][]): PrintedFigure {
  const { left, right } = figure.token;
  const home = columns.find((column) => column.left < right && column.right > left);
  return { ...figure, column: home?.key === BALANCE ? BALANCE : null };
}
