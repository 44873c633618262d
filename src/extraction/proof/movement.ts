import type { AmountToken } from '../tokens/find-amounts.ts';
import type { Row } from '../table/row.ts';
import { type Notation, readingOf } from './decimal-mark.ts';
import type { Hypothesis } from './hypotheses/hypothesis.ts';

/** A row's figures under one hypothesis, in thousandths; money out is negative. */
export type Movement = {
  amount: bigint;
  /** Decimals that the amount was printed with. */
  decimals: number;
  /** Whether the paper says the direction (a sign, a word, a column); if not, arithmetic may turn it. */
  isSigned: boolean;
  balance: bigint | null;
  balanceDecimals: number;
};

/** The movement of a row, or null where the row has no amount under this hypothesis. */
export function movementOf(row: Row, hypothesis: Hypothesis, notation: Notation): Movement | null {
  let amount: bigint | null = null;
  let decimals = 2;
  let isSigned = true;
  let fee = 0n;
  let balance: bigint | null = null;
  let balanceDecimals = 2;
  for (const [key, token] of row.cells) {
    const meaning = hypothesis.meanings.get(key) ?? 'ignored';
    const reading = readingOf(token, notation);
    if (meaning === 'balance') {
      balance = signedBalance(token, hypothesis, notation);
      balanceDecimals = reading.decimals;
    } else if (meaning === 'fee') fee = reading.value;
    else if (meaning === 'debit' || meaning === 'credit') {
      // `0.00` or a dash in the other column is an empty cell.
      if (amount !== null && reading.value === 0n) continue;
      if (amount !== null && amount !== 0n) return null;
      const side = meaning === 'debit' ? -1n : 1n;
      const reversed = token.sign === 'minus' && !token.isSignApart && !hypothesis.minusColumns.has(key);
      amount = reading.value * (reversed ? -side : side);
      decimals = reading.decimals;
    } else if (meaning === 'amount') {
      // Beside a figure on one side it is another's.
      if (amount !== null && amount !== 0n) return null;
      const direction = directionOf(row, token, hypothesis);
      amount = reading.value * direction.sign;
      isSigned = direction.isSigned;
      decimals = reading.decimals;
    }
  }
  // A fee may be all that a row moves.
  if (amount === null && fee === 0n) return null;
  return { amount: (amount ?? 0n) - fee, decimals, isSigned, balance, balanceDecimals };
}

function directionOf(
  row: Row,
  token: AmountToken,
  { unsigned, flipped, byWords, sidesTurned }: Hypothesis,
): { sign: bigint; isSigned: boolean } {
  const side = token.side ?? row.side;
  if (side !== null) {
    // `-12.00 DR` is one direction said twice.
    return { sign: (side === 'credit') === sidesTurned ? -1n : 1n, isSigned: true };
  }
  const turn = flipped ? -1n : 1n;
  if (token.sign === 'minus') return { sign: -turn, isSigned: true };
  if (token.sign === 'plus') return { sign: turn, isSigned: true };
  const told = byWords ? (row.section ?? row.told) : null;
  if (told !== null) return { sign: told === 'credit' ? 1n : -1n, isSigned: false };
  return { sign: unsigned, isSigned: false };
}

/** A balance from the holder's side: an overdraft and what is owed on a card are negative. */
export function signedBalance(token: AmountToken, { owed }: Pick<Hypothesis, 'owed'>, notation: Notation): bigint {
  const { value } = readingOf(token, notation);
  if (token.side !== null) return token.side === 'debit' ? -value : value;
  const printed = token.sign === 'minus' ? -value : value;
  return owed ? -printed : printed;
}
