import type { Word } from '../layout/word.ts';

/** So many long words tell a typeface, and so far the middle half of them may differ: in others it is a fifth. */
const FEWEST_WORDS = 8;
const SAME_PITCH = 0.06;
const LONG = 5;
const SURE = 0.7;
/** What a letter leaves free of its place on both sides, in shares of it. */
const FREE = 0.25;

/**
 * Letters of a typewriter face are all as wide as their places, and words are measured by their ink. With the free part
 * of their outer places, words of one text stand as close together as they do in a text layer.
 */
export function withTypewriterPlaces(words: readonly Word[]): Word[] {
  const pitch = typewriterPitch(words);
  if (pitch === null) return [...words];
  return words.map((word) => {
    const free = word.text.length * pitch - (word.right - word.left);
    const own = Math.max(0, Math.min(free, pitch)) / 2;
    return { ...word, left: word.left - own, right: word.right + own };
  });
}

/** How far apart letters stand, in points; null where they are not all as wide as each other. */
function typewriterPitch(words: readonly Word[]): number | null {
  const pitches = words
    .filter(({ text, certainty }) => text.length >= LONG && (certainty ?? 1) >= SURE)
    .map(({ text, left, right }) => (right - left) / (text.length - FREE))
    .toSorted((a, b) => a - b);
  if (pitches.length < FEWEST_WORDS) return null;
  const at = (share: number) => pitches[Math.floor(share * (pitches.length - 1))] ?? 0;
  return at(0.75) - at(0.25) < SAME_PITCH * at(0.5) ? at(0.5) : null;
}
