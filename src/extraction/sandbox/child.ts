import { createHash } from 'node:crypto';
import { countPages } from '../count-pages.ts';
import { requirePages } from '../page-limit.ts';
import { readDocument } from '../read-document.ts';
import { unlock } from '../unlock.ts';
import { answerCalls } from './answer-calls.ts';

/** The process that reads documents, and may be killed at any moment. */
answerCalls({
  async count(bytes, options) {
    const { password, maxPages } = options;
    const unlocked = password === undefined ? null : await unlock(bytes, password);
    const { pages, format } = await countPages(unlocked ?? bytes);
    requirePages(pages, maxPages);
    if (unlocked !== null) options.attach(unlocked);
    return {
      pages,
      mimeType: format.mimeType,
      sha256: hashOf(bytes),
      unlockedSha256: unlocked && hashOf(unlocked),
    };
  },
  read: readDocument,
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
