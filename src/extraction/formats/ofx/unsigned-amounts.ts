import type { LedgerEntry } from '../ledger.ts';

/** `TRNTYPE`s that take money out of an account (OFX 1.6, 11.4.4.3). */
const OUT: ReadonlySet<string> = new Set([
  'DEBIT',
  'FEE',
  'SRVCHG',
  'ATM',
  'POS',
  'CHECK',
  'PAYMENT',
  'CASH',
  'DIRECTDEBIT',
  'REPEATPMT',
]);

/**
 * `TRNAMT` is signed and decides; but some banks write it without any sign. Where no amount of a list is negative, and
 * some are of types that take money out, the types tell, and every row is flagged.
 */
export function withSigns(entries: readonly { type: string; entry: LedgerEntry }[]): LedgerEntry[] {
  const isUnsigned =
    entries.every(({ entry }) => entry.amount >= 0n) && entries.some(({ type }) => OUT.has(type.toUpperCase()));
  return entries.map(({ type, entry }) =>
    isUnsigned
      ? {
          ...entry,
          amount: OUT.has(type.toUpperCase()) ? -entry.amount : entry.amount,
          flags: [...entry.flags, 'sign_inferred'],
        }
      : entry,
  );
}
