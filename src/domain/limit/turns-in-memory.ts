import type { Clock } from '../../clock.ts';
import { AppError } from '../../errors.ts';
import { callMs, WINDOW_MS } from './rates.ts';

/** Turns of callers whom no row knows, counted in this process alone. */
export type Turns = {
  /** Throws `RATE_LIMITED` where the caller has no turn left; counts nothing. */
  mustHaveOne(caller: string): void;
  /** Counts one, whether there was one left or not. */
  count(caller: string): void;
};

/** The callers heard of last. Whoever has as many names as that is not stopped by counting. */
const REMEMBERED = 20_000;

/** So many calls a minute for each caller, by the algorithm of `takeTurn`; 0: no limit. */
export function countTurns(perMinute: number, clock: Clock): Turns {
  /** When all that a caller has used will have come back; the caller heard of last is at the end. */
  const freeAt = new Map<string, number>();
  const each = perMinute === 0 ? 0 : callMs(perMinute);

  return {
    mustHaveOne(caller) {
      const now = clock().getTime();
      const waitMs = Math.max(freeAt.get(caller) ?? 0, now) + each - WINDOW_MS - now;
      if (waitMs <= 0) return;
      throw new AppError('RATE_LIMITED', 'Too Many Requests', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    },

    count(caller) {
      if (each === 0) return;
      const now = clock().getTime();
      // More than a window is never owed, however often somebody calls who is refused.
      const free = Math.min(Math.max(freeAt.get(caller) ?? 0, now) + each, now + WINDOW_MS);
      freeAt.delete(caller);
      freeAt.set(caller, free);
      for (const oldest of freeAt.keys()) {
        if (freeAt.size <= REMEMBERED) break;
        freeAt.delete(oldest);
      }
    },
  };
}
