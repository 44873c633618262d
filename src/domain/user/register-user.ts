import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { grantSignupCredits } from '../credit/grant-signup-credits.ts';
import { openAccounts } from '../credit/open-accounts.ts';
import type { Services } from '../services.ts';
import { User } from './user.entity.ts';

export type Registration = {
  clerkUserId: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
};

/** Finds the user or makes one, with accounts and signup credits, in one transaction: once, however often it is called. */
export async function registerUser(
  services: Pick<Services, 'em' | 'clock' | 'settings'>,
  registration: Registration,
): Promise<User> {
  const { em, clock, settings } = services;
  const known = await em.findOne(User, { clerkUserId: registration.clerkUserId });
  if (known) return known;
  try {
    return await em.transactional(async (tx) => {
      const user = tx.create(User, { ...registration, createdAt: clock(), updatedAt: clock() });
      await tx.flush();
      await openAccounts(tx, user.id);
      await grantSignupCredits({ em: tx, clock }, user.id, settings.signupCredits);
      return user;
    });
  } catch (error) {
    // Somebody else made the same user in between.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return em.findOneOrFail(User, { clerkUserId: registration.clerkUserId });
  }
}
