import type { Services } from '../services.ts';
import { UsageRecord } from './usage-record.entity.ts';

export type Usage = {
  userId: number;
  fileId: number;
  run: number;
  fileSize: number;
  totalPages: number;
  totalCharacters: number;
  creditsConsumed: number;
};

/**
 * Notes one successful processing and adds it to the user's totals; the one writer of either. The same run twice changes
 * nothing. Belongs to the transaction that completes the file, so that totals are the sums of the records at all times.
 */
export async function recordUsage({ em, clock }: Pick<Services, 'em' | 'clock'>, usage: Usage): Promise<void> {
  const { affectedRows } = await em
    .createQueryBuilder(UsageRecord)
    .insert({ ...usage, createdAt: clock() })
    .onConflict(['fileId', 'run'])
    .ignore()
    .execute('run');
  if (affectedRows === 0) return;
  await em.execute(ADD, [usage.userId, usage.totalCharacters, usage.totalPages, usage.fileSize]);
}

/** One statement reads and writes, so that of two runs that end at once each is counted. */
const ADD = `insert into usage_totals (user_id, total_files, total_characters, total_pages, total_file_size)
  values (?, 1, ?, ?, ?)
  on conflict (user_id) do update set
    total_files = usage_totals.total_files + 1,
    total_characters = usage_totals.total_characters + excluded.total_characters,
    total_pages = usage_totals.total_pages + excluded.total_pages,
    total_file_size = usage_totals.total_file_size + excluded.total_file_size`;
