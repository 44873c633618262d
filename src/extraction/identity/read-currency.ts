import type { TokenLine } from '../tokens/read-tokens.ts';
import { CURRENCY_CODES, CURRENCY_SYMBOLS } from '../vocabulary/currencies.ts';

/** The ISO code for a code or symbol as printed; null where the sign belongs to many currencies. */
export function isoCurrency(printed: string): string | null {
  if (CURRENCY_CODES.has(printed)) return printed;
  const lower = printed.toLowerCase();
  return CURRENCY_SYMBOLS[lower] ?? CURRENCY_SYMBOLS[lower.replace(/\.$/, '')] ?? null;
}

/** A code counts more than a symbol, and a figure's own more than one in the text around. */
const CODE_AT_FIGURE = 4;
const SYMBOL_AT_FIGURE = 2;
const CODE_IN_TEXT = 1;

/** The currency that most of the lines speak of, or null where they name none. */
export function readCurrency(lines: readonly TokenLine[]): string | null {
  const votes = new Map<string, number>();
  const vote = (code: string | null, weight: number) => {
    if (code !== null) votes.set(code, (votes.get(code) ?? 0) + weight);
  };
  for (const line of lines) {
    for (const { currency } of line.amounts) {
      if (currency === null) continue;
      vote(isoCurrency(currency), CURRENCY_CODES.has(currency) ? CODE_AT_FIGURE : SYMBOL_AT_FIGURE);
    }
    for (const word of line.text.words) {
      for (const code of word.text.match(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g) ?? []) {
        if (CURRENCY_CODES.has(code)) vote(code, CODE_IN_TEXT);
      }
    }
  }
  const [best] = [...votes].toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}
