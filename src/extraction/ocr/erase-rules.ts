import type { GreyImage } from './grey-image.ts';

/** Darker than this is a rule, even a grey one. */
const DARK = 220;
/** Rules are longer than any stroke of a letter, in shares of the longer side, and thinner than so many pixels. */
const LEAST_LENGTH = 0.035;
const MOST_THICKNESS = 12;

/**
 * Takes the rules out of a level image, across and down: letters that stand close to one are read as part of it, or not
 * at all. Where a stroke of a letter crosses a rule, it stays.
 */
export function eraseRules({ width, height, pixels }: GreyImage): GreyImage {
  const erased = Uint8Array.from(pixels);
  const longest = Math.max(width, height) * LEAST_LENGTH;
  const isDark = (place: number) => (pixels[place] ?? 255) < DARK;
  const eraseAlong = (lanes: number, length: number, laneStep: number, step: number) => {
    for (let lane = 0; lane < lanes; lane++) {
      for (let at = 0; at < length; at++) {
        const from = at;
        while (at < length && isDark(lane * laneStep + at * step)) at++;
        if (at - from < longest) continue;
        for (let dot = from; dot < at; dot++) eraseAcross(dot * step, lane, lanes, laneStep);
      }
    }
  };
  /** Erases a rule where it stands alone: the dark pixels across it, unless they are more than it is thick. */
  const eraseAcross = (offset: number, lane: number, lanes: number, laneStep: number) => {
    let [first, last] = [lane, lane];
    while (first > 0 && isDark(offset + (first - 1) * laneStep) && lane - first <= MOST_THICKNESS) first--;
    while (last < lanes - 1 && isDark(offset + (last + 1) * laneStep) && last - lane <= MOST_THICKNESS) last++;
    if (last - first >= MOST_THICKNESS) return;
    // With the grey at its edges, which is no letter's.
    for (let own = Math.max(0, first - 1); own <= Math.min(lanes - 1, last + 1); own++) {
      erased[offset + own * laneStep] = 255;
    }
  };
  eraseAlong(height, width, width, 1);
  eraseAlong(width, height, 1, width);
  return { width, height, pixels: erased };
}
