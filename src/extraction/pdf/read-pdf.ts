import { ExtractionError } from '../extraction-error.ts';
import { interpret } from '../interpret.ts';
import { countLetters } from '../layout/count-letters.ts';
import { readLines } from '../layout/read-lines.ts';
import type { Line } from '../layout/word.ts';
import type { ScanReader } from '../ocr/read-scan.ts';
import { GOOD_PIXELS_PER_POINT, MOST_PAGE_PIXELS } from '../ocr/scan-size.ts';
import { scanWarning } from '../ocr/scan-warning.ts';
import { requirePages } from '../page-limit.ts';
import type { ReadOptions } from '../reader.ts';
import type { ExtractedDocument } from '../statement.ts';
import { openPdf } from './open-pdf.ts';
import { asUnsure, isLaidUnder, isPicture, isReadable, isSeen } from './page-source.ts';
import { readCharacters } from './read-characters.ts';
import { renderPage } from './render-page.ts';

/**
 * Reads the statements of a PDF: each page by its text where it has one that can be read, else by its picture. What
 * some OCR has laid under a scan is no text of the page's own.
 *
 * @throws {ExtractionError} `encrypted_pdf`, `damaged_file`, `too_many_pages`, `no_text_layer`
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<ExtractedDocument> {
  using pdf = await openPdf(bytes, options);
  requirePages(pdf.pageCount, options.maxPages);
  const lines: Line[] = [];
  let scans: ScanReader | undefined;
  const scanReader = async (): Promise<ScanReader> => {
    // Those who read text alone need not load what reads pictures.
    const { createScanReader } = await import('../ocr/read-scan.ts');
    scans ??= createScanReader();
    return scans;
  };
  const readPicture = async (index: number): Promise<Line[]> => {
    options.onScan?.();
    const size = { pixelsPerPoint: GOOD_PIXELS_PER_POINT, maxPixels: MOST_PAGE_PIXELS };
    return (await scanReader()).readPage({ page: index + 1, ...renderPage(pdf, index, size) });
  };
  const scanned: number[] = [];
  const empty: number[] = [];
  for (let index = 0; index < pdf.pageCount; index++) {
    const page = readCharacters(pdf, index);
    const seen = isPicture(page) ? await readPicture(index) : [];
    if (isSeen(seen, page)) {
      lines.push(...seen);
      scanned.push(index + 1);
    } else if (!isReadable(page)) {
      empty.push(index + 1);
    } else if (isLaidUnder(page)) {
      await scanReader();
      lines.push(...asUnsure(readLines(page)));
      scanned.push(index + 1);
    } else {
      lines.push(...readLines(page));
    }
    options.onPage?.(index + 1, pdf.pageCount);
  }
  if (lines.length === 0) {
    throw new ExtractionError(
      'no_text_layer',
      'The document shows no text that could be read. Scan it with 300 dots an inch, or upload the PDF of your bank.',
    );
  }
  const interpretation = (scans?.interpret ?? interpret)(lines);
  options.onInterpreted?.(interpretation);
  const { statements, warnings } = interpretation;
  if (scanned.length > 0) warnings.unshift(scanWarning(scanned.length === pdf.pageCount ? null : scanned));
  for (const page of empty) warnings.push(`Page ${page} has no text: it may be empty or a photograph.`);
  return {
    statements,
    sourceFormat:
      scanned.length === 0 ? 'pdf-text' : scanned.length + empty.length === pdf.pageCount ? 'pdf-ocr' : 'pdf-mixed',
    warnings,
    pages: pdf.pageCount,
    characters: countLetters(lines),
  };
}
