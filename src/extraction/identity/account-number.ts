/** Signs that hide the digits of a number. */
const MASK = /[*•●·xX#.…]{2,}/u;
const DATE = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/;
/** `003/2025`: the number of a statement within its year. */
const ORDINAL = /^\d{1,3}\/(?:19|20)\d\d$/;
const PART = /^[\p{Lu}\d*•●·xX#.…/-]+$/u;

/**
 * The account or card number that a text begins with, as printed: `DE02 1203 …`, `40-25-02 12345678`, `**** 1234`,
 * `XXXX-1234`. Words after it (`BIC`, a currency, a name) are not part of it. Null for any other text.
 */
export function accountNumberAt(text: string): string | null {
  const parts: string[] = [];
  for (const word of text.split(' ')) {
    // A comma ends the number, behind its last part.
    const part = word.replace(/[,;]$/, '');
    // The second part of an IBAN may be its bank, in letters.
    const isBank = parts.length === 1 && /^[A-Z]{2}\d{2}$/.test(parts[0] ?? '') && /^[A-Z]{4}$/.test(part);
    if (!PART.test(part) || !(/\d/.test(part) || MASK.test(part) || isBank)) break;
    // After a whole IBAN or a masked number's end comes something else.
    if (parts.length > 0 && /^\p{L}/u.test(part) && !/^(?:[\p{Lu}\d]{4}|[xX#*•●]+\d*|[A-Z0-9]{1,3})$/u.test(part))
      break;
    parts.push(part);
    if (part !== word) break;
  }
  const number = parts.join(' ').replace(/[.,/-]+$/, '');
  if (DATE.test(number) || ORDINAL.test(number)) return null;
  const digits = number.replaceAll(/\D/g, '').length;
  return digits >= 3 && number.length >= 4 && number.length <= 42 ? number : null;
}

const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g;

/** What kind of account it is may stand between the label and the number: `Conto deposito 12-345678 (EUR)`. */
const KIND = /^\p{L}+ (?:\p{L}+ ){0,2}(?=[\p{Lu}\d*•●]\S*\d)/u;

/** The number at the end of a title that begins with the label of an account. */
export function accountNumberInTitle(text: string): string | null {
  const kind = KIND.exec(text)?.[0];
  if (kind === undefined) return null;
  const number = accountNumberAt(text.slice(kind.length));
  const after = number === null ? '' : text.slice(kind.length + number.length);
  return number !== null && /^(?: ?\(?[A-Z]{3}\)?)?$/.test(after) && number.length >= 6 ? number : null;
}

/** The first IBAN in a text, as printed; its check digits tell it from other numbers that look like one. */
export function findIban(text: string): string | null {
  return text.match(IBAN)?.find(isIban) ?? null;
}

/** ISO 13616: the number modulo 97, its first four characters moved to the end and letters counted from 10, is 1. */
export function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '');
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(plain)) return false;
  const digits = (plain.slice(4) + plain.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}

/** `Everyday Checking ••••4821`, `World Mastercard ending in 7781`: a name, and the end of the number alone. */
export function numberBehindName(text: string): string | null {
  const [, end, masked] = BEHIND_NAME.exec(text) ?? [];
  return end ?? masked ?? null;
}

const ENDING =
  'ending(?: in| with)?|endend auf|endet auf|se terminant par|terminant par|terminada en|que termina en|terminante con|eindigend op';
const BEHIND_NAME = new RegExp(
  String.raw`^\p{L}[\p{L}®™&'. ]*? (?:(?:${ENDING}):? ([\d-]{3,8})|((?:[*•●·]{2,} ?|[xX]{3,} ?|\.{3} ?)+\d{3,6}))(?![\d-])(?: |$)`,
  'iu',
);
