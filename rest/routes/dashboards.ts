import { z } from 'zod';
import { COMBINED_TYPES, sendDashboard } from '../download.ts';
import { ConditionHeaders } from '../send-stored.ts';
import type { Route } from '../route.ts';
import * as dashboard from '../schemas/dashboard.ts';
import * as file from '../schemas/file.ts';
import { Page } from '../schemas/values.ts';
import { TOO_MANY, toList } from './shared.ts';

const NOT_BUILT = 'Nothing is built yet; reprocess the dashboard and wait until it is up_to_date';

/** Several statements in one workbook. */
export const dashboardRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/dashboards/',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'Make a dashboard: several statements in one workbook',
    args: { body: dashboard.DashboardCreation },
    operation: 'create-dashboard',
    response: dashboard.Dashboard,
    errors: { RATE_LIMITED: TOO_MANY },
  },
  {
    method: 'GET',
    path: '/dashboards/',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'Your dashboards, newest first',
    args: { query: Page },
    operation: 'list-dashboards',
    pick: toList,
    response: z.array(dashboard.Dashboard),
  },
  {
    method: 'GET',
    path: '/dashboards/{id}',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'A dashboard',
    args: { path: dashboard.DashboardPath },
    operation: 'get-dashboard',
    response: dashboard.Dashboard,
    errors: { NOT_FOUND: 'Dashboard not found' },
  },
  {
    method: 'PATCH',
    path: '/dashboards/{id}',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'Rename a dashboard or describe it',
    args: { path: dashboard.DashboardPath, body: dashboard.DashboardUpdate },
    operation: 'update-dashboard',
    response: dashboard.Dashboard,
    errors: { NOT_FOUND: 'Dashboard not found', RATE_LIMITED: TOO_MANY },
  },
  {
    method: 'DELETE',
    path: '/dashboards/{id}',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'Remove a dashboard and its workbook; its files stay',
    args: { path: dashboard.DashboardPath },
    operation: 'delete-dashboard',
    pick: () => ({ message: 'Dashboard deleted successfully' }),
    response: dashboard.DashboardDeleted,
    errors: { NOT_FOUND: 'Dashboard not found', RATE_LIMITED: TOO_MANY },
  },
  {
    method: 'GET',
    path: '/dashboards/{id}/files',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'The files of a dashboard, newest first, without what was read from them',
    args: { path: dashboard.DashboardPath, query: Page },
    operation: 'list-dashboard-files',
    pick: toFiles,
    response: z.array(file.FileSummary),
    errors: { NOT_FOUND: 'Dashboard not found' },
  },
  {
    method: 'POST',
    path: '/dashboards/{id}/files',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'Add files, all or none; those that are in it already stay',
    args: { path: dashboard.DashboardPath, body: dashboard.FilesToAdd },
    operation: 'add-dashboard-files',
    response: dashboard.Dashboard,
    errors: {
      NOT_FOUND: 'File not found',
      CONFLICT: 'A dashboard holds at most 1000 files; remove some first or make another dashboard',
      RATE_LIMITED: TOO_MANY,
    },
  },
  {
    method: 'DELETE',
    path: '/dashboards/{id}/files/{file_id}',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'Take a file out of a dashboard; the file itself stays',
    args: { path: dashboard.DashboardFilePath },
    operation: 'remove-dashboard-file',
    response: dashboard.Dashboard,
    errors: { NOT_FOUND: 'File not found', RATE_LIMITED: TOO_MANY },
  },
  {
    method: 'POST',
    path: '/dashboards/{id}/reprocess',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'Have the workbook built anew from the completed files, for free',
    args: { path: dashboard.DashboardPath },
    operation: 'reprocess-dashboard',
    response: dashboard.Dashboard,
    errors: {
      NOT_FOUND: 'Dashboard not found',
      CONFLICT: 'No file of the dashboard is completed; add files, process them and wait until one is completed',
      RATE_LIMITED: TOO_MANY,
      BUSY: 'Too many dashboards are waiting to be built; reprocess this one again in a little while',
    },
  },
  {
    method: 'GET',
    path: '/dashboards/{id}/download-url',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'A signed URL to GET the last build from',
    args: { path: dashboard.DashboardPath, query: dashboard.DashboardDownloadOptions },
    operation: 'create-dashboard-link',
    response: file.DownloadLink,
    errors: { NOT_FOUND: 'Dashboard not found', CONFLICT: NOT_BUILT },
  },
  {
    method: 'GET',
    path: '/dashboards/{id}/download',
    tag: 'dashboards',
    auth: 'authenticated',
    summary: 'The last build itself',
    args: {
      path: dashboard.DashboardPath,
      query: dashboard.DashboardDownloadOptions.extend(file.BytesOptions.shape),
      headers: ConditionHeaders,
    },
    operation: 'download-dashboard',
    respond: sendDashboard,
    mediaTypes: COMBINED_TYPES,
    errors: { NOT_FOUND: 'Dashboard not found', CONFLICT: NOT_BUILT },
  },
];

function toFiles({ files }: { files: { nodes: unknown[] } }): unknown[] {
  return files.nodes;
}
