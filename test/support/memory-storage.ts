import type { Storage } from '../../src/storage/storage.ts';

/** A storage that forgets everything with the test. Its signed URLs lead nowhere. */
export function createMemoryStorage(): Storage & { objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>();
  return {
    objects,
    presignPut: async (key) => `memory:${key}`,
    presignGet: async (key) => `memory:${key}`,
    stat: async (key) => {
      const object = objects.get(key);
      return object ? { sizeBytes: object.byteLength } : null;
    },
    open: async (key) => {
      const object = objects.get(key);
      if (!object) return null;
      const body = new Blob([Uint8Array.from(object)]).stream();
      return { sizeBytes: object.byteLength, body };
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
