import { type DecimalMark, readFigure, SCALE } from '../tokens/amount.ts';
import { MONEY_DECIMALS, readMoney } from './money.ts';

/**
 * The decimal mark of a file: figures that can be read with one mark only decide; `habit` wins where none does.
 */
export function settleMark(texts: readonly string[], habit: DecimalMark): DecimalMark {
  let dot = 0;
  let comma = 0;
  for (const text of texts) {
    const readings = readFigure(unsigned(text))?.readings;
    if (readings === undefined) continue;
    if (readings['.'] !== null && readings[','] === null) dot++;
    if (readings[','] !== null && readings['.'] === null) comma++;
  }
  if (dot === comma) return habit;
  return dot > comma ? '.' : ',';
}

/** A signed figure as people and programs write it, with a decimal mark that is settled. Null for anything else. */
export function readMarkedMoney(text: string, mark: DecimalMark): bigint | null {
  const figure = readFigure(unsigned(text));
  const reading = figure?.readings[mark] ?? figure?.readings[mark === '.' ? ',' : '.'];
  if (reading === undefined || reading === null) return readMoney(text);
  return (isNegative(text) ? -1n : 1n) * reading.value * (10n ** BigInt(MONEY_DECIMALS) / SCALE);
}

const MINUS = /[-\u2010-\u2015\u2212\ufe63\uff0d]/;

/** `-1`, `1-`, `(1)`. */
function isNegative(text: string): boolean {
  const trimmed = text.trim();
  return MINUS.test(trimmed[0] ?? '') || MINUS.test(trimmed.at(-1) ?? '') || /^\(.*\)$/.test(trimmed);
}

function unsigned(text: string): string {
  return text.trim().replaceAll(/^[-+(\u2010-\u2015\u2212\ufe63\uff0d ]+|[-+)\u2010-\u2015\u2212\ufe63\uff0d ]+$/g, '');
}
