import type { DecimalMark, Reading } from '../tokens/amount.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { CURRENCY_SYMBOLS } from '../vocabulary/currencies.ts';

/** How the figures of a document are written. */
export type Notation = {
  mark: DecimalMark;
  /** Amounts have no decimals, as in yen and won. */
  wholeUnits: boolean;
  /** Several amounts are printed with marks between their groups of digits: four digits without one are a number. */
  isGrouped?: boolean;
};

/** Whether a figure may be money in a document that is written so. */
export function mayBeMoney(token: AmountToken, { wholeUnits, isGrouped }: Notation): boolean {
  if (token.isMoney || token.currency !== null) return true;
  return wholeUnits && !(isGrouped === true && (token.readings['.']?.value ?? 0n) >= LEAST_GROUPED);
}

/** A thousand, in thousandths. */
const LEAST_GROUPED = 1_000_000n;
/** So many amounts with grouped digits are a habit. */
const HABIT = 5;

/** Figures with two decimals or several groups can be read in one way only; they decide for all. */
export function settleNotation(lines: readonly TokenLine[]): Notation {
  let dot = 0;
  let comma = 0;
  let withDecimals = 0;
  let threeDecimals = 0;
  let whole = 0;
  // Lines with a date and figures: with decimals, or in whole numbers only.
  let decimalRows = 0;
  let wholeRows = 0;
  for (const line of lines) {
    if (line.dates.some((date) => date.strength === 'strong') && line.amounts.length > 0) {
      if (line.amounts.some((token) => token.isMoney && !mayBeDate(token, line) && !isGroupedOnly(token)))
        decimalRows++;
      else wholeRows++;
    }
    for (const token of line.amounts) {
      if (!token.isMoney || mayBeDate(token, line)) continue;
      const { '.': asDot, ',': asComma } = token.readings;
      if (asDot !== null && asComma === null) dot++;
      if (asComma !== null && asDot === null) comma++;
      if (hasThreeDecimals(asDot, asComma)) threeDecimals++;
      if (isGroupedOnly(token)) whole++;
      else withDecimals++;
    }
  }
  const openMark = marksOf(lines);
  if (dot === comma && withDecimals === 0 && openMark !== null && countsThousandths(lines)) {
    return { mark: openMark, wholeUnits: false };
  }
  // `1,234` alone is grouped, and so has no decimals: the mark is the other one.
  const mark = dot === comma ? (whole > 0 && openMark === '.' ? ',' : '.') : dot > comma ? '.' : ',';
  const hasDecimals =
    withDecimals * 4 >= whole && (decimalRows * 4 >= wholeRows || withDecimals > 2 * wholeRows || wholeRows < 2);
  const wholeUnits = threeDecimals === 0 && (withDecimals === 0 || !hasDecimals);
  return { mark, wholeUnits, isGrouped: whole >= HABIT };
}

/** Dinars and rials of a thousand parts (ISO 4217), written with all three decimals: `46.527` is no thousands. */
const OF_THOUSANDTHS = new Set(['BHD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** Whether the document names such a currency, beside its figures or anywhere. */
function countsThousandths(lines: readonly TokenLine[]): boolean {
  return lines.some(
    ({ amounts, text }) =>
      amounts.some(({ currency }) => currency !== null && OF_THOUSANDTHS.has(codeOf(currency))) ||
      text.text.split(/[^A-Z]+/).some((word) => OF_THOUSANDTHS.has(word)),
  );
}

/** The code of a currency as it is printed beside a figure. */
function codeOf(printed: string): string {
  return CURRENCY_SYMBOLS[printed.toLowerCase().replace(/\.$/, '')] ?? printed;
}

/** `31.01` is a day and says nothing about amounts. */
function mayBeDate(token: AmountToken, { dates }: TokenLine): boolean {
  return dates.some((date) => date.start < token.end && token.start < date.end);
}

/** `1,234.567`: the dinars of the Gulf. */
function hasThreeDecimals(asDot: Reading | null, asComma: Reading | null): boolean {
  return (asDot === null) !== (asComma === null) && (asDot ?? asComma)?.decimals === 3;
}

/** `1,234` or `12.345.678`: groups and no decimals, unless three decimals are meant. */
function isGroupedOnly({ readings }: AmountToken): boolean {
  return Math.min(readings['.']?.decimals ?? 3, readings[',']?.decimals ?? 3) === 0;
}

/** The mark inside figures that could be read both ways. */
function marksOf(lines: readonly TokenLine[]): DecimalMark | null {
  for (const line of lines) {
    for (const token of line.amounts) {
      const { '.': asDot, ',': asComma } = token.readings;
      if (!token.isMoney || asDot === null || asComma === null) continue;
      if (asDot.decimals > 0 && asComma.decimals === 0) return '.';
      if (asComma.decimals > 0 && asDot.decimals === 0) return ',';
    }
  }
  return null;
}

/** A figure's reading; one that makes no sense with the document's mark is read with the other. */
export function readingOf(token: AmountToken, { mark }: Notation): Reading {
  const reading = token.readings[mark] ?? token.readings[mark === '.' ? ',' : '.'];
  return reading ?? { value: 0n, decimals: 0 };
}
