/** Scripts that put no spaces between words: each of their letters counts as a word, so that a word is a run of them. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/** Accents, and apostrophes within words. Marks of Thai are letters of their own. */
const DROPPED = /(?!\p{Script=Thai})\p{Mn}|['’]/gu;

/** Letters that no notation of Unicode writes apart from their accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ı: 'i' };

/**
 * The words of a text as they are compared: lower case, without accents, letters and figures only. `McDonald's` is
 * `mcdonalds`, `Caffè-Bar` is two words, `東京電力` is four.
 */
export const foldedWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(DROPPED, '')
    .toLowerCase()
    .replace(/[ßøłæœđı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(SPACELESS, ' $& ')
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
