import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import type { File } from './file.entity.ts';
import { findOwnFile } from './find-own-file.ts';
import type { ProgressFeed } from './progress-feed.ts';

type Watch = { progress: ProgressFeed; fork: () => SqlEntityManager };

/**
 * The caller's file now and after every change, until it is neither pending nor processing. `fork` gives a fresh
 * entity manager a look, since the watch may last long. Throws `NOT_FOUND`, also where the file is deleted meanwhile.
 */
export function watchFile(
  { progress, fork }: Watch,
  principal: Principal,
  fileId: number,
): AsyncIterableIterator<File> {
  // Listening begins before the first look, so that no change falls between them.
  const changes = progress.subscribe(fileId);
  const looks = look(changes, () => findOwnFile(fork(), principal, fileId));
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => looks.next(),
    // A generator that waits for a change cannot be told to return; the changes can, and then it does.
    return: async () => {
      await changes.return?.();
      return looks.return();
    },
  };
}

async function* look(changes: AsyncIterator<unknown>, find: () => Promise<File>): AsyncGenerator<File, void> {
  try {
    for (;;) {
      const file = await find();
      yield file;
      if (file.status === 'completed' || file.status === 'error') return;
      if ((await changes.next()).done) return;
    }
  } finally {
    await changes.return?.();
  }
}
