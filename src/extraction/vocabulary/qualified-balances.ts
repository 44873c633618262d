/** What a balance may be called after what it is a balance of: `Opening cash balance`. */
const KINDS =
  'cash, principal, loan, account, ledger, book, net, settled, share, card, total, statement, wallet, cleared'.split(
    ', ',
  );

/** `opening` with each kind of balance. */
export function qualifiedBalances(...positions: string[]): string[] {
  return positions.flatMap((position) => KINDS.map((kind) => `${position} ${kind} balance`));
}
