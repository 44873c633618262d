import { CURRENCY_CODES, CURRENCY_SYMBOLS } from '../../vocabulary/currencies.ts';

const CODE = /(?<![A-Z])[A-Z]{3}(?![A-Z])/g;
/** The euro is written out, in whatever case the language asks for. */
const EUROS = /(?<!\p{L})euro(?:s|a|n)?(?!\p{L})/iu;

/** The currency that the heading of figures names: `Amount (GBP)`, `CAD$`, `Betrag (€)`, `Débit euros`, `출금(원)`. */
export function currencyOfHeading(text: string): string | null {
  const code = text.match(CODE)?.find((match) => CURRENCY_CODES.has(match));
  if (code !== undefined) return code;
  if (EUROS.test(text)) return 'EUR';
  for (const part of text.split(/\s+/)) {
    // Letters that stand for a currency are words of many languages, unless brackets set them apart.
    const sign = /[(（[]([^()（）[\]]{1,5})[)）\]]/u.exec(part)?.[1] ?? (/\p{L}/u.test(part) ? '' : part);
    const currency = currencyOfSign(sign);
    if (currency !== null) return currency;
  }
  return null;
}

/** ISO 4217 for a code in any case, or for a sign that stands for one currency alone; null for anything else. */
export function currencyOfSign(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.trim();
  const code = plain.toUpperCase();
  return CURRENCY_CODES.has(code) ? code : (CURRENCY_SYMBOLS[plain.toLowerCase()] ?? null);
}
