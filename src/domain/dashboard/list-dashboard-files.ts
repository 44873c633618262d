import type { SqlEntityManager } from '@mikro-orm/sql';
import { File } from '../file/file.entity.ts';
import type { Page } from '../page.ts';
import { selectRows } from '../select-rows.ts';
import { DashboardFile } from './dashboard-file.entity.ts';

/** The files of a dashboard that was found for its owner, newest file first, without their statements. */
export async function listDashboardFiles(
  em: SqlEntityManager,
  dashboardId: number,
  { limit, skip = 0, before }: Page,
): Promise<File[]> {
  const links = await em.find(
    DashboardFile,
    { dashboardId, ...(before == null ? {} : { fileId: { $lt: before } }) },
    { orderBy: { fileId: 'desc' }, limit, offset: skip, disableIdentityMap: true },
  );
  if (links.length === 0) return [];
  const files = await selectRows(em, File, { id: links.map(({ fileId }) => fileId) });
  return files.toSorted((one, other) => other.id - one.id);
}

/** How many files each of these dashboards has, in the order of the ids. */
export async function countDashboardFiles(em: SqlEntityManager, dashboardIds: readonly number[]): Promise<number[]> {
  const counts = await em
    .getKysely<{ dashboard_files: { dashboard_id: number } }>()
    .selectFrom('dashboard_files')
    .select(({ fn }) => ['dashboard_id', fn.countAll().as('files')])
    .where('dashboard_id', 'in', [...dashboardIds])
    .groupBy('dashboard_id')
    .execute();
  const found = new Map(counts.map(({ dashboard_id, files }) => [dashboard_id, Number(files)]));
  return dashboardIds.map((id) => found.get(id) ?? 0);
}
