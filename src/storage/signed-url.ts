import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed URL allows: one method on one key until a moment. Parts that do not matter to the method are null. */
export type SignedRequest = {
  method: string;
  key: string;
  /** Whole seconds: a fraction is cut off. The URL is refused from this moment on. */
  expiresAt: Date;
  contentType: string;
  sizeBytes: number | null;
  filename: string | null;
};

export type Verification = { ok: true; request: SignedRequest } | { ok: false; reason: 'invalid' | 'expired' };

const PARAMETERS = ['expires', 'type', 'size', 'filename', 'signature'];

/** The query of a URL for this request, signed with HMAC-SHA256. */
export const signRequest = (secret: Buffer, request: SignedRequest): URLSearchParams => {
  const query = new URLSearchParams({
    expires: String(Math.floor(request.expiresAt.getTime() / 1000)),
    type: request.contentType,
  });
  if (request.sizeBytes !== null) query.set('size', String(request.sizeBytes));
  // A lone surrogate does not survive the way through a URL.
  if (request.filename !== null) query.set('filename', request.filename.toWellFormed());
  query.set('signature', signatureOf(secret, request.method, request.key, query));
  return query;
};

/**
 * What the query allows to do, where it was signed with one of the secrets, for exactly this method and key, and `now`
 * is before its expiry.
 */
export const verifyRequest = (
  secrets: readonly Buffer[],
  asked: { method: string; key: string; query: URLSearchParams },
  now: Date,
): Verification => {
  const { method, key, query } = asked;
  const names = [...query.keys()];
  // Nothing may ride along: a second value or an unknown parameter is tampering like any other.
  const wellFormed = new Set(names).size === names.length && names.every((name) => PARAMETERS.includes(name));
  const given = query.get('signature') ?? '';
  if (!wellFormed || !secrets.some((secret) => sameText(given, signatureOf(secret, method, key, query)))) {
    return { ok: false, reason: 'invalid' };
  }
  const expiresAt = new Date(Number(query.get('expires')) * 1000);
  if (now >= expiresAt) return { ok: false, reason: 'expired' };
  const size = query.get('size');
  return {
    ok: true,
    request: {
      method,
      key,
      expiresAt,
      contentType: query.get('type') ?? '',
      sizeBytes: size === null ? null : Number(size),
      filename: query.get('filename'),
    },
  };
};

/** A JSON array keeps the parts apart, whatever they contain. */
const signatureOf = (secret: Buffer, method: string, key: string, query: URLSearchParams): string => {
  const parts = ['expires', 'type', 'size', 'filename'].map((name) => query.get(name));
  return createHmac('sha256', secret)
    .update(JSON.stringify([method, key, ...parts]))
    .digest('base64url');
};

/** Compared as text, since several base64 texts decode to the same bytes, and in constant time. */
const sameText = (given: string, expected: string): boolean => {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
};
