import type { SqlEntityManager } from '@mikro-orm/sql';
import { AppError } from '../../errors.ts';
import type { Services } from '../services.ts';
import type { Line } from './next-round.ts';

/** How many may wait in a line, of all users and of one; 0: any number. */
export type QueueBounds = { readonly all: number; readonly perUser: number };

/** A guess: how fast the queue moves depends on what is in it. */
const RETRY_AFTER_SECONDS = 30;

const FULL: Record<Line, string> = {
  files: 'Too many statements are waiting to be read; process this one again in a little while',
  dashboards: 'Too many dashboards are waiting to be built; reprocess this one again in a little while',
};

/** Throws `RATE_LIMITED` where the user has as many waiting as one may, and `BUSY` where all users together have. */
export async function mustHaveRoom(
  { em, settings }: Pick<Services, 'em' | 'settings'>,
  line: Line,
  userId: number,
): Promise<void> {
  const { all, perUser } = settings.queueBounds;
  if (perUser > 0 && (await countWaiting(em, line, perUser, 'user_id = ? and', [userId])) >= perUser) {
    throw new AppError('RATE_LIMITED', 'Too Many Requests', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  if (all > 0 && (await countWaiting(em, line, all, '', [])) >= all) {
    throw new AppError('BUSY', FULL[line], { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
}

/** Up to `most`, from an index that holds nothing but what waits. */
async function countWaiting(
  em: SqlEntityManager,
  line: Line,
  most: number,
  whose: string,
  who: number[],
): Promise<number> {
  const [row]: { waiting?: number | string }[] = await em.execute(
    `select count(*) as waiting from (select 1 from ${line} where ${whose} round is not null limit ?) as seen`,
    [...who, most],
  );
  return Number(row?.waiting);
}
