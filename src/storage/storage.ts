import type { ByteRange } from './byte-range.ts';

/**
 * Where statements and outputs are kept. Keys are relative paths (`uploads/user_id=1/file_id=2/<random>.pdf`).
 * Uploads and downloads go straight to the storage by signed URLs; the server itself only reads and writes in jobs.
 */
export interface Storage {
  /** A URL that accepts a `PUT` of this key, and no other method, with exactly this content type, and this size where it is given. */
  presignPut(key: string, options: PresignPutOptions): Promise<string>;
  /** A URL that answers a `GET` of this key with this file name and content type. */
  presignGet(key: string, options: PresignGetOptions): Promise<string>;
  /** What there is to know of the object, or null where nothing is stored under the key. */
  stat(key: string): Promise<ObjectFacts | null>;
  /** The object, or the range of it, as a stream; null where nothing is stored under the key. */
  open(key: string, range?: ByteRange): Promise<StoredObject | null>;
  /** Writes the whole object or nothing: a reader never sees a half. */
  write(key: string, body: Uint8Array | ReadableStream<Uint8Array>, options: { contentType: string }): Promise<void>;
  /** Removes every object whose key starts with the prefix; removing nothing is no error. */
  deletePrefix(prefix: string): Promise<void>;
  /** Throws where the storage cannot be reached or written. */
  check(): Promise<void>;
}

export type PresignPutOptions = { contentType: string; sizeBytes: number | null; expiresAt: Date };
export type PresignGetOptions = { contentType: string; filename: string; expiresAt: Date };
/** The size is that of the whole. Another version has another `etag`, an entity tag in its quotes (RFC 9110 §8.8.3). */
export type ObjectFacts = { sizeBytes: number; etag: string };
export type StoredObject = ObjectFacts & { body: ReadableStream<Uint8Array> };
