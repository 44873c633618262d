import { interpret, type Interpretation } from '../interpret.ts';
import type { Line } from '../layout/word.ts';
import { mendFigures } from './mend-figures.ts';

/** The statements that lines hold, some or all of which were read from pictures. */
export function interpretScanned(lines: readonly Line[]): Interpretation {
  return interpret(mendFigures(lines));
}
