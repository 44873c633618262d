import type { ExtractedDocument } from '../../extraction/statement.ts';
import { postCredits } from '../credit/settle-credits.ts';
import type { Services } from '../services.ts';
import { recordUsage } from '../usage/record-usage.ts';
import { lockRunningFile, type RunOfFile } from './running-file.ts';

type Ledgered = Pick<Services, 'em' | 'clock' | 'progress'>;

/**
 * The run succeeded: keeps the statements, spends what was reserved, records the usage; all or nothing. False, and
 * nothing done, where the run is not under way any more.
 */
export async function completeFile(
  { em, clock, progress }: Ledgered,
  run: RunOfFile,
  document: ExtractedDocument,
): Promise<boolean> {
  const completed = await em.transactional(async (tx) => {
    const file = await lockRunningFile(tx, run);
    if (!file) return false;
    const { userId } = file;
    const creditsConsumed = await postCredits({ em: tx, clock }, { ...run, userId });
    recordUsage(
      { em: tx, clock },
      {
        ...run,
        userId,
        fileSize: file.fileSize ?? 0,
        totalPages: document.pages,
        totalCharacters: document.characters,
        creditsConsumed,
      },
    );
    file.status = 'completed';
    file.progress = 100;
    file.totalPages = document.pages;
    file.totalCharacters = document.characters;
    file.creditsConsumed += creditsConsumed;
    file.completedRun = run.run;
    file.processedData = document;
    file.failure = null;
    file.processedAt = clock();
    file.updatedAt = clock();
    return true;
  });
  if (completed) progress.publish(run.fileId);
  return completed;
}
