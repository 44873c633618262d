import type { AuthLog } from './auth-log.ts';
import type { Session } from './principal.ts';
import { type Claims, CLOCK_SKEW_MS } from './session-claims.ts';
import { TokenRefused } from './token-refused.ts';
import type { VerifyToken } from './token-verifier.ts';
import type { VerifiedTokens } from './verified-tokens.ts';

/** The local id of the user with this `clerk_user_id`, or null where there is none. */
export type FindUserId = (clerkUserId: string) => Promise<number | null>;

/** `header` is the request's `Authorization`. */
export type Authenticate = (header: string | null | undefined, findUserId: FindUserId) => Promise<Session | null>;

/**
 * Who calls, or null for everybody else. Why it is null goes to the log, the same answer to every caller. Only failures
 * that are ours (the database cannot be asked) throw.
 */
export const createAuthenticate = (options: {
  verify: VerifyToken;
  verifiedTokens: VerifiedTokens;
  log: AuthLog;
}): Authenticate => {
  const { verify, verifiedTokens, log } = options;

  const verifyAndRemember = async (token: string): Promise<Claims> => {
    const claims = await verify(token);
    verifiedTokens.remember(token, claims);
    return claims;
  };

  return async (header, findUserId) => {
    try {
      const token = readBearer(header);
      const { sub, exp } = verifiedTokens.recall(token) ?? (await verifyAndRemember(token));
      const userId = await findUserId(sub);
      if (userId === null) throw new TokenRefused('user-unknown', `no user has the clerk_user_id ${sub}`);
      return { userId, signedInUntil: new Date(exp * 1000 + CLOCK_SKEW_MS) };
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      // Nothing is wrong with a request that does not try to sign in: public routes are called like that.
      const level = error.reason === 'token-missing' ? 'debug' : 'info';
      log(level, { reason: error.reason, detail: error.message }, 'not authenticated');
      return null;
    }
  };
};

// RFC 6750 §2.1; the scheme's case does not matter (RFC 9110 §11.1). Two headers arrive as one, joined by a comma.
const BEARER = /^Bearer +([^\s,]+)$/i;

const readBearer = (header: string | null | undefined): string => {
  if (!header) throw new TokenRefused('token-missing');
  if (!/^Bearer( |$)/i.test(header)) throw new TokenRefused('token-scheme-unsupported');
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) throw new TokenRefused('token-invalid');
  return token;
};
