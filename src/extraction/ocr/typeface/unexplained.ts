import { type Ink, ROWS } from './ink.ts';

/** What a form that begins at this column leaves of the ink, or has more than it, as a sum of squares. */
export function unexplained(word: Ink, left: number, form: Ink): number {
  let sum = 0;
  for (let row = 0; row < ROWS; row++) {
    const from = row * word.width + left;
    const inside = Math.min(form.width, word.width - left);
    for (let x = 0; x < form.width; x++) {
      const gap = (x < inside ? (word.dark[from + x] ?? 0) : 0) - (form.dark[row * form.width + x] ?? 0);
      sum += gap * gap;
    }
  }
  return sum;
}
