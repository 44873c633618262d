import type { GreyImage } from './grey-image.ts';

/** Darker than this is a dot. */
const DARK = 190;
/** In pixels, with about 300 an inch: how large a dot is at most, and how far it is from one to the next. */
const MOST_DOT = 9;
const PITCHES = { least: 5, most: 24 };
/** Dots of one leader are as far from each other, but for so many pixels; and fewer are an ellipsis. */
const SAME_PITCH = 2;
const FEWEST_DOTS = 8;
/** In pixels, what is empty around a dot of a leader. */
const CLEAR = { above: 14, beside: 8 };

/**
 * Takes the dots out that lead from a text to its figure: they are read as words that nobody wrote, and spoil those
 * beside them.
 */
export function eraseLeaders({ width, height, pixels }: GreyImage): GreyImage {
  const erased = Uint8Array.from(pixels);
  const isDark = (x: number, y: number) => (pixels[y * width + x] ?? 255) < DARK;
  for (let y = 0; y < height; y++) {
    let leader: number[] = [];
    const finish = () => {
      if (leader.length >= FEWEST_DOTS) for (const middle of leader) eraseDot(erased, width, height, middle, y);
      leader = [];
    };
    for (let x = 0; x < width; x++) {
      if (!isDark(x, y)) continue;
      const from = x;
      while (x < width && isDark(x, y)) x++;
      const middle = (from + x - 1) >> 1;
      if (x - from > MOST_DOT || heightAt(isDark, middle, y, height) > MOST_DOT || !isFreeAbove(isDark, middle, y)) {
        finish();
        continue;
      }
      const last = leader.at(-1);
      if (last !== undefined && !continues(leader, middle)) finish();
      leader.push(middle);
    }
    finish();
  }
  return { width, height, pixels: erased };
}

function continues(leader: readonly number[], middle: number): boolean {
  const [before, last] = [leader.at(-2), leader.at(-1) ?? 0];
  const pitch = middle - last;
  if (pitch < PITCHES.least || pitch > PITCHES.most) return false;
  return before === undefined || Math.abs(pitch - (last - before)) <= SAME_PITCH;
}

function heightAt(isDark: (x: number, y: number) => boolean, x: number, y: number, height: number): number {
  let [top, bottom] = [y, y];
  while (top > 0 && isDark(x, top - 1) && bottom - top <= MOST_DOT) top--;
  while (bottom < height - 1 && isDark(x, bottom + 1) && bottom - top <= MOST_DOT) bottom++;
  return bottom - top + 1;
}

/** Above the lowest strokes of figures, which are all as wide, the rest of them stands. */
function isFreeAbove(isDark: (x: number, y: number) => boolean, x: number, y: number): boolean {
  let top = y;
  while (top > 0 && isDark(x, top - 1)) top--;
  for (let row = Math.max(0, top - CLEAR.above); row < top - 1; row++) {
    for (let column = x - CLEAR.beside; column <= x + CLEAR.beside; column++) if (isDark(column, row)) return false;
  }
  return true;
}

/** With the grey around it. */
function eraseDot(pixels: Uint8Array, width: number, height: number, middle: number, y: number): void {
  const reach = (MOST_DOT >> 1) + 1;
  for (let row = Math.max(0, y - 2); row <= Math.min(height - 1, y + 2); row++) {
    pixels.fill(255, row * width + Math.max(0, middle - reach), row * width + Math.min(width, middle + reach + 1));
  }
}
