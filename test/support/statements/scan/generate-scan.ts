import { encode as encodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import type { GreyImage } from '../../../../src/extraction/ocr/grey-image.ts';
import { picturePdf } from '../../../../src/extraction/ocr/picture-pdf.ts';
import { openPdf } from '../../../../src/extraction/pdf/open-pdf.ts';
import { renderPage } from '../../../../src/extraction/pdf/render-page.ts';
import type { Random } from '../../random.ts';
import type { Axes } from '../axes.ts';
import { generateStatement } from '../generate-statement.ts';
import type { Truth } from '../truth.ts';
import { drawScanAxes, type ScanAxes } from './scan-axes.ts';
import { photograph } from './photograph.ts';
import { wearPage } from './wear-page.ts';
import { writeTiff } from './write-tiff.ts';

export type GeneratedScan = { bytes: Uint8Array; truth: Truth; axes: Axes; scan: ScanAxes; pages: number };

/** Those that can be read from pictures. */
export const SCANNED_LANGUAGES = [
  'british',
  'american',
  'indian',
  'singaporean',
  'german',
  'french',
  'spanish',
  'italian',
  'portuguese',
  'dutch',
] as const;

const QUALITY = { fine: 90, usual: 72, poor: 45, worst: 20 };
/** A page costs seconds; long statements are measured elsewhere. */
const MOST_PAGES = 3;
const MAX_PIXELS = 20_000_000;

/** A statement nobody has seen, printed and scanned, or photographed where it lies on a table. The same random stream gives the same picture. */
export async function generateScan(
  random: Random,
  {
    axes: pinned = {},
    scan: pinnedScan = {},
    entries,
    isPhoto = false,
  }: { axes?: Partial<Axes>; scan?: Partial<ScanAxes>; entries?: number; isPhoto?: boolean } = {},
): Promise<GeneratedScan> {
  const language = random.named('language').pick(SCANNED_LANGUAGES);
  const scan = drawScanAxes(random.named('scan'), pinnedScan);
  const size = random.named('size').pick(['few', 'page'] as const);
  // A picture has one page; and what only text layers can have leaves no trace on paper.
  for (let attempt = 1; ; attempt++) {
    const own = random.named(`statement ${attempt}`);
    const { pdf, truth, axes } = generateStatement(own, {
      axes: { language, size, ...pinned },
      ...(entries === undefined ? {} : { entries }),
    });
    using document = await openPdf(pdf);
    const isPicture = scan.container === 'png' || scan.container === 'jpeg';
    if (document.pageCount > (isPicture ? 1 : MOST_PAGES)) continue;
    const pixelsPerPoint = Number(scan.resolution) / 72;
    const pages = Array.from({ length: document.pageCount }, (_, index) => {
      const { image } = renderPage(document, index, { pixelsPerPoint, maxPixels: MAX_PIXELS });
      const own = random.named(`page ${index}`);
      return wearPage(isPhoto ? photograph(image, own.named('photo')) : image, scan, own);
    });
    return { bytes: store(pages, scan, pixelsPerPoint), truth, axes, scan, pages: pages.length };
  }
}

function store(pages: GreyImage[], { container, quality }: ScanAxes, pixelsPerPoint: number): Uint8Array {
  const [first] = pages;
  if (first === undefined) throw new Error('A scan has a page');
  if (container === 'tiff') return writeTiff(pages);
  if (container === 'png') {
    return encodePng({ width: first.width, height: first.height, data: first.pixels, channels: 1, depth: 8 });
  }
  const jpegs = pages.map((page) => ({
    bytes: encodeJpeg(page, QUALITY[quality]),
    width: page.width,
    height: page.height,
    components: 3,
  }));
  return container === 'jpeg' ? (jpegs[0]?.bytes ?? new Uint8Array()) : picturePdf(jpegs, 1 / pixelsPerPoint);
}

function encodeJpeg({ width, height, pixels }: GreyImage, quality: number): Uint8Array {
  const data = new Uint8Array(pixels.length * 4).fill(255);
  pixels.forEach((value, place) => data.fill(value, place * 4, place * 4 + 3));
  return jpeg.encode({ width, height, data }, quality).data;
}
