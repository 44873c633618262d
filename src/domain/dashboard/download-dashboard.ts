import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { conflict } from '../../errors.ts';
import { OUTPUT_FORMATS } from '../file/download-formats.ts';
import type { DownloadLink } from '../file/download-file.ts';
import type { Download } from '../file/find-download.ts';
import { openStored, type StoredDownload } from '../file/open-stored.ts';
import type { Services } from '../services.ts';
import type { Dashboard } from './dashboard.entity.ts';
import { combinedPath } from './dashboard-paths.ts';
import { downloadName } from './download-name.ts';
import { findOwnDashboard } from './find-own-dashboard.ts';
import { isRebuilding } from './rules.ts';

/** What a dashboard can be downloaded as. */
export const DASHBOARD_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type DashboardFormat = (typeof DASHBOARD_FORMATS)[number];

/** A signed URL that downloads the last build in this format, for a while. Throws `CONFLICT` where nothing is built. */
export async function createDashboardLink(
  { em, clock, storage, settings }: Services,
  principal: Principal,
  dashboardId: number,
  format: DashboardFormat,
): Promise<DownloadLink> {
  const { key, filename, contentType } = await findOutput(em, principal, dashboardId, format);
  if (!(await storage.stat(key))) throw nothingStored();
  const expiresAt = new Date(clock().getTime() + settings.signedUrlLifetimeMs);
  return { downloadUrl: await storage.presignGet(key, { contentType, filename, expiresAt }), filename, expiresAt };
}

/** The way to the bytes of the last build. Throws `CONFLICT` where nothing is built, and as `openStored`. */
export async function openDashboard(
  services: Services,
  principal: Principal,
  dashboardId: number,
  format: DashboardFormat,
): Promise<StoredDownload> {
  return openStored(services, await findOutput(services.em, principal, dashboardId, format), nothingStored);
}

/** The last build stays what is downloaded until another is published, also while the dashboard is outdated. */
async function findOutput(
  em: SqlEntityManager,
  principal: Principal,
  dashboardId: number,
  format: DashboardFormat,
): Promise<Download> {
  const dashboard = await findOwnDashboard(em, principal, dashboardId);
  if (!dashboard.builtPrefix) throw conflict(whyNothing(dashboard));
  const { extension, contentType } = OUTPUT_FORMATS[format];
  const filename = `${downloadName(dashboard.name)}.${extension}`;
  return { key: combinedPath(dashboard.builtPrefix, extension), filename, contentType };
}

function whyNothing(dashboard: Dashboard): string {
  if (isRebuilding(dashboard)) return 'Nothing is built yet; wait until the dashboard is up_to_date';
  if (dashboard.failure) return `Nothing is built, the last attempt failed: ${dashboard.failure}`;
  return 'Nothing is built yet; reprocess the dashboard and wait until it is up_to_date';
}

const nothingStored = () => conflict('The outputs of this dashboard are not stored any more; reprocess it');
