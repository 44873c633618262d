import { ExtractionError } from '../extraction-error.ts';
import { loadPdfium, type Pdfium } from './pdfium.ts';

/** An open document; `using` closes it and gives its memory back. */
export type Pdf = Disposable & {
  readonly pdfium: Pdfium;
  readonly handle: number;
  readonly pageCount: number;
};

/** `FPDF_GetLastError`: the password was missing or wrong (fpdfview.h). */
const ERROR_PASSWORD = 4;
/** `FPDF_GetLastError`: an unsupported security scheme (fpdfview.h). */
const ERROR_SECURITY = 5;

/**
 * Opens a PDF in memory.
 *
 * @throws {ExtractionError} `encrypted_pdf` where the password is missing or wrong, `damaged_file` where the file
 *   cannot be opened or has no pages
 */
export async function openPdf(bytes: Uint8Array, options: { password?: string } = {}): Promise<Pdf> {
  const pdfium = await loadPdfium();
  // PDFium reads from this memory as long as the document is open.
  const data = copyIn(pdfium, bytes);
  const password = options.password === undefined ? 0 : copyIn(pdfium, cString(options.password));
  const handle = pdfium.FPDF_LoadMemDocument(data, bytes.length, password);
  if (password !== 0) pdfium.free(password);
  if (handle === 0) {
    pdfium.free(data);
    throw openingError(pdfium.FPDF_GetLastError(), options.password !== undefined);
  }
  const close = () => {
    pdfium.FPDF_CloseDocument(handle);
    pdfium.free(data);
  };
  const pageCount = pdfium.FPDF_GetPageCount(handle);
  if (pageCount < 1) {
    close();
    throw new ExtractionError('damaged_file', 'The PDF has no pages. Download it from your bank again.');
  }
  return { pdfium, handle, pageCount, [Symbol.dispose]: close };
}

function openingError(code: number, hadPassword: boolean): ExtractionError {
  if (code === ERROR_PASSWORD) {
    return new ExtractionError(
      'encrypted_pdf',
      hadPassword
        ? 'The password does not open this PDF. Try again with the password that your bank gave you.'
        : 'The PDF is protected by a password. Process it again with its password, or upload it without protection.',
    );
  }
  if (code === ERROR_SECURITY) {
    return new ExtractionError(
      'encrypted_pdf',
      'The PDF is protected in a way that cannot be opened here. Print it to a new PDF and upload that one.',
    );
  }
  return new ExtractionError('damaged_file', 'The PDF is damaged. Download it from your bank again.');
}

function copyIn(pdfium: Pdfium, bytes: Uint8Array): number {
  const pointer = pdfium.malloc(bytes.length);
  if (pointer === 0) throw new ExtractionError('memory_limit', 'The file is too large to be read. Split it in parts.');
  new Uint8Array(pdfium.heap()).set(bytes, pointer);
  return pointer;
}

function cString(text: string): Uint8Array {
  return new TextEncoder().encode(`${text}\0`);
}
