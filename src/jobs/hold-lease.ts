import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { ClaimedJob, LeasedQueue } from './leased-queue.ts';

const BEATS_PER_LEASE = 6;

export type HeldLease = { lost: AbortSignal; letGo(): void };

/**
 * Extends the lease of a job six times in its length. `lost` aborts when another worker has taken the job over, or,
 * where the database does not answer, about one beat before another worker may: the job has that long to end.
 */
export function holdLease(job: ClaimedJob, queue: LeasedQueue, clock: Clock, log: Logger): HeldLease {
  const lost = new AbortController();
  const beatMilliseconds = queue.leaseMilliseconds / BEATS_PER_LEASE;
  // The last beat before the end, with room for a timer that fires a little early or late.
  const tooLittleMilliseconds = 1.5 * beatMilliseconds;
  let { leaseEndsAt } = job;

  const lose = () => {
    clearInterval(timer);
    lost.abort(new Error('The lease of the job is lost'));
  };
  const beat = async () => {
    if (leaseEndsAt.getTime() - clock().getTime() < tooLittleMilliseconds) return lose();
    try {
      const extended = await queue.extend(job);
      if (extended === null) lose();
      else leaseEndsAt = extended;
    } catch (error) {
      log.warn({ err: error }, 'The lease of a job could not be extended');
    }
  };
  const timer = setInterval(beat, beatMilliseconds);

  return { lost: lost.signal, letGo: () => clearInterval(timer) };
}
