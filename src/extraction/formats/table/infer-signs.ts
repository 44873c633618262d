import { foldTerms, phraseBook } from '../../vocabulary/phrase-book.ts';
import { CARD_PAYMENTS } from '../../vocabulary/signs.ts';
import { sideOfNarrative } from '../../table/narrative.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';

/**
 * `isFree`: no figure says its direction. `unled`: the row that no balance leads to, or -1. `isTold`: columns or words for
 * the sides tell the directions, and not signs alone.
 */
type Signs = { isFree: boolean; unled: number; isCard: boolean; isTold: boolean };

/** So many rows must speak against the file's signs. */
const LEAST_VOTES = 3;

/**
 * Directions where the file does not tell them. Amounts without any sign follow their words, or the habit of a card;
 * and where the words of most rows say the opposite of their signs, all are turned: turning every sign leaves all sums
 * true. Whatever was inferred is flagged, and so is never called proven.
 */
export function inferSigns(ledger: Ledger, { isFree, unled, isCard, isTold }: Signs): Ledger {
  const { entries } = ledger;
  if (isFree) {
    return {
      ...ledger,
      entries: entries.map((entry, at) => {
        // The balances before and after it have given the others their directions.
        if (entry.balance !== null && at !== unled) return entry;
        const side = sideOfNarrative(entry.description);
        const isOut = side === null ? isCard : side === 'debit';
        return flagged({ ...entry, amount: isOut ? -entry.amount : entry.amount });
      }),
    };
  }
  const votes = entries.map(({ amount, description }) => {
    const side = sideOfNarrative(description);
    return side === null ? 0 : (side === 'credit') === amount > 0n ? 1 : -1;
  });
  const against = votes.filter((vote) => vote < 0).length;
  const agree = votes.filter((vote) => vote > 0).length;
  const positive = entries.filter(({ amount }) => amount > 0n).length;
  // On a card most entries are purchases; where they are positive, the signs are the bank's.
  const paysCard = isCard || entries.some(({ amount, description }) => amount < 0n && isCardPayment(description));
  const isBanksView = paysCard && agree === 0 && positive * 3 > entries.length * 2;
  // What a heading calls money out is that, unless next to all words say otherwise.
  const isContradicted = isTold ? agree === 0 && against * 2 >= entries.length : against > agree * 3;
  if (!isBanksView && (against < LEAST_VOTES || !isContradicted)) return ledger;
  // Who owes what stands in the balances: those of an account that has money are above zero, whatever its words say.
  const balances = [ledger.opening, ledger.closing, ...entries.map(({ balance }) => balance)].filter(
    (own) => own !== null,
  );
  if (!isCard && balances.filter((balance) => balance > 0n).length * 2 > balances.length) {
    return { ...ledger, entries: entries.map(flagged) };
  }
  return {
    ...ledger,
    opening: negate(ledger.opening),
    closing: negate(ledger.closing),
    entries: entries.map((entry) => flagged({ ...entry, amount: -entry.amount, balance: negate(entry.balance) })),
  };
}

/** The same rows, each of them with the doubt about its direction. */
export function flagSigns(ledger: Ledger): Ledger {
  return { ...ledger, entries: ledger.entries.map(flagged) };
}

/** Nobody but the bank of a card thanks for a payment, and prints it with a minus. */
function isCardPayment(description: string): boolean {
  return cardPayments.find(foldTerms(description)).length > 0;
}

const cardPayments = phraseBook({ payment: CARD_PAYMENTS });

function negate(value: bigint | null): bigint | null {
  return value === null ? null : -value;
}

function flagged(entry: LedgerEntry): LedgerEntry {
  return { ...entry, flags: [...entry.flags, 'sign_inferred'] };
}
