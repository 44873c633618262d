import { damagedPicture } from './picture-limits.ts';
import type { Jpeg } from './picture-pdf.ts';

/**
 * What the frame header of a JPEG says (ITU-T T.81, B.2.2), without decoding it.
 *
 * @throws {ExtractionError} `damaged_file`
 */
export function readJpegHeader(bytes: Uint8Array): Jpeg {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) throw damagedPicture();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      return { bytes, height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: bytes[at + 9] ?? 0 };
    }
    at += marker >= 0xd0 && marker <= 0xd9 ? 2 : 2 + view.getUint16(at + 2);
  }
  throw damagedPicture();
}

/** Start of frame, of all the ways of coding; C4, C8 and CC mark other things. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
