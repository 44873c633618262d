import type { GreyImage } from '../../../../src/extraction/ocr/grey-image.ts';

const SHORT = 3;
const LONG = 4;

/** A TIFF of grey pages, without compression (TIFF 6.0, sections 2 and 4). */
export function writeTiff(pages: readonly GreyImage[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])];
  let offset = 8;
  pages.forEach(({ width, height, pixels }, index) => {
    const entries = [
      [256, LONG, width],
      [257, LONG, height],
      [258, SHORT, 8],
      [259, SHORT, 1],
      [262, SHORT, 1],
      [273, LONG, 0],
      [277, SHORT, 1],
      [278, LONG, height],
      [279, LONG, pixels.length],
    ] as const;
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    const start = offset + directory.length;
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, type, value], entry) => {
      const place = 2 + entry * 12;
      directory.writeUInt16LE(tag, place);
      directory.writeUInt16LE(type, place + 2);
      directory.writeUInt32LE(1, place + 4);
      directory.writeUInt32LE(tag === 273 ? start : value, place + 8);
    });
    offset = start + pixels.length;
    directory.writeUInt32LE(index + 1 < pages.length ? offset : 0, directory.length - 4);
    parts.push(directory, Buffer.from(pixels));
  });
  return Buffer.concat(parts);
}
