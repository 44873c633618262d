import type { Principal } from '../../auth/principal.ts';
import { conflict } from '../../errors.ts';
import type { StoredObject } from '../../storage/storage.ts';
import type { Services } from '../services.ts';
import type { DownloadFormat } from './download-formats.ts';
import { type Download, findDownload } from './find-download.ts';

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

/** The bytes themselves, as a stream. Throws as `findDownload`. */
export async function openDownload(
  { em, storage }: Services,
  principal: Principal,
  fileId: number,
  format: DownloadFormat,
): Promise<Download & StoredObject> {
  const download = await findDownload(em, principal, fileId, format);
  const object = await storage.open(download.key);
  if (!object) throw nothingStored(format);
  return { ...download, ...object };
}

const nothingStored = (format: DownloadFormat) =>
  conflict(
    format === 'original'
      ? 'Nothing was uploaded yet; PUT the file to its upload_url first'
      : 'The outputs of this file are not stored any more; process it again',
  );
