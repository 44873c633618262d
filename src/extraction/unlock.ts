import { unlockPdf } from './pdf/unlock-pdf.ts';
import { recognise } from './recognise.ts';

/**
 * A copy of the document that needs no password, or null where it needs none itself. Only PDFs can be unlocked.
 *
 * @throws {ExtractionError} `encrypted_pdf` where the password is wrong, and as `recognise`
 */
export async function unlock(bytes: Uint8Array, password: string): Promise<Uint8Array | null> {
  return recognise(bytes).format.format === 'pdf' ? unlockPdf(bytes, password) : null;
}
