import { ExtractionError } from '../extraction-error.ts';
import { countLetters } from '../layout/count-letters.ts';
import type { Line } from '../layout/word.ts';
import { mapPages } from '../map-pages.ts';
import { requirePages } from '../page-limit.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import type { ExtractedDocument } from '../statement.ts';
import { decodeJpeg } from './decode-jpeg.ts';
import { checkPng, decodePng } from './decode-png.ts';
import { openTiff } from './decode-tiff.ts';
import { onGoodScale } from './good-scale.ts';
import type { GreyImage } from './grey-image.ts';
import { readJpegHeader } from './read-jpeg-header.ts';
import { createScanReader } from './read-scan.ts';
import { requirePictureSize } from './picture-limits.ts';
import { scanWarning } from './scan-warning.ts';
import { MOST_PAGE_PIXELS } from './scan-size.ts';

/** Readers of pictures by their format. */
export const pictureReaders = {
  jpeg: {
    countPages(bytes) {
      requirePictureSize(readJpegHeader(bytes));
      return 1;
    },
    read: (bytes, options) => readPictures(1, () => decodeJpeg(bytes, MOST_PAGE_PIXELS), options),
  },
  png: {
    countPages(bytes) {
      checkPng(bytes);
      return 1;
    },
    read: (bytes, options) => readPictures(1, async () => decodePng(bytes), options),
  },
  tiff: {
    countPages: (bytes) => openTiff(bytes).pages,
    async read(bytes, options) {
      const tiff = openTiff(bytes);
      return readPictures(tiff.pages, async (index) => tiff.decode(index), options);
    },
  },
} satisfies Record<string, Reader>;

async function readPictures(
  pages: number,
  decode: (index: number) => Promise<GreyImage>,
  options: ReadOptions,
): Promise<ExtractedDocument> {
  requirePages(pages, options.maxPages);
  const { scanThreads = 1, onScan, onPage } = options;
  const threads = Math.min(scanThreads, pages);
  const scans = createScanReader(threads);
  const readPage = async (index: number): Promise<Line[]> => {
    onScan?.();
    return scans.readPage({ page: index + 1, ...onGoodScale(await decode(index)) });
  };
  const lines = (await mapPages(pages, readPage, { threads, onPage })).flat();
  if (lines.length === 0) {
    throw new ExtractionError(
      'no_transactions',
      'The picture shows no text. Scan the statement with 300 dots an inch.',
    );
  }
  const interpretation = scans.interpret(lines);
  options.onInterpreted?.(interpretation);
  const { statements, warnings } = interpretation;
  return {
    statements,
    sourceFormat: 'image-ocr',
    warnings: [scanWarning(pages === 1 ? null : Array.from({ length: pages }, (_, index) => index + 1)), ...warnings],
    pages,
    characters: countLetters(lines),
  };
}
