import type { Services } from '../services.ts';
import type { UnlockedContent } from './count-content.ts';
import { unlockedPath } from './file-paths.ts';
import type { RunOfFile } from './running-file.ts';

/** Names the copy of one run and the bytes that it must have (SHA-256, hex). */
export type UnlockedCopy = { name: string; sha256: string };

/** Longer than any transaction lasts that would start the run. */
const CLEAR_AFTER_MS = 10 * 60_000;

/**
 * Keeps a copy that needs no password for the run that is about to begin, in this process or another. The run removes
 * it at its end. Should there be no such run, since this process dies or is refused before it has begun, then a job
 * removes it that is queued before the first byte is written.
 */
export async function keepUnlockedCopy(
  { em, clock, randomName, storage, queue }: Services,
  { fileId, run }: RunOfFile,
  { bytes, sha256 }: UnlockedContent,
): Promise<UnlockedCopy> {
  const name = randomName();
  const notBefore = new Date(clock().getTime() + CLEAR_AFTER_MS);
  await em.transactional((tx) => queue.enqueue(tx, 'clear-unlocked', { fileId, run, name }, { notBefore }));
  await storage.write(unlockedPath(fileId, run, name), bytes, { contentType: 'application/pdf' });
  return { name, sha256 };
}
