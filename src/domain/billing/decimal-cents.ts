/** `"19.99"` → 1999 hundredths; null where the text is no such amount. PayPal writes amounts as decimals. */
export function centsOf(decimal: string): number | null {
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(decimal) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** 1999 hundredths → `"19.99"`. */
export const decimalOf = (cents: number): string => {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
