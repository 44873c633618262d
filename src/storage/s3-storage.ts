import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { create as contentDisposition } from 'content-disposition';
import type { Clock } from '../clock.ts';
import type { S3Settings } from './s3-settings.ts';
import { requireStorageKey, requireStoragePrefix } from './storage-key.ts';
import type { Storage } from './storage.ts';

/** Larger bodies go in parts of this size, so that a stream of any length needs no more than a few of them in memory. */
const PART_BYTES = 8 * 2 ** 20;
const PARTS_AT_ONCE = 2;

export type S3Storage = Storage & {
  /** Everything that the bucket holds. */
  keys(): AsyncIterable<string>;
  close(): void;
};

/**
 * Any S3-compatible store. Uploads and downloads go straight to it: type and, where it is given, length of a `PUT` are
 * part of the signature, so that the store refuses any other. Credentials come from the settings or else from the SDK's
 * own chain (environment, shared files, instance roles).
 */
export function createS3Storage(settings: S3Settings, clock: Clock): S3Storage {
  const { bucket: Bucket, encryption } = settings;
  const client = createClient(settings, settings.endpoint);
  // Behind a proxy the store has another name for clients than for us.
  const signer = settings.publicEndpoint ? createClient(settings, settings.publicEndpoint) : client;
  const lifetime = (expiresAt: Date) => {
    const signingDate = clock();
    return { signingDate, expiresIn: Math.max(1, Math.floor((expiresAt.getTime() - signingDate.getTime()) / 1000)) };
  };

  return {
    presignPut: (key, { contentType, sizeBytes, expiresAt }) =>
      getSignedUrl(
        signer,
        new PutObjectCommand({
          Bucket,
          Key: requireStorageKey(key),
          ContentType: contentType,
          ContentLength: sizeBytes ?? undefined,
        }),
        // Unless they are named, the presigner leaves both out of the signature.
        { ...lifetime(expiresAt), signableHeaders: new Set(['host', 'content-type', 'content-length']) },
      ),

    presignGet: (key, { contentType, filename, expiresAt }) =>
      getSignedUrl(
        signer,
        new GetObjectCommand({
          Bucket,
          Key: requireStorageKey(key),
          ResponseContentType: contentType,
          ResponseContentDisposition: contentDisposition(filename),
        }),
        lifetime(expiresAt),
      ),

    stat: (key) =>
      nullWhereMissing(async () => {
        const facts = await client.send(new HeadObjectCommand({ Bucket, Key: requireStorageKey(key) }));
        return { sizeBytes: facts.ContentLength ?? 0, etag: facts.ETag ?? '' };
      }),

    open: (key, range) =>
      nullWhereMissing(async () => {
        const Range = range && `bytes=${range.start}-${range.end}`;
        const object = await client.send(new GetObjectCommand({ Bucket, Key: requireStorageKey(key), Range }));
        if (!object.Body) return null;
        // `bytes 0-9/100`: of a range, the length is not that of the whole.
        const whole = object.ContentRange?.split('/')[1] ?? object.ContentLength ?? 0;
        return { sizeBytes: Number(whole), etag: object.ETag ?? '', body: object.Body.transformToWebStream() };
      }),

    async write(key, body, { contentType }) {
      const params = { Bucket, Key: requireStorageKey(key), Body: body, ContentType: contentType, ...encryption };
      // A stream that breaks off aborts the upload: the store shows an object whole or not at all.
      await new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_AT_ONCE }).done();
    },

    async deletePrefix(prefix) {
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: requireStoragePrefix(prefix) });
      for await (const { Contents = [] } of pages) {
        const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
        if (Objects.length === 0) continue;
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        );
        if (Errors.length > 0) throw new Error(`${Errors.length} objects were not deleted: ${Errors[0]?.Message}`);
      }
    },

    async *keys() {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
        for (const { Key } of Contents) if (Key !== undefined) yield Key;
      }
    },

    async check() {
      await client.send(new HeadBucketCommand({ Bucket }));
    },

    close() {
      client.destroy();
      if (signer !== client) signer.destroy();
    },
  };
}

const createClient = ({ region, pathStyle, credentials }: S3Settings, endpoint: string | null): S3Client =>
  new S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials ? { credentials } : {}),
    // Other stores than Amazon's do not know the newer checksums, and a signed URL must not ask a browser for one.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  });

async function nullWhereMissing<Found>(find: () => Promise<Found | null>): Promise<Found | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
    throw error;
  }
}
