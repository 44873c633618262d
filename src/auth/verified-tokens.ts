import { hash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Claims } from './session-claims.ts';

/** As long as Clerk's own session tokens live: 60 seconds. */
const REMEMBERED_MS = 60_000;

export type VerifiedTokens = {
  /** The claims of a token that was verified before and has not expired since. */
  recall(token: string): Claims | undefined;
  remember(token: string, claims: Claims): void;
};

/**
 * A memory of verified tokens, so that a session's next request costs a hash and not an RSA verification. It knows
 * tokens by their SHA-256 only, holds `capacity` of them, the oldest going first, and none past its `exp` or 60 seconds.
 */
export const createVerifiedTokens = (options: { capacity: number; clock: Clock }): VerifiedTokens => {
  const { capacity, clock } = options;
  const known = new Map<string, { claims: Claims; untilMs: number }>();

  return {
    recall(token) {
      const entry = known.get(hash('sha256', token, 'base64'));
      return entry && clock().getTime() < entry.untilMs ? entry.claims : undefined;
    },

    remember(token, claims) {
      const key = hash('sha256', token, 'base64');
      known.delete(key);
      if (known.size >= capacity) known.delete(known.keys().next().value ?? key);
      known.set(key, { claims, untilMs: Math.min(claims.exp * 1000, clock().getTime() + REMEMBERED_MS) });
    },
  };
};
