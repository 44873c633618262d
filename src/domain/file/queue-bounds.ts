import type { SqlEntityManager } from '@mikro-orm/sql';
import { AppError } from '../../errors.ts';
import type { Services } from '../services.ts';

/** How many statements may wait to be read, of all users and of one; 0: any number. */
export type QueueBounds = { readonly all: number; readonly perUser: number };

/** A guess: how fast the queue moves depends on what is in it. */
const RETRY_AFTER_SECONDS = 30;

/**
 * Throws `RATE_LIMITED` where the user has as many statements waiting as one may, and `BUSY` where all users together
 * have.
 */
export async function mustHaveRoom({ em, settings }: Pick<Services, 'em' | 'settings'>, userId: number): Promise<void> {
  const { all, perUser } = settings.queueBounds;
  if (perUser > 0 && (await countWaiting(em, perUser, 'user_id = ? and', [userId])) >= perUser) {
    throw new AppError('RATE_LIMITED', 'Too Many Requests', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  if (all > 0 && (await countWaiting(em, all, '', [])) >= all) {
    throw new AppError('BUSY', 'Too many statements are waiting to be read; process this one again in a little while', {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
  }
}

/** Up to `most`, from an index that holds nothing but what waits. */
async function countWaiting(em: SqlEntityManager, most: number, whose: string, who: number[]): Promise<number> {
  const [row]: { waiting?: number | string }[] = await em.execute(
    `select count(*) as waiting from (select 1 from files where ${whose} round is not null limit ?) as seen`,
    [...who, most],
  );
  return Number(row?.waiting);
}
