import { createPublicKey } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';

const PUBLIC_KEY_PEM = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/;

/**
 * Reads the public key that Clerk's dashboard shows, in the shapes it takes in environment files: with line breaks, with
 * literal `\n`, or folded into one line. Returns it as a PEM that Clerk's own reader takes. Throws where it is no such key.
 */
export const readClerkPublicKey = (text: string): string => {
  const body = PUBLIC_KEY_PEM.exec(text.replaceAll('\\n', '\n').trim())?.[1];
  if (body === undefined) throw new Error('not a PEM with the header BEGIN PUBLIC KEY');
  return toPem(createPublicKey({ key: Buffer.from(body, 'base64'), format: 'der', type: 'spki' }));
};

/** The same for one key of a JWKS. Throws where the key is no RSA key that Clerk signs with. */
export const readClerkJwk = (jwk: JsonWebKey): string => toPem(createPublicKey({ key: jwk, format: 'jwk' }));

// `verifyToken` cuts a fixed prefix off the PEM, that of a 2048-bit key with the exponent 65537, which is all that Clerk
// makes. It would take any other key for noise and refuse every token; so another key is refused here, by name.
const toPem = (key: KeyObject): string => {
  const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== 'rsa' || modulusLength !== 2048 || publicExponent !== 65_537n) {
    throw new Error('not a 2048-bit RSA key with the exponent 65537');
  }
  return key.export({ type: 'spki', format: 'pem' }).toString();
};
