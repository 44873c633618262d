import { LockMode } from '@mikro-orm/core';
import { PermanentFailure } from '../permanent-failure.ts';
import type { Services } from '../services.ts';
import { forgetSubject } from '../webhook/forget-subject.ts';
import type { ClerkUser } from './clerk-user.ts';
import { registerUser } from './register-user.ts';
import { User } from './user.entity.ts';

/**
 * Makes the user, with signup credits, or takes over what is newer. Messages come in any order: older ones change
 * nothing, and none revives a deleted user. Throws `PermanentFailure` where it is not told how old the message is.
 */
export async function syncUser(
  services: Pick<Services, 'em' | 'clock' | 'settings'>,
  { updatedAtMs, ...told }: ClerkUser,
): Promise<void> {
  if (updatedAtMs === null) throw new PermanentFailure('The event does not say when its user was updated');
  const clerkUpdatedAt = new Date(updatedAtMs);
  const { id } = await registerUser(services, told);
  await services.em.transactional(async (tx) => {
    const user = await tx.findOneOrFail(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (user.deletedAt) await forgetSubject(tx, 'clerk', told.clerkUserId);
    else if (!user.clerkUpdatedAt || user.clerkUpdatedAt < clerkUpdatedAt) {
      tx.assign(user, { ...told, clerkUpdatedAt, updatedAt: services.clock() });
    }
  });
}
