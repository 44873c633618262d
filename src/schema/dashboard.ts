import { addFiles } from '../domain/dashboard/add-files.ts';
import { createDashboard } from '../domain/dashboard/create-dashboard.ts';
import { deleteDashboard } from '../domain/dashboard/delete-dashboard.ts';
import { createDashboardLink, DASHBOARD_FORMATS } from '../domain/dashboard/download-dashboard.ts';
import { findOwnDashboard } from '../domain/dashboard/find-own-dashboard.ts';
import { countDashboards, listDashboards } from '../domain/dashboard/list-dashboards.ts';
import { removeFile } from '../domain/dashboard/remove-file.ts';
import { reprocessDashboard } from '../domain/dashboard/reprocess-dashboard.ts';
import { updateDashboard } from '../domain/dashboard/update-dashboard.ts';
import { watchDashboard } from '../domain/dashboard/watch-dashboard.ts';
import { builder } from './builder.ts';
import { connect, pageArgs } from './connection.ts';
import { DashboardConnection, DashboardType } from './dashboard-type.ts';
import { creationRules, fileIdRules, updateRules } from './dashboard-rules.ts';
import { endWithError } from './end-with-error.ts';
import { enumValues } from './enum-values.ts';
import { DownloadLinkType } from './file.ts';
import { parseId, readId } from './read-id.ts';
import { rate } from './rates.ts';
import { readInput } from './read-input.ts';

const DashboardFormatEnum = builder.enumType('DashboardFormat', { values: enumValues(DASHBOARD_FORMATS) });

const DeletedDashboardType = builder.objectRef<{ id: number }>('DeletedDashboard').implement({
  fields: (t) => ({ id: t.exposeID('id') }),
});

const CreateDashboardInput = builder.inputType('CreateDashboardInput', {
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 255 characters on one line.' }),
    description: t.string({ description: 'Up to 2000 characters.' }),
  }),
});

/** What cannot be an id is an id that no file has: whose dashboard it is, is looked at first. */
const idOrNone = (text: string): number => parseId(text) ?? 0;

builder.queryFields((t) => ({
  dashboard: t.withAuth({ authenticated: true }).field({
    type: DashboardType,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { services, principal }) =>
      findOwnDashboard(services.em, principal, readId('Dashboard', id)),
  }),
  dashboards: t.withAuth({ authenticated: true }).field({
    type: DashboardConnection,
    description: 'Newest first.',
    args: pageArgs,
    resolve: (_root, page, { services: { em }, principal }) =>
      connect(
        page,
        (part) => listDashboards(em, principal, part),
        () => countDashboards(em, principal),
      ),
  }),
  dashboardDownloadLink: t.withAuth({ authenticated: true }).field({
    type: DownloadLinkType,
    description: 'A signed URL that downloads the last build for a while.',
    args: {
      id: t.arg.id({ required: true }),
      format: t.arg({ type: DashboardFormatEnum, defaultValue: 'xlsx' }),
    },
    resolve: (_root, { id, format }, { services, principal }) =>
      createDashboardLink(services, principal, readId('Dashboard', id), format ?? 'xlsx'),
  }),
}));

builder.mutationFields((t) => ({
  createDashboard: t.withAuth({ authenticated: true }).field({
    ...rate('change'),
    type: DashboardType,
    args: { input: t.arg({ type: CreateDashboardInput, required: true }) },
    resolve: (_root, { input }, { services, principal }) =>
      createDashboard(services, principal, readInput(creationRules, input)),
  }),
  updateDashboard: t.withAuth({ authenticated: true }).field({
    ...rate('change'),
    type: DashboardType,
    description: 'What is left out stays as it is.',
    // No input object: a compiled operation would make null of what is left out of one.
    args: {
      id: t.arg.id({ required: true }),
      name: t.arg.string({ description: '1 to 255 characters on one line.' }),
      description: t.arg.string({ description: 'Up to 2000 characters; null removes it.' }),
    },
    resolve: (_root, { id, ...changes }, { services, principal }) =>
      updateDashboard(services, principal, readId('Dashboard', id), readInput(updateRules, changes)),
  }),
  deleteDashboard: t.withAuth({ authenticated: true }).field({
    ...rate('change'),
    type: DeletedDashboardType,
    description: 'Removes the dashboard and its workbook. Its files stay.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, args, { services, principal }) => {
      const id = readId('Dashboard', args.id);
      await deleteDashboard(services, principal, id);
      return { id };
    },
  }),
  addDashboardFiles: t.withAuth({ authenticated: true }).field({
    ...rate('change'),
    type: DashboardType,
    description: 'Adds files, all or none. Those that are in it already stay.',
    args: {
      id: t.arg.id({ required: true }),
      fileIds: t.arg.idList({ required: true, description: 'Up to 1000.' }),
    },
    resolve: (_root, { id, fileIds }, { services, principal }) => {
      const ids = readInput(fileIdRules, { fileIds }).fileIds.map(idOrNone);
      return addFiles(services, principal, readId('Dashboard', id), ids);
    },
  }),
  removeDashboardFile: t.withAuth({ authenticated: true }).field({
    ...rate('change'),
    type: DashboardType,
    description: 'Takes a file out; the file itself stays.',
    args: { id: t.arg.id({ required: true }), fileId: t.arg.id({ required: true }) },
    resolve: (_root, { id, fileId }, { services, principal }) =>
      removeFile(services, principal, readId('Dashboard', id), idOrNone(fileId)),
  }),
  reprocessDashboard: t.withAuth({ authenticated: true }).field({
    ...rate('build'),
    type: DashboardType,
    description: 'Has the workbook built anew from the completed files, for free.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { services, principal }) =>
      reprocessDashboard(services, principal, readId('Dashboard', id)),
  }),
}));

builder.subscriptionField('dashboardProgress', (t) =>
  t.withAuth({ authenticated: true }).field({
    type: DashboardType,
    description: 'The dashboard now and at every change, until no rebuild is under way.',
    args: { id: t.arg.id({ required: true }) },
    subscribe: (_root, { id }, { services: { dashboardProgress }, fork, principal }) =>
      endWithError(watchDashboard({ dashboardProgress, fork }, principal, readId('Dashboard', id))),
    resolve: (event) => {
      if (event instanceof Error) throw event;
      return event;
    },
  }),
);
