import type { Dashboard } from '../domain/dashboard/dashboard.entity.ts';
import { countCandidates, listCandidates } from '../domain/dashboard/list-candidates.ts';
import { countDashboardFiles, listDashboardFiles } from '../domain/dashboard/list-dashboard-files.ts';
import { DASHBOARD_STATUSES, isRebuilding, statusOf } from '../domain/dashboard/rules.ts';
import { builder } from './builder.ts';
import { connect, defineConnection, pageArgs } from './connection.ts';
import { enumValues } from './enum-values.ts';
import { FileConnection } from './file.ts';

const DashboardStatusEnum = builder.enumType('DashboardStatus', { values: enumValues(DASHBOARD_STATUSES) });

export const DashboardType = builder.objectRef<Dashboard>('Dashboard').implement({
  description: 'Several statements that are merged into one workbook.',
  fields: (t) => ({
    id: t.exposeID('id'),
    userId: t.exposeID('userId'),
    name: t.exposeString('name'),
    description: t.exposeString('description', { nullable: true }),
    status: t.field({
      type: DashboardStatusEnum,
      description: 'Whether the workbook holds what its files hold: new until the first file is added.',
      resolve: statusOf,
    }),
    fileCount: t.loadable({
      type: 'Int',
      description: 'Counted only where it is asked for.',
      resolve: ({ id }) => id,
      load: (ids: number[], { services }) => countDashboardFiles(services.em, ids),
      // A later mutation of the same request changes it, and a subscription sees it change.
      loaderOptions: { cache: false },
    }),
    files: t.field({
      type: FileConnection,
      description: 'Newest file first.',
      args: pageArgs,
      resolve: ({ id }, page, { services: { em } }) =>
        connect(
          page,
          (part) => listDashboardFiles(em, id, part),
          async () => (await countDashboardFiles(em, [id]))[0] ?? 0,
        ),
    }),
    candidates: t.field({
      type: FileConnection,
      description: 'The completed files that are not in it, newest first.',
      args: { ...pageArgs, search: t.arg.string({ description: 'A part of the names, in upper or lower case.' }) },
      resolve: (dashboard, { search, ...page }, { services: { em } }) => {
        const wanted = { dashboard, search: search?.replaceAll('\0', '') };
        return connect(
          page,
          (part) => listCandidates(em, { ...part, ...wanted }),
          () => countCandidates(em, wanted),
        );
      },
    }),
    rebuilding: t.boolean({ description: 'Whether the workbook is being built.', resolve: isRebuilding }),
    progress: t.exposeInt('progress', { description: 'Percent of the present or last rebuild.' }),
    rebuildError: t.exposeString('failure', { nullable: true, description: 'Why the last rebuild failed.' }),
    builtAt: t.expose('builtAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the workbook that can be downloaded was built.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});
export const DashboardConnection = defineConnection('Dashboard', DashboardType);
