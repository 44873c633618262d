/**
 * Exact arithmetic on decimal strings such as `-1234.50`. A figure is held as a bigint of its smallest printed unit,
 * so that no sum ever meets a float.
 */
type Decimal = { units: bigint; scale: number };

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Adds decimal strings; the result has as many decimals as the longest of them. Throws a RangeError on any other text. */
export const sumDecimals = (figures: readonly string[]): string => {
  let sum = { units: 0n, scale: 0 };
  for (const figure of figures) {
    const { units, scale } = parse(figure);
    if (scale > sum.scale) sum = { units: sum.units * 10n ** BigInt(scale - sum.scale), scale };
    sum.units += scale === sum.scale ? units : units * 10n ** BigInt(sum.scale - scale);
  }
  return print(sum);
};

export const negateDecimal = (figure: string): string => {
  if (/^-(?:0|[1-9]\d*)(?:\.\d+)?$/.test(figure)) return figure.slice(1);
  const { units, scale } = parse(figure);
  return print({ units: -units, scale });
};

export const subtractDecimals = (minuend: string, subtrahend: string): string =>
  sumDecimals([minuend, negateDecimal(subtrahend)]);

/** -1, 0 or 1. */
export const signOfDecimal = (figure: string): -1 | 0 | 1 => {
  mustBeDecimal(figure);
  if (!/[1-9]/.test(figure)) return 0;
  return figure.startsWith('-') ? -1 : 1;
};

/** The digits after the point that say something: `1200.00` has none, `0.250` has two. */
export const decimalsNeeded = (figure: string): number => {
  mustBeDecimal(figure);
  const point = figure.indexOf('.');
  if (point < 0) return 0;
  let end = figure.length;
  while (figure[end - 1] === '0') end -= 1;
  return end - point - 1;
};

/** `1200.50` and `1200.5` are one figure: its shortest notation, for comparing and hashing. */
export const canonicalDecimal = (figure: string): string => print(withoutTrailingZeros(parse(figure)));

/** The digits that carry the figure's value, zeros at either end left out. */
export const significantDigits = (figure: string): number =>
  canonicalDecimal(figure).replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;

const mustBeDecimal = (figure: string): void => {
  if (!DECIMAL.test(figure)) throw new RangeError(`Not a decimal: ${JSON.stringify(figure)}`);
};

const parse = (figure: string): Decimal => {
  const match = DECIMAL.exec(figure);
  if (!match) throw new RangeError(`Not a decimal: ${JSON.stringify(figure)}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
};

const print = ({ units, scale }: Decimal): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale > 0 ? `.${digits.slice(-scale)}` : '';
  return `${units < 0n ? '-' : ''}${whole}${fraction}`;
};

const withoutTrailingZeros = ({ units, scale }: Decimal): Decimal =>
  scale > 0 && units % 10n === 0n ? withoutTrailingZeros({ units: units / 10n, scale: scale - 1 }) : { units, scale };
