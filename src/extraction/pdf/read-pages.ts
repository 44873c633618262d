import type { Line } from '../layout/word.ts';
import { readLines } from '../layout/read-lines.ts';
import { mapPages } from '../map-pages.ts';
import type { ScanReader } from '../ocr/read-scan.ts';
import { GOOD_PIXELS_PER_POINT, MOST_PAGE_PIXELS } from '../ocr/scan-size.ts';
import type { ReadOptions } from '../reader.ts';
import type { Pdf } from './open-pdf.ts';
import { asUnsure, isLaidUnder, isPicture, isReadable, isSeen } from './page-source.ts';
import { readCharacters } from './read-characters.ts';
import { renderPage } from './render-page.ts';

/** The lines of a page, and what they were read from; nothing where it shows no text. */
export type PageLines = { source: 'text' | 'picture' | 'nothing'; lines: readonly Line[] };

/** The pages of a PDF in their order, and who has read their pictures; nobody where all are text. */
export type PdfPages = { pages: PageLines[]; scans: ScanReader | undefined };

/** Reads each page by its text where it has one that can be read, else by its picture. */
export async function readPages(pdf: Pdf, { onScan, onPage, scanThreads = 1 }: ReadOptions): Promise<PdfPages> {
  const threads = Math.min(scanThreads, pdf.pageCount);
  let scans: Promise<ScanReader> | undefined;
  // Those who read text alone need not load what reads pictures.
  const scanReader = () => (scans ??= import('../ocr/read-scan.ts').then((ocr) => ocr.createScanReader(threads)));
  const readPicture = async (index: number): Promise<Line[]> => {
    onScan?.();
    // Drawn before anything is waited for: a failure elsewhere may close the PDF meanwhile.
    const picture = renderPage(pdf, index, { pixelsPerPoint: GOOD_PIXELS_PER_POINT, maxPixels: MOST_PAGE_PIXELS });
    return (await scanReader()).readPage({ page: index + 1, ...picture });
  };
  const readPage = async (index: number): Promise<PageLines> => {
    const page = readCharacters(pdf, index);
    const seen = isPicture(page) ? await readPicture(index) : [];
    if (isSeen(seen, page)) return { source: 'picture', lines: seen };
    if (!isReadable(page)) return { source: 'nothing', lines: [] };
    if (!isLaidUnder(page)) return { source: 'text', lines: readLines(page) };
    await scanReader();
    return { source: 'picture', lines: asUnsure(readLines(page)) };
  };
  const pages = await mapPages(pdf.pageCount, readPage, { threads, onPage });
  return { pages, scans: await scans };
}
