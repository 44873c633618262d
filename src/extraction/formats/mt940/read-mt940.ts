import type { ExtractedDocument } from '../../statement.ts';
import { decodeText } from '../decode-text.ts';
import { proveLedger } from '../prove-ledger.ts';
import { joinPages } from './join-pages.ts';
import { ledgerOfMessage } from './message-ledger.ts';
import { readMessages } from './read-messages.ts';

/**
 * Reads MT940 statements and MT942 interim reports, with or without the SWIFT envelope: every message is a statement of
 * its own, but for pages of one statement, which are put together.
 */
export function readMt940(bytes: Uint8Array): ExtractedDocument {
  const text = decodeText(bytes);
  const warnings: string[] = [];
  const pages = readMessages(text)
    .filter(({ fields }) => fields.some(({ tag }) => tag === '61' || tag.startsWith('60') || tag.startsWith('62')))
    .map((message) => ledgerOfMessage(message, warnings));
  return {
    statements: joinPages(pages).map(proveLedger),
    sourceFormat: 'mt940',
    warnings,
    pages: 1,
    characters: text.length,
  };
}
