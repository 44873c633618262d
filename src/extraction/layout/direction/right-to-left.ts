/** Letters of Hebrew and Arabic, with Persian and Urdu, and their presentation forms; their digits are not among them. */
const LETTERS = String.raw`\u05d0-\u05f4\u0620-\u064a\u066e-\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc`;
const LETTER = new RegExp(`[${LETTERS}]`);

/** Whether a text has letters that are written from right to left; digits of any script are written the other way. */
export const hasRightToLeft = (text: string): boolean => LETTER.test(text);

/** The same of one code point. */
export const isRightToLeft = (code: number): boolean =>
  code >= 0x5d0 && code <= 0xfefc && LETTER.test(String.fromCharCode(code));

/**
 * What is written to the right inside of a word: Latin letters and digits, with the marks between them and a percent sign
 * behind (UAX #9, W4 to W7). Anything else is one letter with its marks.
 */
const PIECE = new RegExp(
  String.raw`(?![${LETTERS}])[\p{L}\p{N}](?:[^${LETTERS}]*(?![${LETTERS}])[\p{L}\p{N}%])?|.\p{M}*`,
  'gsu',
);

/** Marks of direction, and the stroke that draws words out. */
const UNSPOKEN = /[\u0640\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const PRESENTATION_FORM = /[\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * The text of a word as it is spelled, from its characters as they stand from left to right. Letters that a font draws
 * by their shapes (presentation forms) become letters.
 */
export function spelled(visual: string): string {
  const pieces = visual.replaceAll(UNSPOKEN, '').match(PIECE) ?? [];
  const text = facing(pieces.toReversed().join(''));
  return PRESENTATION_FORM.test(text) ? text.normalize('NFKC') : text;
}

/**
 * Brackets as a reader means them. Some PDFs say how a bracket looks, some what it does: one that closes at a word's
 * beginning, or opens at its end, was said as it looks.
 */
function facing(text: string): string {
  return text.replace(/^[)\]}>»]+(?=.)/su, mirrored).replace(/(?<=.)[([{<«]+$/su, mirrored);
}

const PAIRS = '()[]{}<>«»';

function mirrored(brackets: string): string {
  return [...brackets].map((bracket) => PAIRS[PAIRS.indexOf(bracket) ^ 1] ?? bracket).join('');
}
