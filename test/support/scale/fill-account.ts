import type { SqlEntityManager } from '@mikro-orm/sql';

/** Gives a user so many completed files with their usage, ids from `firstId` on, as fast as the database writes. */
export async function fillAccount(
  em: SqlEntityManager,
  userId: number,
  { files, firstId = 1 }: { files: number; firstId?: number },
): Promise<void> {
  const ids = `with recursive ids(id) as (select ${firstId} union all select id + 1 from ids where id < ${firstId + files - 1})`;
  const isSqlite = em.getPlatform().constructor.name.startsWith('Sqlite');
  const now = isSqlite ? String(Date.parse('2026-03-01T12:00:00Z')) : "timestamptz '2026-03-01T12:00:00Z'";
  await em.execute(`insert into files (id, user_id, filename, status, file_size, mime_type, storage_path, total_pages,
      total_characters, credits_consumed, progress, run, completed_run, created_at, updated_at, processed_at)
    ${ids} select id, ${userId}, 'statement-' || id || '.pdf', 'completed', 40000, 'application/pdf',
      'uploads/user_id=${userId}/file_id=' || id || '/0123456789abcdef.pdf', 2, 3000, 2, 100, 1, 1, ${now}, ${now}, ${now}
    from ids`);
  await em.execute(`insert into usage_records (id, user_id, file_id, run, file_size, total_characters, total_pages,
      credits_consumed, created_at)
    ${ids} select id, ${userId}, id, 1, 40000, 3000, 2, 2, ${now} from ids`);
  await em.execute(`insert into usage_totals (user_id, total_files, total_characters, total_pages, total_file_size)
    values (${userId}, ${files}, ${files * 3_000}, ${files * 2}, ${files * 40_000})
    on conflict (user_id) do update set total_files = usage_totals.total_files + excluded.total_files,
      total_characters = usage_totals.total_characters + excluded.total_characters,
      total_pages = usage_totals.total_pages + excluded.total_pages,
      total_file_size = usage_totals.total_file_size + excluded.total_file_size`);
  if (isSqlite) {
    await em.execute('analyze');
    // Else whatever is read first is read through the log of all that was written.
    await em.execute('pragma wal_checkpoint(truncate)');
    return;
  }
  for (const table of ['files', 'usage_records']) {
    await em.execute(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
    await em.execute(`analyze ${table}`);
  }
}
