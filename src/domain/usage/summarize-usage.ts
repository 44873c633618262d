import { sql } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { UsageRecord } from './usage-record.entity.ts';

export type UsageSummary = { totalFiles: number; totalCharacters: number; totalPages: number; totalFileSize: number };

/** All that the user has had processed, run by run; zeros for a new user. */
export async function summarizeUsage(em: SqlEntityManager, { userId }: Principal): Promise<UsageSummary> {
  const [row] = await em
    .createQueryBuilder(UsageRecord)
    .select([
      sql`count(*)`.as('files'),
      sql`sum(total_characters)`.as('characters'),
      sql`sum(total_pages)`.as('pages'),
      sql`sum(file_size)`.as('size'),
    ])
    .where({ userId })
    .execute<Record<'files' | 'characters' | 'pages' | 'size', number | string | null>[]>();
  // PostgreSQL answers sums as bigint, that is as text.
  return {
    totalFiles: Number(row?.files ?? 0),
    totalCharacters: Number(row?.characters ?? 0),
    totalPages: Number(row?.pages ?? 0),
    totalFileSize: Number(row?.size ?? 0),
  };
}
