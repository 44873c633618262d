import { createPrivateKey, createPublicKey, generateKeyPair, hash, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SignJWT } from 'jose';
import type { Clock } from '../clock.ts';
import { readOrMakeSecretFile } from './secret-file.ts';

const ISSUER = 'http://localhost/excellent-banking';
const AUTHORIZED_PARTY = 'http://localhost';

/**
 * Clerk's session tokens live a minute and a browser renews them. Nothing renews a local one: it is pasted into `curl`
 * and scripts, is worth nothing outside this data directory, and is never accepted in production. So: a week.
 */
const LIFETIME_SECONDS = 7 * 24 * 3600;

export type LocalIssuer = {
  readonly issuer: string;
  readonly authorizedParties: readonly string[];
  /** The public key as a PEM, for the verifier. */
  readonly publicKey: string;
  /** A session token for the user with this `clerk_user_id`, valid for a week unless said otherwise. */
  issue(session: { sub: string; email?: string; ttlSeconds?: number }): Promise<string>;
};

/**
 * Stands in for Clerk in development: issues tokens shaped like Clerk's session tokens, signed with a key of its own,
 * which is made on first use and kept in `dataDir`. Throws where that file holds no private key.
 */
export const createLocalIssuer = async (options: { dataDir: string; clock: Clock }): Promise<LocalIssuer> => {
  const privateKey = await readOrMakeKey(join(options.dataDir, 'local-issuer-key.pem'));
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const kid = `local_${hash('sha256', publicKey, 'hex').slice(0, 16)}`;

  return {
    issuer: ISSUER,
    authorizedParties: [AUTHORIZED_PARTY],
    publicKey,

    issue({ sub, email, ttlSeconds = LIFETIME_SECONDS }) {
      const now = Math.floor(options.clock().getTime() / 1000);
      const sid = `sess_${randomUUID().replaceAll('-', '')}`;
      return new SignJWT({ azp: AUTHORIZED_PARTY, sid, sts: 'active', v: 2, ...(email && { email }) })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setIssuer(ISSUER)
        .setSubject(sub)
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + ttlSeconds)
        .sign(privateKey);
    },
  };
};

const readOrMakeKey = async (path: string): Promise<KeyObject> => {
  const pem = await readOrMakeSecretFile(path, makeKey);
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new Error(`${path} holds no private key. Remove the file; a new key is made, and older tokens end.`, {
      cause,
    });
  }
};

const makeKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
};
