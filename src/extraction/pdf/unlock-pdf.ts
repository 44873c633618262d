import { ExtractionError } from '../extraction-error.ts';
import { openPdf, type Pdf } from './open-pdf.ts';

/** `FPDF_REMOVE_SECURITY` (fpdf_save.h): the copy is written without encryption. */
const REMOVE_SECURITY = 3;

/**
 * A copy of the PDF that opens without its password, or null where the PDF itself does: protection against changes
 * alone keeps nobody from reading.
 *
 * @throws {ExtractionError} `encrypted_pdf` where the password is wrong, `damaged_file`
 */
export async function unlockPdf(bytes: Uint8Array, password: string): Promise<Uint8Array | null> {
  if (await opensWithoutPassword(bytes)) return null;
  using pdf = await openPdf(bytes, { password });
  return saveUnlocked(pdf);
}

async function opensWithoutPassword(bytes: Uint8Array): Promise<boolean> {
  try {
    using pdf = await openPdf(bytes);
    return pdf.pageCount > 0;
  } catch (error) {
    if (error instanceof ExtractionError && error.code === 'encrypted_pdf') return false;
    throw error;
  }
}

function saveUnlocked({ pdfium, handle }: Pdf): Uint8Array {
  const writer = pdfium.PDFiumExt_OpenFileWriter();
  let pointer = 0;
  try {
    if (pdfium.FPDF_SaveAsCopy(handle, writer, REMOVE_SECURITY) === 0) throw uncopied();
    const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
    pointer = pdfium.malloc(size);
    if (pointer === 0) throw new ExtractionError('memory_limit', 'The file is too large to be unlocked. Split it.');
    pdfium.PDFiumExt_GetFileWriterData(writer, pointer, size);
    return new Uint8Array(pdfium.heap(), pointer, size).slice();
  } finally {
    if (pointer !== 0) pdfium.free(pointer);
    pdfium.PDFiumExt_CloseFileWriter(writer);
  }
}

const uncopied = (): ExtractionError =>
  new ExtractionError(
    'damaged_file',
    'The PDF opens with its password, but cannot be saved without it. Print it to a new PDF and upload that one.',
  );
