import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { notFound } from '../../errors.ts';
import { User } from './user.entity.ts';

/** The id of the local user behind a session token's `sub`, or null. */
export async function findUserId(em: SqlEntityManager, clerkUserId: string): Promise<number | null> {
  const user = await em.findOne(User, { clerkUserId }, { fields: ['id'], disableIdentityMap: true });
  return user?.id ?? null;
}

/** The signed-in user's own row. */
export async function findMe(em: SqlEntityManager, principal: Principal): Promise<User> {
  const user = await em.findOne(User, { id: principal.userId });
  if (!user) throw notFound('User');
  return user;
}
