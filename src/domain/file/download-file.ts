import type { Principal } from '../../auth/principal.ts';
import { conflict } from '../../errors.ts';
import type { Services } from '../services.ts';
import type { DownloadFormat } from './download-formats.ts';
import { findDownload } from './find-download.ts';
import { openStored, type StoredDownload } from './open-stored.ts';

export type DownloadLink = { downloadUrl: string; filename: string; expiresAt: Date };

/** A signed URL that downloads the file in this format, for a while. Throws as `findDownload`. */
export async function createDownloadLink(
  { em, clock, storage, settings }: Services,
  principal: Principal,
  fileId: number,
  format: DownloadFormat,
): Promise<DownloadLink> {
  const { key, filename, contentType } = await findDownload(em, principal, fileId, format);
  if (!(await storage.stat(key))) throw nothingStored(format);
  const expiresAt = new Date(clock().getTime() + settings.signedUrlLifetimeMs);
  return { downloadUrl: await storage.presignGet(key, { contentType, filename, expiresAt }), filename, expiresAt };
}

/** The way to the bytes themselves. Throws as `findDownload` and `openStored`. */
export async function openDownload(
  services: Services,
  principal: Principal,
  fileId: number,
  format: DownloadFormat,
): Promise<StoredDownload> {
  const download = await findDownload(services.em, principal, fileId, format);
  return openStored(services, download, () => nothingStored(format));
}

const nothingStored = (format: DownloadFormat) =>
  conflict(
    format === 'original'
      ? 'Nothing was uploaded yet; PUT the file to its upload_url first'
      : 'The outputs of this file are not stored any more; process it again',
  );
