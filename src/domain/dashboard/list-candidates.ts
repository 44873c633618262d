import type { SqlEntityManager } from '@mikro-orm/sql';
import { File } from '../file/file.entity.ts';
import type { Page } from '../page.ts';
import { selectRows } from '../select-rows.ts';
import type { Dashboard } from './dashboard.entity.ts';

type Tables = {
  dashboard_files: { dashboard_id: number; file_id: number };
  files: { id: number; user_id: number; filename: string; status: string };
};

/** What a dashboard could hold and does not: of `search` the upper and lower case of ASCII letters makes no difference. */
type Wanted = { dashboard: Pick<Dashboard, 'id' | 'userId'>; search?: string | null | undefined };

/** The owner's completed files that are not in the dashboard, newest first, without their statements. */
export async function listCandidates(
  em: SqlEntityManager,
  { limit, skip = 0, before, ...wanted }: Page & Wanted,
): Promise<File[]> {
  let query = candidates(em, wanted).select('files.id').orderBy('files.id', 'desc').limit(limit).offset(skip);
  if (before != null) query = query.where('files.id', '<', before);
  const found = await query.execute();
  if (found.length === 0) return [];
  const files = await selectRows(em, File, { id: found.map(({ id }) => id) });
  return files.toSorted((one, other) => other.id - one.id);
}

export async function countCandidates(em: SqlEntityManager, wanted: Wanted): Promise<number> {
  const { count } = await candidates(em, wanted)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function candidates(em: SqlEntityManager, { dashboard, search }: Wanted) {
  const query = em
    .getKysely<Tables>()
    .selectFrom('files')
    .where('files.user_id', '=', dashboard.userId)
    .where('files.status', '=', 'completed')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('dashboard_files')
            .select('dashboard_files.file_id')
            .whereRef('dashboard_files.file_id', '=', 'files.id')
            .where('dashboard_files.dashboard_id', '=', dashboard.id),
        ),
      ),
    );
  if (!search) return query;
  // What is left without it is another name. No pattern, in which `%` and `_` would not be letters like others.
  return query.where(({ eb, fn, val }) => {
    const name = fn<string>('lower', ['files.filename']);
    return eb(fn<string>('replace', [name, fn('lower', [val(search)]), val('')]), '!=', name);
  });
}
