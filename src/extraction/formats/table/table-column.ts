import type { ColumnRole } from './heading-role.ts';

export type TableColumn = { index: number; role: ColumnRole | null; heading: string; currency: string | null };

/** A table of entries in a grid: rows `from` to `to` (the latter not included), under a heading or without one. */
export type GridTable = { columns: TableColumn[]; heading: number | null; from: number; to: number };

const DATES: ReadonlySet<ColumnRole | null> = new Set(['date', 'postingDate', 'transactionDate', 'valueDate']);
const FIGURES: ReadonlySet<ColumnRole | null> = new Set(['debit', 'credit', 'amount']);

export const isDateRole = (role: ColumnRole | null): boolean => DATES.has(role);

/** Whether a column holds what entries move. */
export const isFigureRole = (role: ColumnRole | null): boolean => FIGURES.has(role);
