import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { UsageTotals } from './usage-totals.entity.ts';

export type UsageSummary = { totalFiles: number; totalCharacters: number; totalPages: number; totalFileSize: number };

const NOTHING: UsageSummary = { totalFiles: 0, totalCharacters: 0, totalPages: 0, totalFileSize: 0 };

/** All that the user has had processed, run by run; zeros for a new user. One row, however many runs there were. */
export async function summarizeUsage(em: SqlEntityManager, { userId }: Principal): Promise<UsageSummary> {
  const totals = await em.findOne(UsageTotals, { userId }, { disableIdentityMap: true });
  if (!totals) return NOTHING;
  const { totalFiles, totalCharacters, totalPages, totalFileSize } = totals;
  return { totalFiles, totalCharacters, totalPages, totalFileSize };
}
