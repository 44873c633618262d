import { createHash } from 'node:crypto';
import type { ObjectFacts, Storage } from '../../src/storage/storage.ts';

/** A storage that forgets everything with the test. Its signed URLs lead nowhere. */
export function createMemoryStorage(): Storage & { objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>();
  return {
    objects,
    presignPut: async (key) => `memory:${key}`,
    presignGet: async (key) => `memory:${key}`,
    stat: async (key) => {
      const object = objects.get(key);
      return object ? factsOf(object) : null;
    },
    open: async (key, range) => {
      const object = objects.get(key);
      if (!object) return null;
      const part = range ? object.subarray(range.start, range.end + 1) : object;
      return { ...factsOf(object), body: new Blob([Uint8Array.from(part)]).stream() };
    },
    write: async (key, body) => {
      objects.set(key, body instanceof Uint8Array ? body : new Uint8Array(await new Response(body).arrayBuffer()));
    },
    deletePrefix: async (prefix) => {
      for (const key of objects.keys()) if (key.startsWith(prefix)) objects.delete(key);
    },
    check: async () => undefined,
  };
}

const factsOf = (object: Uint8Array): ObjectFacts => ({
  sizeBytes: object.byteLength,
  etag: `"${createHash('sha256').update(object).digest('hex').slice(0, 16)}"`,
});
