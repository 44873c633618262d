import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { Dashboard } from '../dashboard/dashboard.entity.ts';
import { deleteDashboard } from '../dashboard/delete-dashboard.ts';
import { deleteFile } from '../file/delete-file.ts';
import { File } from '../file/file.entity.ts';
import { uploadsPrefix } from '../file/file-paths.ts';
import type { Services } from '../services.ts';
import { forgetSubject } from '../webhook/forget-subject.ts';
import { User } from './user.entity.ts';

/**
 * Erases who the user is and everything they have given us: name, address, dashboards, files, stored objects, and what events told
 * of them. Ledger, payments and usage stay, without a name, and so does the row they refer to, as a tombstone: nobody
 * signs in as it, and no late message revives it. Safe to be run again at any point.
 */
export async function eraseUser(services: Services, clerkUserId: string): Promise<void> {
  const { em, storage } = services;
  // First of all the user is locked out, so that nothing new comes while the rest is erased.
  const userId = await bury(services, clerkUserId);
  for (const { id } of await em.find(Dashboard, { userId }, { fields: ['id'] })) {
    await deleteDashboard(services, { userId }, id);
  }
  for (const { id } of await em.find(File, { userId }, { fields: ['id'] })) await deleteFile(services, { userId }, id);
  // Bytes that were uploaded by a signed URL after their file was gone.
  await storage.deletePrefix(uploadsPrefix(userId));
  await forgetSubject(em, 'clerk', clerkUserId);
}

/** Leaves a row without a name, also where the user was never known here. Answers with its id. */
async function bury({ em, clock }: Services, clerkUserId: string): Promise<number> {
  const find = () =>
    em.transactional(async (tx) => {
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
      const now = clock();
      const nameless = { email: null, firstName: null, lastName: null, updatedAt: now };
      const user =
        (await tx.findOne(User, { clerkUserId }, lock)) ??
        tx.create(User, { ...nameless, clerkUserId, clerkUpdatedAt: null, deletedAt: now, createdAt: now });
      tx.assign(user, { ...nameless, deletedAt: user.deletedAt ?? now });
      await tx.flush();
      return user.id;
    });
  try {
    return await find();
  } catch (error) {
    // The user was made in between, and is there now.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return find();
  }
}
