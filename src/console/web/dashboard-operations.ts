import type { Connection, Dashboard, DashboardFormat, DashboardState, FileSummary, FileVerdict } from './answers.ts';
import { operation } from './operation.ts';
import { FILE, VERDICT } from './operations.ts';

const DASHBOARD_STATE = 'id status rebuilding progress rebuildError builtAt';
const DASHBOARD = `${DASHBOARD_STATE} name description fileCount`;

export const DASHBOARDS = operation<{ dashboards: Connection<Dashboard> }, { first: number; after: string | null }>(
  `query Dashboards($first: Int, $after: String) {
  dashboards(first: $first, after: $after) { nodes { ${DASHBOARD} } totalCount pageInfo { hasNextPage endCursor } }
}`,
);

export const DASHBOARD_DETAIL = operation<{ dashboard: Dashboard }, { id: string }>(
  `query Dashboard($id: ID!) { dashboard(id: $id) { ${DASHBOARD} } }`,
);

export const DASHBOARD_FILES = operation<
  { dashboard: { files: Connection<FileSummary> } },
  { id: string; first: number; after: string | null }
>(`query DashboardFiles($id: ID!, $first: Int, $after: String) {
  dashboard(id: $id) {
    files(first: $first, after: $after) { nodes { ${FILE} } totalCount pageInfo { hasNextPage endCursor } }
  }
}`);

/** What has become of them: heavier than the list, so it is asked for after it. */
export const DASHBOARD_VERDICTS = operation<
  { dashboard: { files: Pick<Connection<FileVerdict>, 'nodes'> } },
  { id: string; first: number; after: string | null }
>(`query DashboardVerdicts($id: ID!, $first: Int, $after: String) {
  dashboard(id: $id) { files(first: $first, after: $after) { nodes { id ${VERDICT} } } }
}`);

/** What can be put into a dashboard. */
export const DASHBOARD_CANDIDATES = operation<
  { dashboard: { candidates: Connection<FileSummary> } },
  { id: string; search: string; first: number; after: string | null }
>(`query DashboardCandidates($id: ID!, $search: String, $first: Int, $after: String) {
  dashboard(id: $id) {
    candidates(search: $search, first: $first, after: $after) {
      nodes { ${FILE} }
      totalCount
      pageInfo { hasNextPage endCursor }
    }
  }
}`);

export const CREATE_DASHBOARD = operation<
  { createDashboard: { id: string } },
  { name: string; description: string | null }
>(`mutation CreateDashboard($name: String!, $description: String) {
  createDashboard(input: { name: $name, description: $description }) { id }
}`);

export const RENAME_DASHBOARD = operation<
  { updateDashboard: Dashboard },
  { id: string; name: string; description: string | null }
>(`mutation RenameDashboard($id: ID!, $name: String, $description: String) {
  updateDashboard(id: $id, name: $name, description: $description) { ${DASHBOARD} }
}`);

export const DELETE_DASHBOARD = operation<{ deleteDashboard: { id: string } }, { id: string }>(
  'mutation DeleteDashboard($id: ID!) { deleteDashboard(id: $id) { id } }',
);

export const ADD_TO_DASHBOARD = operation<{ addDashboardFiles: { id: string } }, { id: string; fileIds: string[] }>(
  'mutation AddToDashboard($id: ID!, $fileIds: [ID!]!) { addDashboardFiles(id: $id, fileIds: $fileIds) { id } }',
);

export const REMOVE_FROM_DASHBOARD = operation<{ removeDashboardFile: { id: string } }, { id: string; fileId: string }>(
  'mutation RemoveFromDashboard($id: ID!, $fileId: ID!) { removeDashboardFile(id: $id, fileId: $fileId) { id } }',
);

export const BUILD_DASHBOARD = operation<{ reprocessDashboard: DashboardState }, { id: string }>(
  `mutation BuildDashboard($id: ID!) { reprocessDashboard(id: $id) { ${DASHBOARD_STATE} } }`,
);

export const DASHBOARD_STATE_NOW = operation<{ dashboard: DashboardState }, { id: string }>(
  `query DashboardState($id: ID!) { dashboard(id: $id) { ${DASHBOARD_STATE} } }`,
);

export const DASHBOARD_PROGRESS = operation<{ dashboardProgress: DashboardState }, { id: string }>(
  `subscription DashboardProgress($id: ID!) { dashboardProgress(id: $id) { ${DASHBOARD_STATE} } }`,
);

export const DASHBOARD_LINK = operation<
  { dashboardDownloadLink: { downloadUrl: string; filename: string } },
  { id: string; format: DashboardFormat }
>(`query DashboardLink($id: ID!, $format: DashboardFormat) {
  dashboardDownloadLink(id: $id, format: $format) { downloadUrl filename }
}`);
