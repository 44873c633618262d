import type { Column } from '../table/columns.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { HeadingRole } from '../vocabulary/headings.ts';

export type PointedFigure = { amount: bigint; token: AmountToken; balance: AmountToken | null };

/** The columns that pointed figures stand in. What a figure means is still decided by arithmetic. */
export type PointedColumns = { columns: Column[]; keyOf: (amount: bigint) => string };

export const BALANCE = 'pointed-balance';

/**
 * Money in and money out are columns of their own only where they stand apart on the paper. In one column, signs,
 * letters and balances have to tell them apart: what a second reader says about them proves nothing.
 */
export function pointedColumns(figures: readonly PointedFigure[]): PointedColumns {
  const [credits, debits] = [figures.filter(({ amount }) => amount >= 0n), figures.filter(({ amount }) => amount < 0n)];
  const balances = figures.flatMap(({ balance }) => balance ?? []);
  const areApart = standApart(
    credits.map(({ token }) => token),
    debits.map(({ token }) => token),
  );
  const columns = areApart ? [columnOf('credit', credits), columnOf('debit', debits)] : [columnOf('amount', figures)];
  if (balances.length > 0) columns.push(makeColumn(BALANCE, 'balance', balances));
  return { columns, keyOf: (amount) => `pointed-${areApart ? (amount < 0n ? 'debit' : 'credit') : 'amount'}` };
}

/** A column of one figure is none: it may as well be a figure off its column. */
const LEAST_FIGURES = 2;

function standApart(one: readonly AmountToken[], other: readonly AmountToken[]): boolean {
  if (one.length < LEAST_FIGURES || other.length < LEAST_FIGURES) return false;
  const [a, b] = [extentOf(one), extentOf(other)];
  return a.right < b.left || b.right < a.left;
}

const columnOf = (role: HeadingRole, figures: readonly PointedFigure[]): Column =>
  makeColumn(
    `pointed-${role}`,
    role,
    figures.map(({ token }) => token),
  );

const makeColumn = (key: string, role: HeadingRole, tokens: AmountToken[]): Column => ({
  key,
  role,
  ...extentOf(tokens),
  currency: null,
  tokens,
});

function extentOf(tokens: readonly AmountToken[]): { left: number; right: number } {
  return {
    left: Math.min(...tokens.map(({ left }) => left)),
    right: Math.max(...tokens.map(({ right }) => right)),
  };
}
