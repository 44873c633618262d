import { openPdf } from './open-pdf.ts';

/** @throws {ExtractionError} `encrypted_pdf`, `damaged_file` */
export async function countPdfPages(bytes: Uint8Array, options: { password?: string }): Promise<number> {
  using pdf = await openPdf(bytes, options);
  return pdf.pageCount;
}
