import { interpret, type Interpretation } from '../interpret.ts';
import type { Line } from '../layout/word.ts';
import { joinDecimals } from './join-decimals.ts';
import { mendDates } from './mend-dates.ts';
import { mendFigures } from './mend-figures.ts';
import { mendNumericDates } from './mend-numeric-dates.ts';
import { partDays, readDays } from './part-days.ts';
import { repairFigures } from './repair-figures.ts';

/** The statements that lines hold, some or all of which were read from pictures. */
export function interpretScanned(lines: readonly Line[]): Interpretation {
  const mended = mendFigures(joinDecimals(mendNumericDates(mendDates(partDays(readDays(lines))))));
  return repairFigures({ lines: mended, interpretation: interpret(mended) }, interpret).interpretation;
}
