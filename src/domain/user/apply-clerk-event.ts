import { PermanentFailure } from '../permanent-failure.ts';
import type { Services } from '../services.ts';
import type { ClerkUser } from './clerk-user.ts';
import { eraseUser } from './erase-user.ts';
import { syncUser } from './sync-user.ts';

/** An event of Clerk as it was kept: what it tells of its user, or nothing where it names none. */
export type ClerkEvent = { type: string; payload: { user: ClerkUser | null } };

/**
 * Does what a Clerk event means, once, however often and in whatever order events are applied
 * (https://clerk.com/docs/guides/development/webhooks/overview). Types that mean nothing to us, and a deletion that does
 * not say whose, are applied by doing nothing. Throws `PermanentFailure` where the event is wrong and will stay so.
 */
export async function applyClerkEvent(services: Services, { type, payload: { user } }: ClerkEvent): Promise<void> {
  switch (type) {
    case 'user.created':
    case 'user.updated':
      if (!user) throw new PermanentFailure('The event names no user');
      return syncUser(services, user);
    case 'user.deleted':
      if (user) await eraseUser(services, user.clerkUserId);
      return;
    default:
  }
}
