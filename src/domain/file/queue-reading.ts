import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Jobs } from '../../jobs/queue.ts';
import type { Services } from '../services.ts';
import { File } from './file.entity.ts';
import { mustHaveRoom } from './queue-bounds.ts';
import type { RunOfFile } from './running-file.ts';

/**
 * Has the file's present run wait for its reading, in the transaction that starts it. The queue is served in rounds: in
 * each, one statement of everybody who has some waiting. Whoever comes joins the present round, behind those who are in
 * it already, so that ten thousand statements of one user keep another's single one waiting for one of them (fair
 * queueing, Nagle, RFC 970). Throws what `mustHaveRoom` throws.
 *
 * Two calls of one user must not overlap here, or both would get the same round and find room for one: the reservation
 * of credits, which comes before, has locked the user's accounts. (Not where no page could be counted; such a reading
 * is over at once.)
 */
export async function queueReading(
  { em, queue, settings }: Pick<Services, 'em' | 'queue' | 'settings'>,
  file: File,
  payload: Jobs['process-file'],
): Promise<void> {
  await mustHaveRoom({ em, settings }, file.userId);
  file.round = await nextRound(em, file.userId);
  await queue.enqueue(em, 'process-file', payload, { round: file.round });
}

/** The present round, or the one after the last in which the user has a statement waiting. */
async function nextRound(em: SqlEntityManager, userId: number): Promise<number> {
  const [row]: { present?: number | null; last?: number | null }[] = await em.execute(
    `select (select min(round) from files where round is not null) as present,
       (select max(round) from files where user_id = ? and round is not null) as last`,
    [userId],
  );
  return Math.max(row?.present ?? 1, (row?.last ?? 0) + 1);
}

/** The run's reading begins: it waits no longer. */
export async function beginReading(em: SqlEntityManager, { fileId, run }: RunOfFile): Promise<void> {
  await em.nativeUpdate(File, { id: fileId, run, round: { $ne: null } }, { round: null });
}
