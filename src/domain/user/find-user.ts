import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { notFound } from '../../errors.ts';
import { selectRows } from '../select-rows.ts';
import { User } from './user.entity.ts';

/** The id of the local user behind a session token's `sub`, or null. A deleted user's token is nobody's. */
export async function findUserId(em: SqlEntityManager, clerkUserId: string): Promise<number | null> {
  const [user] = await selectRows(em, User, { clerkUserId });
  return user && !user.deletedAt ? user.id : null;
}

/** The signed-in user's own row. */
export async function findMe(em: SqlEntityManager, { userId }: Principal): Promise<User> {
  const [user] = await selectRows(em, User, { id: userId });
  if (!user) throw notFound('User');
  return user;
}
