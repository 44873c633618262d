import { openPdf } from '../../../../src/extraction/pdf/open-pdf.ts';
import type { Pdfium } from '../../../../src/extraction/pdf/pdfium.ts';

/** What joining needs of PDFium beyond what reading does. */
type JoiningPdfium = Pdfium & {
  FPDF_CreateNewDocument(): number;
  FPDF_ImportPages(into: number, from: number, range: number, index: number): number;
};

/** One PDF of all pages, in this order, as programs make it that put a scanned page between others. */
export async function joinPdfs(parts: readonly { pdf: Uint8Array; page: number }[]): Promise<Uint8Array> {
  using first = await openPdf(parts[0]?.pdf ?? new Uint8Array());
  const pdfium = first.pdfium as JoiningPdfium;
  const joined = pdfium.FPDF_CreateNewDocument();
  for (const [index, { pdf, page }] of parts.entries()) {
    using part = await openPdf(pdf);
    const range = pdfium.malloc(16);
    new Uint8Array(pdfium.heap(), range, 16).set(new TextEncoder().encode(`${page}\0`));
    const isImported = pdfium.FPDF_ImportPages(joined, part.handle, range, index) !== 0;
    pdfium.free(range);
    if (!isImported) throw new Error(`Page ${page} cannot be joined`);
  }
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  pdfium.FPDF_SaveAsCopy(joined, writer, 0);
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
  const pointer = pdfium.malloc(size);
  pdfium.PDFiumExt_GetFileWriterData(writer, pointer, size);
  const bytes = new Uint8Array(pdfium.heap(), pointer, size).slice();
  pdfium.free(pointer);
  pdfium.PDFiumExt_CloseFileWriter(writer);
  pdfium.FPDF_CloseDocument(joined);
  return bytes;
}
