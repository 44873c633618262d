import { type AppError, conflict } from '../../errors.ts';
import type { ByteRange } from '../../storage/byte-range.ts';
import type { ObjectFacts } from '../../storage/storage.ts';
import type { Services } from '../services.ts';
import type { Download } from './find-download.ts';

/** What is stored of a download, and a way to its bytes, of which a reader may want none or only some. */
export type StoredDownload = Download & ObjectFacts & { open(range?: ByteRange): Promise<ReadableStream<Uint8Array>> };

/** Throws what `gone` makes where nothing is stored. `open` throws `CONFLICT` where it is another version by now. */
export async function openStored(
  { storage }: Pick<Services, 'storage'>,
  download: Download,
  gone: () => AppError,
): Promise<StoredDownload> {
  const facts = await storage.stat(download.key);
  if (!facts) throw gone();
  return {
    ...download,
    ...facts,
    async open(range) {
      const object = await storage.open(download.key, range);
      if (!object) throw gone();
      if (object.etag === facts.etag) return object.body;
      await object.body.cancel();
      throw conflict('The file has just been replaced; download it again');
    },
  };
}
