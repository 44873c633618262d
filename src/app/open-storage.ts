import { join } from 'node:path';
import type { Hono } from 'hono';
import { readOrMakeSecretFile } from '../auth/secret-file.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { diskRoutes } from '../storage/disk-routes.ts';
import { createDiskStorage } from '../storage/disk-storage.ts';
import { originOfS3 } from '../storage/s3-settings.ts';
import { makeSigningKey, openSigningKeys, signingKeyFile } from '../storage/signing-keys.ts';
import type { Storage } from '../storage/storage.ts';

export type OpenStorage = {
  readonly storage: Storage;
  /** What answers signed URLs where that is us. */
  readonly routes: Hono | null;
  /** Where else signed URLs lead. */
  readonly origins: readonly string[];
  close(): void;
};

/** Objects on the disk, or in the S3-compatible store whose bucket is named. */
export async function openStorage(
  config: Config,
  { clock, publicUrl }: { clock: Clock; publicUrl: () => string },
): Promise<OpenStorage> {
  if (config.s3) {
    // The SDK is large, and loaded only where it is needed.
    const { createS3Storage } = await import('../storage/s3-storage.ts');
    const storage = createS3Storage(config.s3, clock);
    return { storage, routes: null, origins: [originOfS3(config.s3)], close: storage.close };
  }
  const keyFile = signingKeyFile(config.dataDir);
  await readOrMakeSecretFile(keyFile, async () => makeSigningKey());
  const keys = await openSigningKeys(keyFile, clock);
  const directory = join(config.dataDir, 'objects');
  return {
    storage: createDiskStorage({ directory, keys, publicUrl, clock }),
    routes: diskRoutes({ directory, keys, clock, maxUploadBytes: config.limits.maxUploadBytes }),
    origins: [],
    close: () => undefined,
  };
}
