import type { SqlEntityManager } from '@mikro-orm/sql';

/** What waits in rounds: the table whose rows do, those with a `round`. Each is a line of its own. */
export type Line = 'files' | 'dashboards';

/**
 * The round for one more of the user's. A line is served in rounds: in each, one of everybody who has some waiting.
 * Whoever comes joins the present round, behind those who are in it already, so that ten thousand of one user keep
 * another's single one waiting for one of them (fair queueing, Nagle, RFC 970).
 *
 * Two calls of one user must not overlap here, or both would get the same round: the caller holds a lock that all calls
 * of the user take.
 */
export async function nextRound(em: SqlEntityManager, line: Line, userId: number): Promise<number> {
  // The present round, or the one after the last in which the user has something waiting.
  const [row]: { present?: number | null; last?: number | null }[] = await em.execute(
    `select (select min(round) from ${line} where round is not null) as present,
       (select max(round) from ${line} where user_id = ? and round is not null) as last`,
    [userId],
  );
  return Math.max(row?.present ?? 1, (row?.last ?? 0) + 1);
}
