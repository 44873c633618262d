import { darkRuns, type Ink, partOf } from './ink.ts';
import { MOST_SHARED, splitTouching } from './split-touching.ts';
import { type Letter, nearestLetter, nearestWithin, type Typeface } from './typeface.ts';

/** Letters that are close to each other are tried apart where columns are no darker than one of these. */
const GAPS = [20, 60, 110];
/** What is wider, in digits, may be two letters; what is wider than the last is not tried. */
const SEVERAL = 1.2;
const TOO_MANY = 6;
/** A letter that is as near to a form is that one, whatever it is as wide as. */
const NEAR = 0.2;

/** The letters of a word by their forms alone. */
export function readLetters(ink: Ink, typeface: Typeface, depth = 0): Letter[] {
  const gap = GAPS[depth];
  if (gap === undefined) return readTouching(ink, typeface);
  return darkRuns(ink, gap).flatMap((run) => {
    const part = partOf(ink, run);
    return part.width < SEVERAL * typeface.digitWidth
      ? [nearestLetter(part, typeface)]
      : readLetters(part, typeface, depth + 1);
  });
}

function readTouching(ink: Ink, typeface: Typeface): Letter[] {
  const whole = nearestLetter(ink, typeface);
  const { digitWidth } = typeface;
  if (whole.apart < NEAR || ink.width < SEVERAL * digitWidth || ink.width > TOO_MANY * digitWidth) return [whole];
  const parts = (splitTouching(ink, typeface) ?? []).map((run) => nearestWithin(ink, run, typeface, MOST_SHARED));
  return parts.length > 1 && Math.max(...parts.map(({ apart }) => apart)) < whole.apart ? parts : [whole];
}
