import { ExtractionError } from '../extraction-error.ts';

/** A4 at 600 dots an inch has 35 million; phones take up to 50, and some 108. */
const MOST_PIXELS = 120_000_000;
/** So little is no page. */
const LEAST_SIDE = 100;

/** @throws {ExtractionError} where a picture is too large to be decoded, or too small to hold a statement */
export function requirePictureSize({ width, height }: { width: number; height: number }): void {
  if (!(width * height <= MOST_PIXELS)) {
    throw new ExtractionError(
      'memory_limit',
      `The picture has ${width} × ${height} pixels, too many to be read. Scan it with 300 dots an inch, or make it smaller.`,
    );
  }
  if (Math.min(width, height) < LEAST_SIDE) {
    throw new ExtractionError(
      'damaged_file',
      `The picture has only ${width} × ${height} pixels. Scan the statement with 300 dots an inch.`,
    );
  }
}

export const damagedPicture = (cause?: unknown): ExtractionError =>
  new ExtractionError('damaged_file', 'The picture is damaged. Scan or photograph the statement again.', { cause });
