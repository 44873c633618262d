import { create as contentDisposition } from 'content-disposition';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Clock } from '../clock.ts';
import { parseByteRange } from './byte-range.ts';
import { createObjectDirectory } from './object-directory.ts';
import type { ObjectDirectory } from './object-directory.ts';
import { verifyRequest } from './signed-url.ts';
import type { SignedRequest } from './signed-url.ts';
import type { SigningKeys } from './signing-keys.ts';

/**
 * The door to which the signed URLs of the disk storage lead; mounted at `/storage`. The signature is the only
 * credential: it names the method, so every other method is refused like any tampering, with 403.
 */
export const diskRoutes = (options: {
  directory: string;
  keys: SigningKeys;
  clock: Clock;
  maxUploadBytes: number;
}): Hono => {
  const objects = createObjectDirectory(options.directory);
  return new Hono().all('/:key{.+}', async (c) => {
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const asked = { method, key: c.req.param('key'), query: new URL(c.req.url).searchParams };
    const verified = verifyRequest(await options.keys.accepted(), asked, options.clock());
    if (!verified.ok) {
      return c.json({ detail: verified.reason === 'expired' ? 'URL has expired' : 'Invalid signature' }, 403);
    }
    return method === 'PUT'
      ? receive(c, objects, verified.request, options.maxUploadBytes)
      : send(c, objects, verified.request);
  });
};

/** Why an upload is not kept. */
class UploadRefused extends Error {
  readonly status: 400 | 403 | 413;

  constructor(status: 400 | 403 | 413, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.status = status;
  }
}

const receive = async (
  c: Context,
  objects: ObjectDirectory,
  signed: SignedRequest,
  maxUploadBytes: number,
): Promise<Response> => {
  try {
    checkHead(c, signed, maxUploadBytes);
    const body = c.req.raw.body ?? [];
    const { etag } = await objects.put(signed.key, measured(body, signed.sizeBytes, maxUploadBytes));
    return c.body(null, 200, { ETag: etag });
  } catch (error) {
    if (error instanceof UploadRefused) return c.json({ detail: error.message }, error.status);
    throw error;
  }
};

/** What the head of the request already tells, before a byte of the body is read. */
const checkHead = (c: Context, signed: SignedRequest, maxUploadBytes: number): void => {
  if (c.req.header('Content-Type') !== signed.contentType) {
    throw new UploadRefused(403, `Content-Type must be ${signed.contentType}, as signed`);
  }
  const length = c.req.header('Content-Length');
  if (length === undefined) return;
  if (signed.sizeBytes !== null && Number(length) !== signed.sizeBytes) throw wrongSize(signed.sizeBytes);
  if (Number(length) > maxUploadBytes) throw tooLarge(maxUploadBytes);
};

/** Passes the body on, and throws at the first byte too much or, at the end, where it is not of the signed size. */
async function* measured(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signedBytes: number | null,
  maxUploadBytes: number,
): AsyncGenerator<Uint8Array> {
  const limit = Math.min(signedBytes ?? Infinity, maxUploadBytes);
  let received = 0;
  try {
    for await (const chunk of body) {
      received += chunk.byteLength;
      if (received > limit) throw tooLarge(limit);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof UploadRefused) throw cause;
    throw new UploadRefused(400, 'The upload broke off before its end', { cause });
  }
  if (signedBytes !== null && received !== signedBytes) throw wrongSize(signedBytes);
}

const wrongSize = (sizeBytes: number): UploadRefused =>
  new UploadRefused(403, `The upload must have ${sizeBytes} bytes, as signed`);
const tooLarge = (limit: number): UploadRefused => new UploadRefused(413, `The upload is larger than ${limit} bytes`);

const send = async (c: Context, objects: ObjectDirectory, signed: SignedRequest): Promise<Response> => {
  const object = await objects.open(signed.key);
  if (object === null) return c.json({ detail: 'Not Found' }, 404);
  const { sizeBytes, etag } = object;
  const headers = {
    'Content-Type': signed.contentType,
    'Content-Disposition': contentDisposition(signed.filename ?? undefined),
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  if (c.req.method === 'HEAD') {
    await object.close();
    return c.body(null, 200, { ...headers, 'Content-Length': String(sizeBytes) });
  }
  // If-Range (RFC 9110 §13.1.5): a part of another version is of no use, so the whole is sent.
  const unchanged = (c.req.header('If-Range') ?? etag) === etag;
  const range = unchanged ? parseByteRange(c.req.header('Range'), sizeBytes) : null;
  if (range === 'unsatisfiable') {
    await object.close();
    return c.json({ detail: 'Range Not Satisfiable' }, 416, { 'Content-Range': `bytes */${sizeBytes}` });
  }
  if (range === null) return c.body(object.stream(), 200, { ...headers, 'Content-Length': String(sizeBytes) });
  return c.body(object.stream(range), 206, {
    ...headers,
    'Content-Length': String(range.end - range.start + 1),
    'Content-Range': `bytes ${range.start}-${range.end}/${sizeBytes}`,
  });
};
