import type { Principal } from '../../auth/principal.ts';
import { voidCredits } from '../credit/settle-credits.ts';
import { leaveDashboards } from '../dashboard/outdate-dashboards.ts';
import type { Services } from '../services.ts';
import { outputPrefix, uploadPrefix } from './file-paths.ts';
import { lockOwnFile } from './find-own-file.ts';

/**
 * Removes the file and its stored objects; dashboards that it was in lose it and become outdated. A run under way is
 * abandoned and costs nothing; usage records stay. The objects are cleared away once more when the last upload URL is no good any more: whatever was written late, and
 * whatever died in between, nothing is left that no row knows of.
 */
export async function deleteFile(services: Services, principal: Principal, fileId: number): Promise<void> {
  const { em, clock, storage, queue, progress, dashboardProgress, settings } = services;
  const { userId } = principal;
  const left = await em.transactional(async (tx) => {
    const file = await lockOwnFile(tx, principal, fileId);
    if (file.status === 'processing') await voidCredits({ em: tx, clock }, { userId, fileId, run: file.run });
    const dashboards = await leaveDashboards({ em: tx, clock }, fileId);
    tx.remove(file);
    const notBefore = new Date(clock().getTime() + settings.signedUrlLifetimeMs);
    await queue.enqueue(tx, 'clear-file', { userId, fileId }, { notBefore });
    return dashboards;
  });
  await storage.deletePrefix(uploadPrefix({ userId, id: fileId }));
  await storage.deletePrefix(outputPrefix(fileId));
  progress.publish(fileId);
  for (const dashboardId of left) dashboardProgress.publish(dashboardId);
}
