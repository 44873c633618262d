import { verifyToken } from '@clerk/backend';
import { TokenVerificationError } from '@clerk/backend/errors';
import { decodeJwt } from '@clerk/backend/jwt';
import type { Clock } from '../clock.ts';
import { CLOCK_SKEW_MS, readSessionClaims } from './session-claims.ts';
import type { Claims } from './session-claims.ts';
import { TokenRefused } from './token-refused.ts';

/** The public key (PEM) for a token's `kid`. Throws `TokenRefused` where there is none. */
export type FindKey = (kid: unknown) => string | Promise<string>;

export type VerifyToken = (token: string) => Promise<Claims>;

/**
 * Verifies session tokens: the signature first, then the claims, so that nothing is learnt from a token that was not
 * signed by the issuer. `@clerk/backend` checks the signature, `sub`, `azp`, `iss` and the times; what it leaves open
 * (seen in 3.25.0) is closed here and in `readSessionClaims`:
 * - it takes RS384 and RS512 too, and ignores `crit` (RFC 7515 §4.1.11);
 * - it lets JWT templates pass, which outlive the session that made them (its `authenticateRequest` does not);
 * - it takes base64url with padding, so that one token has several spellings.
 *
 * Where authorized parties are given, a token without `azp` is refused, as Clerk does: else leaving the claim out would
 * be the way around it. Throws `TokenRefused`, and nothing else.
 */
export const createTokenVerifier = (options: {
  findKey: FindKey;
  issuer: string | null;
  authorizedParties: readonly string[];
  clock: Clock;
}): VerifyToken => {
  const { findKey, clock } = options;
  const expected = {
    ...(options.issuer === null ? {} : { issuer: options.issuer }),
    authorizedParties: [...options.authorizedParties],
  };

  return async (token) => {
    const jwtKey = await findKey(readHeader(token).kid);
    const now = clock();
    // Clerk reads the machine's clock. Where the server's is another one, the difference is allowed for, and
    // readSessionClaims decides.
    const clockSkewInMs = CLOCK_SKEW_MS + Math.abs(now.getTime() - Date.now());
    const payload = await verifyToken(token, { ...expected, jwtKey, clockSkewInMs }).catch(refuse);
    return readSessionClaims(payload, now);
  };
};

const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

// What is said about a token before its signature is known, and only to choose how to check it.
const readHeader = (token: string): Record<string, unknown> => {
  if (!COMPACT_JWS.test(token)) throw new TokenRefused('token-invalid');
  const header = decodeHeader(token);
  if (header['alg'] !== 'RS256') throw new TokenRefused('token-invalid-algorithm');
  if (header['crit'] !== undefined) throw new TokenRefused('token-invalid', 'crit names what is not understood here');
  if (!SESSION_CATEGORIES.has(header['cat'])) throw new TokenRefused('token-category-invalid');
  return header;
};

// Clerk's tags for session tokens, from its tokens/jwtCategories.ts: the second where an instance uses none, and
// tokens from before the tags have none.
const SESSION_CATEGORIES = new Set<unknown>(['cl_B7d4PD111AAA', 'cl_I7d4PD111III', undefined]);

// Clerk's decoder, not another one: two readers of one token could see two headers.
const decodeHeader = (token: string): Record<string, unknown> => {
  try {
    // A header may be any JSON, null too; spread, it is an object.
    return { ...decodeJwt(token).header };
  } catch (cause) {
    throw new TokenRefused('token-invalid', undefined, { cause });
  }
};

const refuse = (cause: unknown): never => {
  if (cause instanceof TokenVerificationError) throw new TokenRefused(cause.reason, cause.message, { cause });
  // A payload that is JSON but no object makes Clerk throw whatever it stumbles over.
  throw new TokenRefused('token-invalid', undefined, { cause });
};
