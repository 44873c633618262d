import { AppError, conflict } from '../../errors.ts';
import type { Services } from '../services.ts';
import type { File } from './file.entity.ts';

/**
 * The uploaded bytes as they are now. Throws `CONFLICT` where nothing was uploaded yet, `TOO_LARGE` where more was
 * uploaded than may be.
 */
export async function readUpload({ storage, settings }: Services, file: File): Promise<Uint8Array> {
  const object = await storage.open(file.storagePath);
  if (!object) throw conflict('Nothing was uploaded yet; PUT the file to its upload_url first');
  if (object.sizeBytes > settings.maxUploadBytes) {
    await object.body.cancel();
    throw new AppError('TOO_LARGE', `The file is larger than the limit of ${settings.maxUploadBytes} bytes`);
  }
  return new Uint8Array(await new Response(object.body).arrayBuffer());
}
