import { walk, type Walk } from '../../proof/walk.ts';
import { CURRENCY_CODES } from '../../vocabulary/currencies.ts';
import { moneyOf } from './figure-cell.ts';
import type { TableColumn } from './table-column.ts';
import { type Cell, cellAt } from './grid.ts';
import { likelyMarks } from './likely-marks.ts';
import { balanceOf, type Movement, movementOf } from './movements.ts';
import type { Printed } from './labelled-figure.ts';
import type { TableRow } from './table-rows.ts';
import { waysToRead } from './ways-to-read.ts';

/** Rows of one account in one currency. */
export type Group = { key: string; rows: TableRow[] };

/** What the groups of a table are under one way to read it. `isFree`: no figure says its direction. */
export type Reading = { way: Movement; groups: Group[]; walks: RowWalk[]; isFree: boolean; score: number };

/** The way to read a table's columns, and the accounts in it, that its balances bear out best. */
export function bestReading(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  cells: readonly Cell[][],
  figures: readonly Printed[],
): Reading {
  const groupings = [
    groupsOf(rows, columns, ['currency']),
    groupsOf(rows, columns, ['currency', 'pocket']),
    groupsOf(rows, columns, []),
  ];
  const distinct = groupings.filter((one, at) => groupings.findIndex((other) => other.length === one.length) === at);
  let best: Reading | null = null;
  for (const way of waysToRead(columns, cells, likelyMarks(columns, cells))) {
    distinct.forEach((groups, at) => {
      const reading = readIn(way, groups, figures, at);
      if (best === null || reading.score > best.score) best = reading;
    });
  }
  if (best === null) throw new Error('A table has a column of figures');
  return best;
}

function readIn(way: Movement, groups: Group[], figures: readonly Printed[], merged: number): Reading {
  const isFree = groups.every(({ rows }) => isUnsigned(rows, way));
  const walks = groups.map(({ rows }) => walkRows(rows, way, openingOf(groups, figures, way), isFree));
  const linked = walks.reduce((sum, own) => sum + own.linked, 0);
  const broken = walks.reduce((sum, own) => sum + own.broken.length, 0);
  const missed = groups.flatMap(({ rows }) => rows).filter((row) => movementOf(row.cells, way) === null).length;
  const isLed = groups.length === 1 && leadsToClosing(walks[0], way, figures);
  return {
    way,
    groups,
    walks,
    isFree,
    score: 2 * linked - 3 * broken - 3 * missed + (isLed ? 6 : 0) - way.cost - merged,
  };
}

function leadsToClosing(own: Walk | undefined, way: Movement, figures: readonly Printed[]): boolean {
  const of = (kind: Printed['kind']) => figures.findLast((figure) => figure.kind === kind)?.figure;
  const [opening, closing] = [of('opening'), of('closing')];
  if (opening === undefined || closing === undefined || own === undefined) return false;
  const total = own.amounts.reduce((sum, amount) => sum + amount, 0n);
  return moneyOf(opening, way.mark) + total === moneyOf(closing, way.mark);
}

/** `unled` is the row that no balance leads to: the first in time, unless the opening balance is known; else -1. `isBackward`: the newest row comes first. */
type RowWalk = Walk & { unled: number; isBackward: boolean };

/** Follows the rows in the order that breaks fewer balances; amounts are given in the order of the rows. */
export function walkRows(rows: readonly TableRow[], way: Movement, opening: bigint | null, isFree: boolean): RowWalk {
  const steps = rows.flatMap(({ cells }, row) => {
    const movement = movementOf(cells, way);
    if (movement === null) return [];
    return [{ row, amount: movement.amount, isSigned: !isFree, balance: balanceOf(cells, way) }];
  });
  const forward = { ...walk(steps, opening), unled: opening === null ? 0 : -1, isBackward: false };
  if (forward.broken.length === 0 && !isFree) return forward;
  const backward = walk(steps.toReversed(), opening);
  return backward.broken.length < forward.broken.length ||
    (backward.broken.length === forward.broken.length && backward.linked > forward.linked)
    ? {
        ...backward,
        amounts: backward.amounts.toReversed(),
        unled: opening === null ? steps.length - 1 : -1,
        isBackward: true,
      }
    : forward;
}

/** No figure says its direction: neither a sign, nor a side, nor a column. */
function isUnsigned(rows: readonly TableRow[], way: Movement): boolean {
  return rows.every(({ cells }) => movementOf(cells, way)?.isSigned !== true);
}

/** By account, and by the columns of these roles, too; never by columns that have gaps. */
function groupsOf(rows: readonly TableRow[], columns: readonly TableColumn[], by: TableColumn['role'][]): Group[] {
  const keys = columns.filter(({ index, role }) => {
    if (role !== 'group' && role !== 'account' && !by.includes(role)) return false;
    const texts = rows.map(({ cells }) => cellAt(cells, index).text);
    const distinct = new Set(texts).size;
    if (role === 'currency' && !texts.every((text) => CURRENCY_CODES.has(text.toUpperCase()))) return false;
    return !texts.includes('') && (role !== 'account' || distinct <= Math.max(1, rows.length / 4));
  });
  const grouped = Map.groupBy(rows, ({ cells }) => keys.map(({ index }) => cellAt(cells, index).text).join('\u0000'));
  return [...grouped].map(([key, own]) => ({ key, rows: own }));
}

/** The stated opening balance; of one account in a file of several nobody knows whose it is. */
export function openingOf(groups: readonly Group[], figures: readonly Printed[], { mark }: Movement): bigint | null {
  const figure = figures.findLast(({ kind }) => kind === 'opening')?.figure;
  return figure === undefined || groups.length > 1 ? null : moneyOf(figure, mark);
}
