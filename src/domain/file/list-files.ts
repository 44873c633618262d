import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { type Page, pageFilter, pageOptions } from '../page.ts';
import { File, type FileStatus } from './file.entity.ts';

/** The user's files, newest first, without their statements. */
export const listFiles = (
  em: SqlEntityManager,
  { userId }: Principal,
  { status, ...page }: Page & { status?: FileStatus | null },
): Promise<File[]> =>
  em.find(
    File,
    { userId, ...(status ? { status } : {}), ...pageFilter(page) },
    { ...pageOptions(page), disableIdentityMap: true },
  );

export const countFiles = (
  em: SqlEntityManager,
  { userId }: Principal,
  { status }: { status?: FileStatus | null },
): Promise<number> => em.count(File, { userId, ...(status ? { status } : {}) });
