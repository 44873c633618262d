import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import type { File } from './file.entity.ts';
import { findOwnFile } from './find-own-file.ts';
import type { ProgressFeed } from './progress-feed.ts';

/**
 * The caller's file now and after every change, until it is neither pending nor processing. `fork` gives a fresh
 * entity manager a look, since the watch may last long. Throws `NOT_FOUND`, also where the file is deleted meanwhile.
 */
export async function* watchFile(
  services: { progress: ProgressFeed; fork: () => SqlEntityManager },
  principal: Principal,
  fileId: number,
): AsyncGenerator<File, void, undefined> {
  // Listening begins before the first look, so that no change falls between them.
  const changes = services.progress.subscribe(fileId);
  try {
    for (;;) {
      const file = await findOwnFile(services.fork(), principal, fileId);
      yield file;
      if (file.status === 'completed' || file.status === 'error') return;
      if ((await changes.next()).done) return;
    }
  } finally {
    await changes.return?.();
  }
}
