import { CURRENCY_CODES, CURRENCY_SYMBOLS } from '../vocabulary/currencies.ts';
import { phraseBook } from '../vocabulary/phrase-book.ts';
import { SIGN_WORDS } from '../vocabulary/signs.ts';

const signWords = phraseBook(SIGN_WORDS);

/** Whether a word is a currency's code or symbol; codes only in capitals, for `try` and `all` are words too. */
export function isCurrency(word: string): boolean {
  if (CURRENCY_CODES.has(word)) return true;
  const lower = word.toLowerCase();
  return Object.hasOwn(CURRENCY_SYMBOLS, lower) || Object.hasOwn(CURRENCY_SYMBOLS, lower.replace(/\.$/, ''));
}

/** The side of the account that a word or letter at a figure names: `CR`, `Soll`, `H`. */
export function sideOf(word: string): 'credit' | 'debit' | null {
  return signWords.meaningOf(word.replace(/\.$/, ''));
}

/** The currency that ends at an offset, as printed. */
export function currencyBefore(text: string, end: number): string | null {
  const [word = ''] = /[\p{L}\p{Sc}$./"]{1,5}$/u.exec(text.slice(Math.max(0, end - 5), end)) ?? [];
  for (let length = word.length; length > 0; length--) {
    const candidate = word.slice(word.length - length);
    const earlier = text[end - length - 1];
    if (earlier !== undefined && /\p{L}/u.test(candidate[0] ?? '') && /[\p{L}\d]/u.test(earlier)) continue;
    if (isCurrency(candidate)) return candidate;
  }
  return null;
}

/** `CNY借` and `€Cr` are two marks without a space between them: the first one. */
export function firstMark(word: string): string {
  if (isCurrency(word) || (/^\p{L}/u.test(word) && sideOf(word) !== null)) return word;
  for (let length = 1; length < word.length; length++) {
    const [first, second] = [word.slice(0, length), word.slice(length)];
    if (isCurrency(first) && sideOf(second) !== null) return first;
    if (sideOf(first) !== null && isCurrency(second)) return first;
  }
  return word;
}
