import { TokenRefused } from './token-refused.ts';

/** What the server needs of a verified session token. `exp` is in seconds since 1970. */
export type Claims = { readonly sub: string; readonly sid: string; readonly exp: number };

/** How far the clocks of issuer and server may be apart. */
export const CLOCK_SKEW_MS = 5_000;

/**
 * Holds the claims of a token, whose signature is proven, against the rules for sessions that `verifyToken` leaves out:
 * - a `sid`, so that tokens of other kinds (templates, machines) are no sign-in, and no session that is still `pending`;
 * - a `sub` that is not empty;
 * - times that are finite numbers: JSON reads `1e999` as Infinity, and Clerk finds that it never expires;
 * - times by the server's clock, since Clerk reads the machine's. `nbf` and `iat` may be absent, as RFC 7519 has it.
 */
export const readSessionClaims = (payload: Readonly<Record<string, unknown>>, now: Date): Claims => {
  const { sub, sid, sts, exp } = payload;
  const nowMs = now.getTime();
  const expiresMs = milliseconds(exp, 'exp');
  const [validFromMs, issuedMs] = [milliseconds(payload['nbf'] ?? 0, 'nbf'), milliseconds(payload['iat'] ?? 0, 'iat')];
  if (expiresMs <= nowMs - CLOCK_SKEW_MS) throw new TokenRefused('token-expired');
  if (validFromMs > nowMs + CLOCK_SKEW_MS) throw new TokenRefused('token-not-active-yet');
  if (issuedMs > nowMs + CLOCK_SKEW_MS) throw new TokenRefused('token-iat-in-the-future');
  if (!isText(sub)) throw new TokenRefused('token-subject-missing');
  if (!isText(sid)) throw new TokenRefused('token-session-missing');
  if (sts === 'pending') throw new TokenRefused('token-session-pending');
  return { sub, sid, exp: expiresMs / 1000 };
};

const milliseconds = (seconds: unknown, claim: string): number => {
  if (typeof seconds === 'number' && Number.isFinite(seconds)) return seconds * 1000;
  throw new TokenRefused('token-verification-failed', `${claim} is no finite number`);
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
