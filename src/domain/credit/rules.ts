import { AppError, conflict } from '../../errors.ts';

/**
 * The chart of accounts and the moves between them. Every user has four accounts; a transfer takes credits from one
 * and gives them to another of the same user, so the four always add up to zero, and no row is shared between users.
 *
 *   issued ──grant──▶ available ──reserve──▶ reserved ──post──▶ used
 *          ◀─reverse─           ◀───void────
 *
 * After TigerBeetle's two-phase transfers: reserve, then post or void.
 */
export const ACCOUNTS = ['issued', 'available', 'reserved', 'used'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Balances are 32-bit integers in the database and in GraphQL. */
export const HIGHEST_BALANCE = 2 ** 31 - 1;

export type TransferType =
  | 'signup'
  | 'purchase'
  | 'adjustment'
  | 'refund'
  | 'reversal'
  | 'reservation'
  | 'void'
  | 'usage';

/** Transfers that change what the user owns. Reserving and voiding only move credits aside and back. */
export const VISIBLE_TYPES = ['signup', 'purchase', 'usage', 'refund', 'adjustment', 'reversal'] as const;
export type VisibleType = (typeof VISIBLE_TYPES)[number];

/** Where the credits of a transfer come from and go to. `adjustment` and `reversal` go either way, by sign. */
export function route(type: TransferType, credits: number): { from: Account; to: Account } {
  switch (type) {
    case 'reservation':
      return { from: 'available', to: 'reserved' };
    case 'void':
      return { from: 'reserved', to: 'available' };
    case 'usage':
      return { from: 'reserved', to: 'used' };
    default:
      return credits > 0 ? { from: 'issued', to: 'available' } : { from: 'available', to: 'issued' };
  }
}

/** Refunds and lost disputes take back what they granted even below zero; nothing else may. */
export const mayOverdraw = (type: TransferType): boolean => type === 'refund' || type === 'reversal';

/** What is said where there are too few credits. */
export function overdraft(type: TransferType, available: number): AppError {
  return type === 'adjustment'
    ? conflict(`The adjustment would take the balance below zero: ${available} credits can be taken away`)
    : new AppError('INSUFFICIENT_CREDITS', 'Insufficient credits');
}

/** Credits that a statement costs: one a page. */
export const creditsForPages = (pages: number): number => pages;

/** The cause of all that one processing run of one file does in the ledger. */
export const fileRunKey = (fileId: number, run: number): string => `file:${fileId}:run:${run}`;
