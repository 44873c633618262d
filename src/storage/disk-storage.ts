import type { Clock } from '../clock.ts';
import { createObjectDirectory } from './object-directory.ts';
import { signRequest } from './signed-url.ts';
import type { SignedRequest } from './signed-url.ts';
import type { SigningKeys } from './signing-keys.ts';
import { requireStorageKey } from './storage-key.ts';
import type { Storage } from './storage.ts';

/**
 * The storage on the server's own disk. Its signed URLs lead to the routes of `disk-routes.ts`, which must be mounted at
 * `/storage` below `publicUrl` with the same directory and keys. What a crash left half written is removed at once.
 */
export const createDiskStorage = (options: {
  directory: string;
  keys: SigningKeys;
  /** Without a slash at the end. Asked at each use: a server knows its port only when it listens. */
  publicUrl: () => string;
  clock: Clock;
}): Storage => {
  const objects = createObjectDirectory(options.directory);
  const presign = async (request: SignedRequest): Promise<string> => {
    const path = `${options.publicUrl()}/storage/${requireStorageKey(request.key)}`;
    return `${path}?${signRequest(await options.keys.current(), request)}`;
  };
  objects.removeStale(options.clock());

  return {
    presignPut: async (key, put) => presign({ ...put, method: 'PUT', key, filename: null }),
    presignGet: async (key, get) => presign({ ...get, method: 'GET', key, sizeBytes: null }),

    stat: (key) => objects.stat(key),

    async open(key, range) {
      const object = await objects.open(key);
      return object && { sizeBytes: object.sizeBytes, etag: object.etag, body: object.stream(range) };
    },

    async write(key, body) {
      await objects.put(key, body instanceof Uint8Array ? [body] : body);
    },

    deletePrefix: (prefix) => objects.deletePrefix(prefix),
    check: () => objects.check(),
  };
};
