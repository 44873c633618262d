import { createHash } from 'node:crypto';
import { countPages } from '../count-pages.ts';
import { requirePages } from '../page-limit.ts';
import { readDocument } from '../read-document.ts';
import { answerCalls } from './answer-calls.ts';

/** The process that reads documents, and may be killed at any moment. */
answerCalls({
  async count(bytes, options) {
    const { pages, format } = await countPages(bytes, options);
    requirePages(pages, options.maxPages);
    return { pages, mimeType: format.mimeType, sha256: createHash('sha256').update(bytes).digest('hex') };
  },
  read: readDocument,
});
