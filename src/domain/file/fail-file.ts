import { voidCredits } from '../credit/settle-credits.ts';
import type { Services } from '../services.ts';
import type { Failure } from './file.entity.ts';
import { lockRunningFile, type RunOfFile } from './running-file.ts';

/**
 * The run failed: keeps the reason and gives back what was reserved, so that a failed statement costs nothing. Nor does
 * it lose anything: the result of an earlier run that completed stays. False, and nothing done, where the run is not
 * under way any more.
 */
export async function failFile(
  { em, clock, progress }: Pick<Services, 'em' | 'clock' | 'progress'>,
  run: RunOfFile,
  error: Failure,
): Promise<boolean> {
  const failed = await em.transactional(async (tx) => {
    const file = await lockRunningFile(tx, run);
    if (!file) return false;
    await voidCredits({ em: tx, clock }, { ...run, userId: file.userId });
    file.status = 'error';
    // A run that was given up may never have begun.
    file.round = null;
    file.failure = error;
    file.processedAt = clock();
    file.updatedAt = clock();
    return true;
  });
  if (failed) progress.publish(run.fileId);
  return failed;
}
