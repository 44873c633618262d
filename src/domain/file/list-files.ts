import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import type { Page } from '../page.ts';
import { selectRows } from '../select-rows.ts';
import { File, type FileStatus } from './file.entity.ts';

type Filter = { status?: FileStatus | null | undefined };

/** The user's files, newest first, without their statements. */
export const listFiles = (
  em: SqlEntityManager,
  principal: Principal,
  { status, ...page }: Page & Filter,
): Promise<File[]> => selectRows(em, File, ofUser(principal, { status }), page);

export const countFiles = (em: SqlEntityManager, principal: Principal, filter: Filter): Promise<number> =>
  em.count(File, ofUser(principal, filter));

const ofUser = ({ userId }: Principal, { status }: Filter) => ({ userId, ...(status ? { status } : {}) });
