import { columnEnergies, type Ink, type Run } from './ink.ts';
import type { Typeface } from './typeface.ts';
import { unexplained } from './unexplained.ts';

/** A letter without a form is so wide, in digits. */
const UNKNOWN_WIDTHS = { least: 0.6, most: 1.35 };
/** It explains its ink but for this share, lest it explain what others do. */
const UNKNOWN_LEFT = 0.15;
/** Letters whose forms are known may share so many columns. */
const MOST_SHARED = 2;
/** What may be left unexplained, in shares of the ink. */
const MOST_LEFT = 0.12;

/** Where the letters of a text begin and end that is known, even where some have no form; null where it does not fit. */
export function alignText(ink: Ink, text: string, { forms, digitWidth }: Typeface): Run[] | null {
  const { width } = ink;
  const energies = columnEnergies(ink);
  const sums = [0];
  for (const energy of energies) sums.push((sums.at(-1) ?? 0) + energy);
  const within = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const letters = [...text];
  /** The least that is left of the ink before each column, with all letters so far in their places. */
  let least = Array.from({ length: width + 1 }, (_, x) => within(0, x));
  let starts = least.map(() => 0);
  const steps = letters.map((letter) => {
    const own = forms.filter((form) => form.text === letter);
    const next = least.map(() => Infinity);
    const from: ({ start: number; before: number } | undefined)[] = [];
    const reach = (start: number, to: number, more: number) => {
      const cost = (least[start] ?? Infinity) + more;
      if (to <= start || cost >= (next[to] ?? Infinity)) return;
      next[to] = cost;
      from[to] = { start, before: starts[start] ?? 0 };
    };
    for (let x = 0; x < width; x++) {
      for (const form of own) {
        if (x + form.width > width + 2) continue;
        const more = unexplained(ink, x, form);
        for (let shared = 0; shared <= MOST_SHARED; shared++) reach(x, Math.min(width, x + form.width - shared), more);
      }
      if (own.length > 0) continue;
      const most = Math.min(width, x + Math.floor(UNKNOWN_WIDTHS.most * digitWidth));
      for (let to = x + Math.ceil(UNKNOWN_WIDTHS.least * digitWidth); to <= most; to++) {
        reach(x, to, UNKNOWN_LEFT * within(x, to));
      }
    }
    // Behind a letter, columns may be left.
    least = next;
    starts = least.map((_, x) => x);
    for (let x = 0; x < width; x++) {
      const cost = (least[x] ?? Infinity) + (energies[x] ?? 0);
      if (cost < (least[x + 1] ?? Infinity)) [least[x + 1], starts[x + 1]] = [cost, starts[x] ?? x];
    }
    return from;
  });
  if ((least[width] ?? Infinity) > MOST_LEFT * within(0, width)) return null;
  const runs: Run[] = [];
  let to = starts[width] ?? width;
  for (const from of steps.toReversed()) {
    const step = from[to];
    if (step === undefined) return null;
    runs.unshift({ from: step.start, to });
    to = step.before;
  }
  return runs;
}
