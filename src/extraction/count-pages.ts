import { openPdf } from './pdf/open-pdf.ts';
import { recognise } from './recognise.ts';
import type { DetectedFormat } from './sniff.ts';

/**
 * Counts the pages of a document without reading them.
 *
 * @throws {ExtractionError} `empty_file`, `unsupported_format`, `encrypted_pdf`, `damaged_file`
 */
export async function countPages(
  bytes: Uint8Array,
  options: { password?: string } = {},
): Promise<{ pages: number; format: DetectedFormat }> {
  const format = recognise(bytes);
  using pdf = await openPdf(bytes, options);
  return { pages: pdf.pageCount, format };
}
