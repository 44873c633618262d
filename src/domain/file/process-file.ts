import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { AppError, conflict } from '../../errors.ts';
import { ExtractionError } from '../../extraction/extraction-error.ts';
import { getBalance } from '../credit/get-balance.ts';
import { reserveCredits } from '../credit/reserve-credits.ts';
import { creditsForPages } from '../credit/rules.ts';
import { mustHaveRoom } from '../limit/queue-bounds.ts';
import type { Services } from '../services.ts';
import type { CountedContent } from './count-content.ts';
import type { File } from './file.entity.ts';
import { unlockedPath } from './file-paths.ts';
import { findOwnFile, lockOwnFile } from './find-own-file.ts';
import { keepUnlockedCopy } from './keep-unlocked-copy.ts';
import { queueReading } from './queue-reading.ts';
import { readUpload } from './read-upload.ts';

/**
 * Counts the pages, sets their credits aside and queues the extraction, all or nothing. Answers with the file, now
 * `processing`. What an earlier run has read can be downloaded until this one completes. A locked PDF is opened with the
 * password here and now: what is kept for the run is an unlocked copy, and the password is forgotten when this returns.
 * Throws `CONFLICT` (already running, completed and not forced, nothing uploaded), `UNSUPPORTED`,
 * `TOO_LARGE`, `INSUFFICIENT_CREDITS`, and where too many wait already `RATE_LIMITED` or `BUSY`.
 */
export async function processFile(
  services: Services,
  principal: Principal,
  fileId: number,
  { force, password }: { force: boolean; password?: string | undefined },
): Promise<File> {
  const { em, clock } = services;
  const file = await findOwnFile(em, principal, fileId);
  mustBeProcessable(file, force);
  await mustHaveCredits(services, principal);
  await mustHaveRoom(services, 'files', principal.userId);
  const content = await count(services, file, password);
  const next = { fileId, run: file.run + 1 };
  const unlocked = content?.unlocked ? await keepUnlockedCopy(services, next, content.unlocked) : undefined;

  const begin = async (tx: SqlEntityManager): Promise<File> => {
    const locked = await lockOwnFile(tx, principal, fileId);
    mustBeProcessable(locked, force);
    if (locked.run + 1 !== next.run) throw conflict('File was processed in the meantime; look at it before you go on');
    locked.status = 'processing';
    locked.run += 1;
    locked.progress = 0;
    locked.fileSize = content?.sizeBytes ?? locked.fileSize;
    locked.totalPages = content?.pages ?? null;
    locked.totalCharacters = null;
    locked.failure = null;
    locked.processedAt = null;
    locked.contentSha256 = content?.sha256 ?? null;
    locked.updatedAt = clock();
    const run = { userId: principal.userId, fileId, run: locked.run };
    await reserveCredits({ em: tx, clock }, run, creditsForPages(content?.pages ?? 0));
    await queueReading({ ...services, em: tx }, locked, {
      fileId,
      run: locked.run,
      ...(unlocked ? { unlocked } : {}),
      ...(content === null && password !== undefined ? { passwordFailed: true } : {}),
    });
    return locked;
  };
  const started = await em.transactional(begin).catch(async (error: unknown) => {
    if (unlocked) await services.storage.deletePrefix(unlockedPath(fileId, next.run, unlocked.name));
    throw error;
  });
  services.progress.publish(fileId);
  return started;
}

function mustBeProcessable(file: File, force: boolean): void {
  if (file.status === 'processing') throw conflict('File is already being processed; wait for it to finish');
  if (file.status === 'completed' && !force) {
    throw conflict('File is already processed; use force=true to process it again (it is charged again)');
  }
}

/** Even one page costs a credit: who has none need not have their pages counted. */
async function mustHaveCredits({ em }: Services, { userId }: Principal): Promise<void> {
  const { credits } = await getBalance(em, userId);
  if (credits < 1) throw new AppError('INSUFFICIENT_CREDITS', 'Insufficient credits');
}

/**
 * Pages that cannot be counted cannot be charged for: the run reserves nothing, finds the same fault and reports it.
 * Content of a kind that nobody reads is refused here and now.
 */
async function count(
  services: Services,
  file: File,
  password: string | undefined,
): Promise<(CountedContent & { sizeBytes: number }) | null> {
  let sizeBytes = 0;
  try {
    const read = async () => {
      const bytes = await readUpload(services, file);
      sizeBytes = bytes.byteLength;
      return bytes;
    };
    const content = await services.countContent(file.id, read, { password });
    return { ...content, sizeBytes };
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    if (error.code === 'unsupported_format') throw new AppError('UNSUPPORTED', error.message, { cause: error });
    return null;
  }
}
