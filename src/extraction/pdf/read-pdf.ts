import { ExtractionError } from '../extraction-error.ts';
import { interpret } from '../interpret.ts';
import type { DrawnPage } from '../layout/character.ts';
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
import { readCharacters } from './read-characters.ts';
import { renderPage } from './render-page.ts';

/**
 * Reads the statements of a PDF: each page by its text where it has one that can be read, else by its picture.
 *
 * @throws {ExtractionError} `encrypted_pdf`, `damaged_file`, `too_many_pages`, `no_text_layer`
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<ExtractedDocument> {
  using pdf = await openPdf(bytes, options);
  requirePages(pdf.pageCount, options.maxPages);
  const lines: Line[] = [];
  let scans: ScanReader | undefined;
  const readPicture = async (index: number): Promise<boolean> => {
    options.onScan?.();
    // Those who read text alone need not load what reads pictures.
    const { createScanReader } = await import('../ocr/read-scan.ts');
    scans ??= createScanReader();
    const size = { pixelsPerPoint: GOOD_PIXELS_PER_POINT, maxPixels: MOST_PAGE_PIXELS };
    const found = await scans.readPage({ page: index + 1, ...renderPage(pdf, index, size) });
    lines.push(...found);
    return found.length > 0;
  };
  const scanned: number[] = [];
  const empty: number[] = [];
  for (let index = 0; index < pdf.pageCount; index++) {
    const page = readCharacters(pdf, index);
    if (isReadable(page)) lines.push(...readLines(page));
    else if (await readPicture(index)) scanned.push(index + 1);
    else empty.push(index + 1);
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

/** Fewer characters than this are a stamp or a page number. */
const LEAST_TEXT = 8;
/** With a larger share of characters without a meaning, the text only shows what it says. */
const MOST_UNDECODED = 0.3;

const isReadable = ({ characters, undecoded }: DrawnPage): boolean =>
  characters >= LEAST_TEXT && undecoded <= MOST_UNDECODED;
