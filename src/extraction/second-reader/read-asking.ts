import type { ReadOptions } from '../reader.ts';
import { recognise } from '../recognise.ts';
import { requireRowsThatFit } from '../require-rows-that-fit.ts';
import { requireTransactions } from '../require-transactions.ts';
import type { ExtractedDocument } from '../statement.ts';
import { findUnproven, type Unproven } from './unproven.ts';

/**
 * Reads a document, and finds what in it is not proven, on up to `askPages` pages. Where there is such a thing the
 * document may be without transactions.
 *
 * @throws {ExtractionError} as `readDocument` says
 */
export async function readAsking(
  bytes: Uint8Array,
  { askPages = 0, ...options }: ReadOptions & { askPages?: number },
): Promise<{ document: ExtractedDocument; unproven: Unproven | null }> {
  let unproven: Unproven | null = null;
  const document = await recognise(bytes).reader.read(bytes, {
    ...options,
    onInterpreted: (interpretation) => {
      if (askPages > 0) unproven = findUnproven(interpretation, askPages);
    },
  });
  const complete = unproven === null ? requireTransactions(document) : document;
  return { document: requireRowsThatFit(complete), unproven };
}
