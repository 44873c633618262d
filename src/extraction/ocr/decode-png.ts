import { decode } from 'fast-png';
import type { GreyImage } from './grey-image.ts';
import { damagedPicture, requirePictureSize } from './picture-limits.ts';

/** @throws {ExtractionError} `damaged_file`, `memory_limit` */
export function decodePng(bytes: Uint8Array): GreyImage {
  checkPng(bytes);
  return toGrey(decodeOrThrow(bytes));
}

/** Refuses what is too large before anything of it is decoded. */
export function checkPng(bytes: Uint8Array): void {
  // The header comes first and has a fixed length (PNG, 11.2.2).
  if (bytes.length < 33) throw damagedPicture();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  requirePictureSize({ width: view.getUint32(16), height: view.getUint32(20) });
}

function decodeOrThrow(bytes: Uint8Array): ReturnType<typeof decode> {
  try {
    return decode(bytes);
  } catch (error) {
    throw damagedPicture(error);
  }
}

/** Grey as an eye sees it (ITU-R BT.601), on white paper where the picture is transparent. */
function toGrey({ width, height, data, channels, depth, palette }: ReturnType<typeof decode>): GreyImage {
  const pixels = new Uint8Array(width * height);
  const sampleAt = depth < 8 ? packedSamples(data, width * channels, depth) : wideSamples(data, depth);
  for (let place = 0; place < pixels.length; place++) {
    const at = place * channels;
    if (palette !== undefined) {
      const index = depth < 8 ? Math.round((sampleAt(at) * (2 ** depth - 1)) / 255) : sampleAt(at);
      const [red = 255, green = 255, blue = 255, alpha = 255] = palette[index] ?? [];
      pixels[place] = onWhite(luma(red, green, blue), alpha);
    } else if (channels >= 3) {
      const grey = luma(sampleAt(at), sampleAt(at + 1), sampleAt(at + 2));
      pixels[place] = onWhite(grey, channels === 4 ? sampleAt(at + 3) : 255);
    } else {
      pixels[place] = onWhite(sampleAt(at), channels === 2 ? sampleAt(at + 1) : 255);
    }
  }
  return { width, height, pixels };
}

type Samples = (index: number) => number;

function wideSamples(data: ArrayLike<number>, depth: number): Samples {
  const shift = depth === 16 ? 8 : 0;
  return (index) => (data[index] ?? 255) >> shift;
}

/** Several samples share a byte; each row begins with a new one (PNG, 7.2). */
function packedSamples(data: ArrayLike<number>, rowSamples: number, depth: number): Samples {
  const rowBytes = Math.ceil((rowSamples * depth) / 8);
  const most = 2 ** depth - 1;
  return (index) => {
    const bit = (index % rowSamples) * depth;
    const byte = data[Math.floor(index / rowSamples) * rowBytes + (bit >> 3)] ?? 255;
    return (((byte >> (8 - depth - (bit & 7))) & most) * 255) / most;
  };
}

const luma = (red: number, green: number, blue: number): number => 0.299 * red + 0.587 * green + 0.114 * blue;

const onWhite = (value: number, alpha: number): number => (value * alpha + 255 * (255 - alpha)) / 255;
