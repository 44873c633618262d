/**
 * Money of files for machines is counted in hundred-millionths of the currency's unit, so that every figure they may
 * write is exact: ISO 20022 allows five decimals, and some exports write more zeros than that.
 */
export const MONEY_DECIMALS = 8;
const SCALE = 10n ** BigInt(MONEY_DECIMALS);
/** Longer figures are no money. */
const MOST_DIGITS = 18;

/**
 * A figure as a machine writes it: digits with at most one decimal mark, point or comma, and perhaps a sign in front.
 * Groups of thousands are read where both marks occur (`1,234.56`). Null for anything else.
 */
export function readMoney(text: string): bigint | null {
  const compact = text.replaceAll(/[\s\u00a0]/g, '').replaceAll(/[\u2212\u2010-\u2015]/g, '-');
  const plain = withoutGroups(compact);
  const match = /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(plain);
  if (match === null) return null;
  const [, sign = '', whole = '', decimals = ''] = match;
  return (whole === '' && decimals === '') || whole.length > MOST_DIGITS || hasTooManyDecimals(decimals)
    ? null
    : (sign === '-' ? -1n : 1n) * BigInt(whole + decimals.slice(0, MONEY_DECIMALS).padEnd(MONEY_DECIMALS, '0'));
}

function hasTooManyDecimals(decimals: string): boolean {
  return decimals.length > MONEY_DECIMALS && /[1-9]/.test(decimals.slice(MONEY_DECIMALS));
}

/** `1,234,567.89` and `1.234.567,89`: the mark that comes last is the decimal one. */
function withoutGroups(text: string): string {
  const mark = text[Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))];
  if (mark === undefined) return text;
  const other = mark === '.' ? ',' : '.';
  const isGrouped = new RegExp(`^[+-]?\\d{1,3}(?:[${other}]\\d{3})+[${mark}]\\d*$`).test(text);
  return isGrouped ? text.replaceAll(other, '') : text;
}

/** A plain decimal string with at least two decimals, and more only where they are not zero. */
export function printMoney(value: bigint): string {
  const size = value < 0n ? -value : value;
  const decimals = (size % SCALE).toString().padStart(MONEY_DECIMALS, '0').replace(/0+$/, '').padEnd(2, '0');
  return `${value < 0n ? '-' : ''}${size / SCALE}.${decimals}`;
}
