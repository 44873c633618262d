import { ExtractionError } from '../extraction-error.ts';
import { interpret } from '../interpret.ts';
import { countLetters } from '../layout/count-letters.ts';
import { scanWarning } from '../ocr/scan-warning.ts';
import { requirePages } from '../page-limit.ts';
import type { ReadOptions } from '../reader.ts';
import type { ExtractedDocument } from '../statement.ts';
import { openPdf } from './open-pdf.ts';
import { type PageLines, readPages } from './read-pages.ts';

/**
 * Reads the statements of a PDF: each page by its text where it has one that can be read, else by its picture. What
 * some OCR has laid under a scan is no text of the page's own.
 *
 * @throws {ExtractionError} `encrypted_pdf`, `damaged_file`, `too_many_pages`, `no_text_layer`
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<ExtractedDocument> {
  using pdf = await openPdf(bytes, options);
  requirePages(pdf.pageCount, options.maxPages);
  const { pages, scans } = await readPages(pdf, options);
  const lines = pages.flatMap((page) => page.lines);
  if (lines.length === 0) {
    throw new ExtractionError(
      'no_text_layer',
      'The document shows no text that could be read. Scan it with 300 dots an inch, or upload the PDF of your bank.',
    );
  }
  const interpretation = (scans?.interpret ?? interpret)(lines);
  options.onInterpreted?.(interpretation);
  const scanned = numbersOf(pages, 'picture');
  const empty = numbersOf(pages, 'nothing');
  return {
    statements: interpretation.statements,
    sourceFormat:
      scanned.length === 0 ? 'pdf-text' : scanned.length + empty.length === pages.length ? 'pdf-ocr' : 'pdf-mixed',
    warnings: [
      ...(scanned.length > 0 ? [scanWarning(scanned.length === pages.length ? null : scanned)] : []),
      ...interpretation.warnings,
      ...empty.map((page) => `Page ${page} has no text: it may be empty or a photograph.`),
    ],
    pages: pages.length,
    characters: countLetters(lines),
  };
}

/** The pages that were read from something, 1-based. */
function numbersOf(pages: readonly PageLines[], source: PageLines['source']): number[] {
  return pages.flatMap((page, index) => (page.source === source ? [index + 1] : []));
}
