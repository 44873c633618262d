import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Jobs } from '../../jobs/queue.ts';
import { nextRound } from '../limit/next-round.ts';
import { mustHaveRoom } from '../limit/queue-bounds.ts';
import type { Services } from '../services.ts';
import { File } from './file.entity.ts';
import type { RunOfFile } from './running-file.ts';

/**
 * Has the file's present run wait for its reading, in the transaction that starts it. Throws what `mustHaveRoom` throws.
 *
 * Calls of one user do not overlap, since the reservation of credits, which comes before, has locked the user's accounts.
 * (Not where no page could be counted; such a reading is over at once.)
 */
export async function queueReading(
  { em, queue, settings }: Pick<Services, 'em' | 'queue' | 'settings'>,
  file: File,
  payload: Jobs['process-file'],
): Promise<void> {
  await mustHaveRoom({ em, settings }, 'files', file.userId);
  file.round = await nextRound(em, 'files', file.userId);
  await queue.enqueue(em, 'process-file', payload, { round: file.round });
}

/** The run's reading begins: it waits no longer. */
export async function beginReading(em: SqlEntityManager, { fileId, run }: RunOfFile): Promise<void> {
  await em.nativeUpdate(File, { id: fileId, run, round: { $ne: null } }, { round: null });
}
