import type { Principal } from '../../auth/principal.ts';
import { AppError } from '../../errors.ts';
import type { Services } from '../services.ts';
import { uploadPrefix } from './file-paths.ts';
import { File } from './file.entity.ts';

export type UploadRequest = { filename: string; fileSize: number | null; mimeType: string };
export type Upload = { file: File; uploadUrl: string };

/**
 * Makes a pending file and a signed URL to put its bytes to; they never pass through here.
 * Throws `TOO_LARGE` where the announced size is over the limit.
 */
export async function requestUpload(
  services: Services,
  { userId }: Principal,
  request: UploadRequest,
): Promise<Upload> {
  const { em, clock, settings } = services;
  if (request.fileSize !== null && request.fileSize > settings.maxUploadBytes) {
    throw new AppError('TOO_LARGE', `The file is larger than the limit of ${settings.maxUploadBytes} bytes`);
  }
  const file = await em.transactional(async (tx) => {
    const made = tx.create(File, {
      ...request,
      userId,
      status: 'pending',
      storagePath: '',
      createdAt: clock(),
      updatedAt: clock(),
    });
    await tx.flush();
    made.storagePath = `${uploadPrefix(made)}${services.randomName()}${extensionOf(request.filename)}`;
    return made;
  });
  const uploadUrl = await services.storage.presignPut(file.storagePath, {
    contentType: file.mimeType,
    sizeBytes: request.fileSize,
    expiresAt: new Date(clock().getTime() + settings.signedUrlLifetimeMs),
  });
  return { file, uploadUrl };
}

/** Only for a person who looks into the storage: what the file is, its bytes say. */
const extensionOf = (filename: string): string => /\.[a-z0-9]{1,8}$/i.exec(filename)?.[0].toLowerCase() ?? '';
