import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import jpeg from 'jpeg-js';
import { writeTiff } from '../statements/scan/write-tiff.ts';

const WIDTH = 400;
const HEIGHT = 300;

/** A checkered picture: it decodes, and says nothing. */
const pixels = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, place) => (place % 7 === 0 ? 0 : 255));

export const soundPng = (): Uint8Array => encode({ width: WIDTH, height: HEIGHT, data: pixels, channels: 1, depth: 8 });

export function soundJpeg(): Uint8Array {
  const data = new Uint8Array(pixels.length * 4).fill(200);
  return jpeg.encode({ width: WIDTH, height: HEIGHT, data }, 80).data;
}

export const soundTiff = (): Uint8Array => writeTiff([{ width: WIDTH, height: HEIGHT, pixels }]);

export const half = (bytes: Uint8Array): Uint8Array => bytes.slice(0, Math.floor(bytes.length / 2));

/** Says that it has 60,000 × 60,000 pixels. */
export function giantPng(): Uint8Array {
  const bytes = Buffer.from(soundPng());
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}

export function giantJpeg(): Uint8Array {
  const bytes = Buffer.from(soundJpeg());
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(65_000, frame + 5);
  bytes.writeUInt16BE(65_000, frame + 7);
  return bytes;
}

export function giantTiff(): Uint8Array {
  const bytes = Buffer.from(soundTiff());
  bytes.writeUInt32LE(90_000, 10 + 8);
  bytes.writeUInt32LE(90_000, 22 + 8);
  return bytes;
}

/** A directory that is its own successor. */
export function endlessTiff(): Uint8Array {
  const bytes = Buffer.from(soundTiff());
  bytes.writeUInt32LE(8, 8 + 2 + 9 * 12);
  return bytes;
}

/** A small picture whose data unpacks to 400 MB. */
export function bombPng(): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(400 * 1024 ** 2));
  return Buffer.concat([
    soundPng().slice(0, 8),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Twenty thousand directories, all of one small picture. */
export function manyDirectories(): Uint8Array {
  const one = Buffer.from(soundTiff());
  const length = 2 + 9 * 12 + 4;
  const [head, directory, strip] = [one.subarray(0, 8), one.subarray(8, 8 + length), one.subarray(8 + length)];
  const count = 20_000;
  const directories = Array.from({ length: count }, (_, at) => {
    const own = Buffer.from(directory);
    own.writeUInt32LE(8 + count * length, 2 + 5 * 12 + 8);
    own.writeUInt32LE(at + 1 < count ? 8 + (at + 1) * length : 0, length - 4);
    return own;
  });
  return Buffer.concat([head, ...directories, strip]);
}
