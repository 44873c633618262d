import { type DashboardFormat, openDashboard } from '../src/domain/dashboard/download-dashboard.ts';
import { type DownloadFormat, OUTPUT_FORMATS } from '../src/domain/file/download-formats.ts';
import { openDownload } from '../src/domain/file/download-file.ts';
import { AppError } from '../src/errors.ts';
import type { Context } from '../src/schema/context.ts';
import { readId } from '../src/schema/read-id.ts';
import { type Conditions, sendStored } from './send-stored.ts';
import { withByteOrderMark } from './with-byte-order-mark.ts';

/** What a dashboard's download can be. */
export const COMBINED_TYPES = [OUTPUT_FORMATS.xlsx, OUTPUT_FORMATS.csv, OUTPUT_FORMATS.json].map(
  ({ contentType }) => contentType,
);

/** What a download can be; an original is of the type that was announced for it. */
export const DOWNLOAD_TYPES = [
  ...Object.values(OUTPUT_FORMATS).map(({ contentType }) => contentType),
  'application/octet-stream',
];

/** The file's bytes, streamed from the storage, under a name for the receiver's disk (RFC 6266). */
export async function sendDownload(
  { file_id, format, bom, ...conditions }: Conditions & { file_id: number; format: DownloadFormat; bom: boolean },
  { services, principal }: Context,
): Promise<Response> {
  if (!principal) throw new AppError('UNAUTHENTICATED', 'Not authenticated');
  const download = await openDownload(services, principal, readId('File', String(file_id)), format);
  return sendStored(bom && format === 'csv' ? withByteOrderMark(download) : download, conditions);
}

/** The last build of a dashboard, likewise. */
export async function sendDashboard(
  { id, format, bom, ...conditions }: Conditions & { id: number; format: DashboardFormat; bom: boolean },
  { services, principal }: Context,
): Promise<Response> {
  if (!principal) throw new AppError('UNAUTHENTICATED', 'Not authenticated');
  const download = await openDashboard(services, principal, readId('Dashboard', String(id)), format);
  return sendStored(bom && format === 'csv' ? withByteOrderMark(download) : download, conditions);
}
