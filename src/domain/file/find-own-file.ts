import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { notFound } from '../../errors.ts';
import { File } from './file.entity.ts';

/** The caller's own file. Somebody else's answers exactly as a missing one does: `NOT_FOUND`. */
export async function findOwnFile(em: SqlEntityManager, { userId }: Principal, id: number): Promise<File> {
  const file = await em.findOne(File, { id, userId });
  if (!file) throw notFound('File');
  return file;
}

/** The same, as it stands now and locked until the transaction ends. */
export async function lockOwnFile(em: SqlEntityManager, { userId }: Principal, id: number): Promise<File> {
  const file = await em.findOne(File, { id, userId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!file) throw notFound('File');
  return file;
}
