import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { watchRow } from '../watch-row.ts';
import type { File } from './file.entity.ts';
import { findOwnFile } from './find-own-file.ts';
import type { ProgressFeed } from './progress-feed.ts';

type Watch = { progress: ProgressFeed; fork: () => SqlEntityManager };

/**
 * The caller's file now and after every change, until it is neither pending nor processing. `fork` gives a fresh
 * entity manager a look, since the watch may last long. Throws `NOT_FOUND`, also where the file is deleted meanwhile.
 */
export const watchFile = (
  { progress, fork }: Watch,
  principal: Principal,
  fileId: number,
): AsyncIterableIterator<File> =>
  watchRow({
    feed: progress,
    id: fileId,
    find: () => findOwnFile(fork(), principal, fileId),
    isOver: ({ status }) => status === 'completed' || status === 'error',
  });
