import { type Ink, ROWS } from './ink.ts';

/** In pixels: letters do not stand on whole ones. */
const REACH = 1;

/** How far two letters differ: 0 where they are the same, 1 where they share nothing; at most `most`. */
export function distance(one: Ink, other: Ink, most: number): number {
  const energy = (energyOf(one) + energyOf(other)) / 2 + 1;
  const middle = Math.round((one.width - other.width) / 2);
  let least = most * energy;
  for (const down of [0, -REACH, REACH]) {
    for (let across = middle - REACH; across <= middle + REACH; across++) {
      least = Math.min(least, difference(one, other, across, down, least));
    }
  }
  return least / energy;
}

const energies = new WeakMap<Uint8Array, number>();

function energyOf({ dark }: Ink): number {
  const known = energies.get(dark);
  if (known !== undefined) return known;
  let sum = 0;
  for (const value of dark) sum += value * value;
  energies.set(dark, sum);
  return sum;
}

/** The sum of the squares of what differs, with the one moved against the other; given up at `most`. */
function difference(one: Ink, other: Ink, across: number, down: number, most: number): number {
  const from = Math.min(0, across);
  const to = Math.max(one.width, across + other.width);
  let sum = 0;
  for (let row = 0; row < ROWS; row++) {
    const ownRow = row * one.width;
    const otherRow = row - down >= 0 && row - down < ROWS ? (row - down) * other.width - across : -1;
    for (let x = from; x < to; x++) {
      const own = x >= 0 && x < one.width ? (one.dark[ownRow + x] ?? 0) : 0;
      const isIn = x >= across && x < across + other.width && row - down >= 0 && row - down < ROWS;
      const gap = own - (isIn ? (other.dark[otherRow + x] ?? 0) : 0);
      sum += gap * gap;
    }
    if (sum >= most) return most;
  }
  return sum;
}

/** The same for a part of a word that touches others: what its first and last columns hold may be theirs. */
export function innerDistance(word: Ink, left: number, form: Ink, margin: number): number {
  let apart = 0;
  let energy = 1;
  for (let row = 0; row < ROWS; row++) {
    for (let x = margin; x < form.width - margin; x++) {
      const at = left + x;
      const own = at >= 0 && at < word.width ? (word.dark[row * word.width + at] ?? 0) : 0;
      const meant = form.dark[row * form.width + x] ?? 0;
      apart += (own - meant) ** 2;
      energy += (own * own + meant * meant) / 2;
    }
  }
  return apart / energy;
}
