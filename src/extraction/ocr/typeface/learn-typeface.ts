import type { GreyImage } from '../grey-image.ts';
import { AGREED, OUTVOTED, type ReadWord } from '../read-again.ts';
import { alignText } from './align-text.ts';
import { cutLetters } from './cut-letters.ts';
import { inkOf, partOf } from './ink.ts';
import { learnForms, makeTypeface, type Typeface } from './typeface.ts';

type Learnt = { text: string; ink: ReturnType<typeof partOf> };

/**
 * How digits and what stands beside them look on a page, by its own words: from those on which all readings agree, and
 * for letters that always touch others, as a `€` may, from what is left of a word besides the letters that are known.
 */
export function learnTypeface(words: readonly ReadWord[], image: GreyImage): Typeface {
  const learnt: Learnt[] = [];
  const touching: Learnt[] = [];
  for (const { text, alternatives, certainty, bbox } of words) {
    const ink = certainty < OUTVOTED ? null : inkOf(bbox, image);
    if (ink === null) continue;
    const letters = certainty < AGREED ? null : cutLetters(ink, text);
    if (letters !== null) learnt.push(...[...text].map((letter, at) => ({ text: letter, ink: letters[at] ?? ink })));
    else touching.push(...[text, ...(certainty < AGREED ? alternatives : [])].map((own) => ({ text: own, ink })));
  }
  const typeface = makeTypeface(learnForms(learnt));
  if (!Number.isFinite(typeface.digitWidth)) return typeface;
  const known = new Set(typeface.forms.map(({ text }) => text));
  const more = touching.flatMap(({ text, ink }) => {
    const letters = [...text];
    const runs = letters.every((letter) => known.has(letter)) ? null : alignText(ink, text, typeface);
    return (runs ?? []).flatMap((run, at) => {
      const letter = letters[at] ?? '';
      return known.has(letter) ? [] : [{ text: letter, ink: partOf(ink, run) }];
    });
  });
  return more.length === 0 ? typeface : makeTypeface(learnForms([...learnt, ...more]));
}
