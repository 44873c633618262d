import type { ExtractedDocument } from '../../extraction/statement.ts';
import { postCredits } from '../credit/settle-credits.ts';
import { outdateDashboards } from '../dashboard/outdate-dashboards.ts';
import type { Services } from '../services.ts';
import { recordUsage } from '../usage/record-usage.ts';
import { lockRunningFile, type RunOfFile } from './running-file.ts';

type Ledgered = Pick<Services, 'em' | 'clock' | 'progress' | 'dashboardProgress'>;

/**
 * The run succeeded: keeps the statements, spends what was reserved, records the usage, and outdates the dashboards that
 * the file is in; all or nothing. False, and nothing done, where the run is not under way any more.
 */
export async function completeFile(
  { em, clock, progress, dashboardProgress }: Ledgered,
  run: RunOfFile,
  document: ExtractedDocument,
): Promise<boolean> {
  const outdated = await em.transactional(async (tx) => {
    const file = await lockRunningFile(tx, run);
    if (!file) return null;
    const { userId } = file;
    const creditsConsumed = await postCredits({ em: tx, clock }, { ...run, userId });
    await recordUsage(
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
    return outdateDashboards({ em: tx, clock }, run.fileId);
  });
  if (!outdated) return false;
  progress.publish(run.fileId);
  for (const dashboardId of outdated) dashboardProgress.publish(dashboardId);
  return true;
}
