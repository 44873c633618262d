import { interpret, type Interpretation } from '../interpret.ts';
import type { Line } from '../layout/word.ts';
import { joinDecimals } from './join-decimals.ts';
import { mendDates } from './mend-dates.ts';
import { mendFigures } from './mend-figures.ts';
import { mendNumericDates } from './mend-numeric-dates.ts';
import { mendSigns } from './mend-signs.ts';
import { partDays, readDays } from './part-days.ts';
import { repairFigures } from './repair-figures.ts';

/** What gives lines back what OCR has lost of them, in this order. */
const MENDS = [readDays, partDays, mendDates, mendNumericDates, joinDecimals, mendFigures, mendSigns];

/** The statements that lines hold, some or all of which were read from pictures. */
export function interpretScanned(lines: readonly Line[]): Interpretation {
  const mended = MENDS.reduce((own, mend) => mend(own), lines);
  return repairFigures({ lines: mended, interpretation: interpret(mended) }, interpret).interpretation;
}
