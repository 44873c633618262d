import type { Principal } from '../../auth/principal.ts';
import { voidCredits } from '../credit/settle-credits.ts';
import type { Services } from '../services.ts';
import { outputPrefix, uploadPrefix } from './file-paths.ts';
import { findOwnFile, lockOwnFile } from './find-own-file.ts';

/**
 * Removes the stored objects and the file. A run under way is abandoned and costs nothing; usage records stay. The
 * objects go first: whatever dies in between, nothing is left that no row knows of, and deleting again finishes it.
 */
export async function deleteFile(services: Services, principal: Principal, fileId: number): Promise<void> {
  const { em, clock, storage, progress } = services;
  const file = await findOwnFile(em, principal, fileId);
  await storage.deletePrefix(uploadPrefix(file));
  await storage.deletePrefix(outputPrefix(fileId));
  await em.transactional(async (tx) => {
    const locked = await lockOwnFile(tx, principal, fileId);
    if (locked.status === 'processing') {
      await voidCredits({ em: tx, clock }, { userId: principal.userId, fileId, run: locked.run });
    }
    tx.remove(locked);
  });
  progress.publish(fileId);
}
