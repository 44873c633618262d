import { Buffer } from 'node:buffer';
import jpeg from 'jpeg-js';
import type { GreyImage } from '../../../../src/extraction/ocr/grey-image.ts';
import { PdfObjects } from '../pdf/pdf-objects.ts';

/** Text on a scanned page, in points from its top left; `isHidden` is how OCR programs lay theirs under the picture. */
export type LaidText = { x: number; y: number; size: number; text: string; isHidden: boolean };

/** A PDF of one page that is a picture, as scanners and programs for OCR write it. */
export function scannedPage(image: GreyImage, pixelsPerPoint: number, texts: readonly LaidText[]): Uint8Array {
  const objects = new PdfObjects();
  const catalog = objects.reserve();
  const tree = objects.reserve();
  const [width, height] = [image.width / pixelsPerPoint, image.height / pixelsPerPoint];
  const picture = objects.addStream(
    encode(image),
    `/Type /XObject /Subtype /Image /Width ${image.width} /Height ${image.height} /BitsPerComponent 8 ` +
      '/ColorSpace /DeviceRGB /Filter /DCTDecode',
  );
  const font = objects.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const shown = texts.map(({ x, y, size, text, isHidden }) => {
    const code = Buffer.from(text, 'latin1').toString('hex');
    return `BT ${isHidden ? 3 : 0} Tr /F ${size} Tf ${x} ${(height - y).toFixed(2)} Td <${code}> Tj ET`;
  });
  const content = [`q ${width} 0 0 ${height} 0 0 cm /P Do Q`, ...shown].join('\n');
  const page = objects.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] ` +
      `/Resources << /XObject << /P ${picture} 0 R >> /Font << /F ${font} 0 R >> >> ` +
      `/Contents ${objects.addStream(Buffer.from(content, 'latin1'))} 0 R >>`,
  );
  objects.set(tree, `<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`);
  objects.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  return objects.toBytes(catalog);
}

function encode({ width, height, pixels }: GreyImage): Uint8Array {
  const data = new Uint8Array(pixels.length * 4).fill(255);
  pixels.forEach((value, place) => data.fill(value, place * 4, place * 4 + 3));
  return jpeg.encode({ width, height, data }, 80).data;
}
