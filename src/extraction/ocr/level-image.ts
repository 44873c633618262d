import type { GreyImage } from './grey-image.ts';

/** Side of the squares whose paper is measured, in shares of the image's shorter side. */
const SQUARE = 1 / 40;
/** The paper of a square is as bright as its brightest pixels but for these, in shares. */
const SPECKS = 0.1;

/** So many times its usual distance noise hardly ever strays. */
const NOISE_REACH = 4;
/** Paper that is darker than this is none. */
const DARKEST_PAPER = 170;
/** In shares of the usual paper: no shadow on a sheet is as dark as this, but bars and the scanner's lid are. */
const BAR = 0.45;

/**
 * White paper and black ink, whatever the light was: every pixel is set in relation to the paper around it, and what is
 * left is stretched from the darkest ink to the paper, all noise of which becomes white.
 */
export function levelImage({ width, height, pixels }: GreyImage): GreyImage {
  const side = Math.max(16, Math.round(Math.min(width, height) * SQUARE));
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const measured = withoutBars(measurePaper({ width, height, pixels }, side, columns, rows));
  const paper = smooth(measured, columns, rows);
  const levelled = new Uint8Array(pixels.length);
  const counts = new Uint32Array(256);
  for (let y = 0; y < height; y++) {
    const v = Math.min(rows - 1, Math.max(0, (y + 0.5) / side - 0.5));
    const top = Math.floor(v);
    const bottom = Math.min(rows - 1, top + 1);
    for (let x = 0; x < width; x++) {
      const u = Math.min(columns - 1, Math.max(0, (x + 0.5) / side - 0.5));
      const left = Math.floor(u);
      const right = Math.min(columns - 1, left + 1);
      const above = mix(paper[top * columns + left] ?? 255, paper[top * columns + right] ?? 255, u - left);
      const below = mix(paper[bottom * columns + left] ?? 255, paper[bottom * columns + right] ?? 255, u - left);
      const value = Math.min(255, ((pixels[y * width + x] ?? 255) * 255) / mix(above, below, v - top));
      levelled[y * width + x] = value;
      counts[levelled[y * width + x] ?? 255] = (counts[levelled[y * width + x] ?? 255] ?? 0) + 1;
    }
  }
  return { width, height, pixels: stretch(levelled, counts) };
}

function measurePaper({ width, height, pixels }: GreyImage, side: number, columns: number, rows: number): Float64Array {
  const paper = new Float64Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let total = 0;
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y++) {
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x++) {
          const value = pixels[y * width + x] ?? 255;
          counts[value] = (counts[value] ?? 0) + 1;
          total++;
        }
      }
      let value = 255;
      for (let seen = 0; value > 1; value--) {
        seen += counts[value] ?? 0;
        if (seen > total * SPECKS) break;
      }
      paper[row * columns + column] = Math.max(32, value);
    }
  }
  return paper;
}

/** Bars with light letters on them are ink: as paper of their own they would become noise that is read as letters. */
function withoutBars(paper: Float64Array): Float64Array {
  const usual = paper.toSorted()[paper.length >> 1] ?? 255;
  return paper.map((value) => (value < BAR * usual ? usual : value));
}

/** A square that ink covers (a bar, a picture) is as bright as the paper beside it. */
function smooth(paper: Float64Array, columns: number, rows: number): Float64Array {
  const smoothed = new Float64Array(paper.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const around: number[] = [];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          around.push(paper[y * columns + x] ?? 255);
        }
      }
      around.sort((a, b) => a - b);
      smoothed[row * columns + column] = around[Math.floor(around.length * 0.6)] ?? 255;
    }
  }
  return smoothed;
}

/** The darkest thousandth is black, and the paper with its noise is white: most pixels are paper. */
function stretch(pixels: Uint8Array, counts: Uint32Array): Uint8Array {
  const black = Math.min(160, levelOf(counts, pixels.length / 1000));
  const paper = levelOf(counts, pixels.length / 2);
  const white = Math.max(DARKEST_PAPER, paper - NOISE_REACH * usualDistance(counts, paper, pixels.length));
  const scale = 255 / (white - black);
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.max(0, Math.round((value - black) * scale))),
  );
  return pixels.map((value) => table[value] ?? 255);
}

/** The median distance of the pixels from a level of grey. */
function usualDistance(counts: Uint32Array, level: number, pixels: number): number {
  let distance = 0;
  for (let seen = counts[level] ?? 0; seen * 2 < pixels && distance < 255;) {
    distance++;
    seen += (counts[level - distance] ?? 0) + (counts[level + distance] ?? 0);
  }
  return distance;
}

/** The level of grey that so many pixels do not exceed. */
function levelOf(counts: Uint32Array, pixels: number): number {
  let level = 0;
  for (let seen = 0; level < 255; level++) {
    seen += counts[level] ?? 0;
    if (seen > pixels) break;
  }
  return level;
}

const mix = (one: number, other: number, share: number): number => one + (other - one) * share;
