import { createHash } from 'node:crypto';
import { countPages } from '../count-pages.ts';
import { requirePages } from '../page-limit.ts';
import { readAsking } from '../second-reader/read-asking.ts';
import { proveAnswer } from '../second-reader/prove-answer.ts';
import { readProposal } from '../second-reader/proposal.ts';
import { reviveLines } from '../second-reader/unproven.ts';
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
  async read(bytes, options) {
    const { document, unproven } = await readAsking(bytes, options);
    if (unproven !== null) options.attach(Buffer.from(JSON.stringify(unproven)));
    return document;
  },
  async prove(bytes) {
    const { lines, answer } = readProposal(bytes);
    return proveAnswer(reviveLines(lines), answer);
  },
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
