import type { SqlEntityManager } from '@mikro-orm/sql';

/** A member file that has been read, and the run whose result counts. */
export type CompletedMember = { fileId: number; filename: string; run: number };

type Tables = {
  dashboard_files: { id: number; dashboard_id: number; file_id: number };
  files: { id: number; filename: string; completed_run: number | null; processed_data: unknown };
};

/** The members that a rebuild can use, in the order in which they were added. */
export const findCompletedMembers = (em: SqlEntityManager, dashboardId: number): Promise<CompletedMember[]> =>
  em
    .getKysely<Tables>()
    .selectFrom('dashboard_files')
    .innerJoin('files', 'files.id', 'dashboard_files.file_id')
    .select(['files.id as fileId', 'files.filename', 'files.completed_run as run'])
    .where('dashboard_files.dashboard_id', '=', dashboardId)
    .where('files.completed_run', 'is not', null)
    .orderBy('dashboard_files.id')
    .$narrowType<{ run: number }>()
    .execute();

/**
 * What was read from a member, as the JSON text of an `ExtractedDocument`: it is megabytes, and whoever needs it parsed
 * parses it elsewhere. Null where the file is gone, or holds the result of another run by now.
 */
export async function loadMemberText(em: SqlEntityManager, { fileId, run }: CompletedMember): Promise<string | null> {
  const found = await em
    .getKysely<Tables>()
    .selectFrom('files')
    .select(({ cast }) => cast<string | null>('processed_data', 'text').as('text'))
    .where('id', '=', fileId)
    .where('completed_run', '=', run)
    .executeTakeFirst();
  return found?.text ?? null;
}
