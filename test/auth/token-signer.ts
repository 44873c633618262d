import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

export type Part = Record<string, unknown> | string | null;

/** The JSON of a header or payload, or the text itself where JSON could not say it. */
const encode = (part: Part): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/**
 * Signs tokens as an issuer does, and as its enemies do: by hand, since a library for tokens would refuse to make
 * most of what the tests need.
 */
export const createTokenSigner = (kid = 'ins_test') => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const header = { alg: 'RS256', typ: 'JWT', kid };

  const compact = (head: Part, payload: Part, signature: (input: Buffer) => Buffer): string => {
    const input = `${encode(head)}.${encode(payload)}`;
    return `${input}.${signature(Buffer.from(input)).toString('base64url')}`;
  };

  return {
    kid,
    pem,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    /** RS256, whatever the header claims. */
    sign: (payload: Part, head: Part = header) => compact(head, payload, (input) => sign('sha256', input, privateKey)),
    signRs512: (payload: Part) =>
      compact({ ...header, alg: 'RS512' }, payload, (input) => sign('sha512', input, privateKey)),
    /** An elliptic key's signature under this issuer's `kid`. */
    signEs256: (payload: Part) => {
      const { privateKey: elliptic } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const key = { key: elliptic, dsaEncoding: 'ieee-p1363' } as const;
      return compact({ ...header, alg: 'ES256' }, payload, (input) => sign('sha256', input, key));
    },
    /** Key confusion: the public key, known to all, as the secret of an HMAC. */
    signHs256: (payload: Part) =>
      compact({ ...header, alg: 'HS256' }, payload, (input) => createHmac('sha256', pem).update(input).digest()),
    signNone: (payload: Part, signature: string) =>
      compact({ ...header, alg: 'none' }, payload, () => Buffer.from(signature)),
  };
};
