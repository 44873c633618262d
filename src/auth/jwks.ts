import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { AuthLog } from './auth-log.ts';
import { readClerkJwk } from './clerk-public-key.ts';
import { TokenRefused } from './token-refused.ts';
import type { FindKey } from './token-verifier.ts';

/** After an attempt, failed or not, no other is made for this long: made-up `kid`s must not reach Clerk. */
const PAUSE_MS = 30_000;
/** Older keys are still used, but asked for anew meanwhile, so that a key that Clerk took back goes. As Clerk's own. */
const FRESH_MS = 5 * 60_000;

const jwksResponse = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) });
type Jwk = z.infer<typeof jwksResponse>['keys'][number];

/**
 * The keys of a Clerk instance by `kid`, from its Backend API (`GET /v1/jwks`,
 * https://clerk.com/docs/reference/backend-api/tag/jwks). Clerk's client has no time limit and fetches for every unknown
 * `kid`, so the fetch is our own: shared by all who wait, and at most one in 30 seconds. Where it fails, the keys known
 * before stay in use and a token with another `kid` is refused.
 */
export const createJwks = (options: {
  secretKey: string;
  apiUrl: string;
  clock: Clock;
  log: AuthLog;
  timeoutMs: number;
}): FindKey => {
  const { clock, log } = options;
  let keys = new Map<unknown, string>();
  let fetchedMs = -Infinity;
  let attemptedMs = -Infinity;
  let failed = false;
  let pending: Promise<void> | null = null;

  const refresh = async (): Promise<void> => {
    attemptedMs = clock().getTime();
    try {
      keys = await fetchKeys(options);
      fetchedMs = clock().getTime();
      failed = false;
    } catch (error) {
      failed = true;
      log('warn', { error: String(error) }, 'could not fetch the keys of Clerk');
    } finally {
      pending = null;
    }
  };

  const refreshUnlessPaused = (): Promise<void> | null => {
    if (!pending && clock().getTime() - attemptedMs >= PAUSE_MS) pending = refresh();
    return pending;
  };

  return async (kid) => {
    if (typeof kid !== 'string') throw new TokenRefused('jwk-kid-mismatch');
    if (!keys.has(kid)) await refreshUnlessPaused();
    else if (clock().getTime() - fetchedMs >= FRESH_MS) void refreshUnlessPaused();
    const pem = keys.get(kid);
    if (pem === undefined) throw new TokenRefused(failed ? 'jwk-remote-failed-to-load' : 'jwk-kid-mismatch');
    return pem;
  };
};

const fetchKeys = async (options: { secretKey: string; apiUrl: string; timeoutMs: number }) => {
  const response = await fetch(`${options.apiUrl.replace(/\/+$/, '')}/v1/jwks`, {
    headers: { authorization: `Bearer ${options.secretKey}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(options.timeoutMs),
  });
  if (!response.ok) throw new Error(`Clerk answered ${response.status}`);
  const { keys } = jwksResponse.parse(await response.json());
  const usable = new Map<unknown, string>(keys.flatMap(readUsable));
  if (usable.size === 0) throw new Error('Clerk answered without a usable key');
  return usable;
};

// A set may hold keys for other purposes beside the one that matters; they are left out.
const readUsable = (jwk: Jwk): [string, string][] => {
  try {
    return [[jwk.kid, readClerkJwk(jwk)]];
  } catch {
    return [];
  }
};
