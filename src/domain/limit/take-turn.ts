import type { Principal } from '../../auth/principal.ts';
import { AppError } from '../../errors.ts';
import type { Services } from '../services.ts';
import { callMs, type RateName, WINDOW_MS } from './rates.ts';

/**
 * Counts one call of the user's, over all processes that share the database, and throws `RATE_LIMITED` where there were
 * too many; then nothing is counted. One statement decides, so that no two calls take the same turn. The algorithm is
 * GCRA (ITU-T I.371): what is kept is the time at which all that was used will have come back.
 */
export async function takeTurn(
  { em, clock, settings }: Pick<Services, 'em' | 'clock' | 'settings'>,
  { userId }: Principal,
  rate: RateName,
): Promise<void> {
  const perMinute = settings.rates[rate];
  if (perMinute === 0) return;
  const now = clock().getTime();
  const each = callMs(perMinute);
  const taken = await em.execute(TAKE, [userId, rate, now + each, now, each, each, now + WINDOW_MS]);
  if (taken.length > 0) return;
  const [row]: { free_at?: string | number }[] = await em.execute(LOOK, [userId, rate]);
  const waitMs = Number(row?.free_at ?? now) + each - WINDOW_MS - now;
  throw new AppError('RATE_LIMITED', 'Too Many Requests', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}

const TAKE = `insert into rate_limits (user_id, rate, free_at) values (?, ?, ?)
  on conflict (user_id, rate) do update
    set free_at = case when rate_limits.free_at > ? then rate_limits.free_at + ? else excluded.free_at end
    where rate_limits.free_at + ? <= ?
  returning free_at`;

const LOOK = 'select free_at from rate_limits where user_id = ? and rate = ?';
