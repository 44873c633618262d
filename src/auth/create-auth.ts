import type { Clock } from '../clock.ts';
import type { ClerkConfig, Config } from '../config.ts';
import { createAdminCheck } from './admin-key.ts';
import type { AdminCheck } from './admin-key.ts';
import type { AuthLog } from './auth-log.ts';
import { createAuthenticate } from './authenticate.ts';
import type { Authenticate } from './authenticate.ts';
import { createJwks } from './jwks.ts';
import { createLocalIssuer } from './local-issuer.ts';
import type { LocalIssuer } from './local-issuer.ts';
import { createTokenVerifier } from './token-verifier.ts';
import { createVerifiedTokens } from './verified-tokens.ts';

export type Auth = {
  authenticate: Authenticate;
  /** Whose admin key was presented; null: none of ours. */
  checkAdmin: AdminCheck;
  /** Null where Clerk issues the tokens. */
  localIssuer: LocalIssuer | null;
};

/** An entry takes about 300 bytes, so that a full memory stays at a few megabytes. */
const REMEMBERED_TOKENS = 10_000;
const JWKS_TIMEOUT_MS = 5_000;

type Surroundings = { clock: Clock; log: AuthLog };

/** Assembles the room: who issues the tokens, the one verifier that checks them, and the administrator's key. */
export const createAuth = async (
  config: Pick<Config, 'auth' | 'adminApiKeys' | 'dataDir'>,
  surroundings: Surroundings,
): Promise<Auth> => {
  const { clock, log } = surroundings;
  const { localIssuer, ...trusted } =
    config.auth.mode === 'local' ? await trustOurselves(config.dataDir, clock) : trustClerk(config.auth, surroundings);
  return {
    authenticate: createAuthenticate({
      verify: createTokenVerifier({ ...trusted, clock }),
      verifiedTokens: createVerifiedTokens({ capacity: REMEMBERED_TOKENS, clock }),
      log,
    }),
    checkAdmin: createAdminCheck(config.adminApiKeys),
    localIssuer,
  };
};

type Trusted = Omit<Parameters<typeof createTokenVerifier>[0], 'clock'> & Pick<Auth, 'localIssuer'>;

const trustOurselves = async (dataDir: string, clock: Clock): Promise<Trusted> => {
  const localIssuer = await createLocalIssuer({ dataDir, clock });
  const { publicKey, issuer, authorizedParties } = localIssuer;
  return { localIssuer, findKey: () => publicKey, issuer, authorizedParties };
};

const trustClerk = (clerk: ClerkConfig, surroundings: Surroundings): Trusted => {
  const { key, issuer, authorizedParties } = clerk;
  const findKey = 'pem' in key ? () => key.pem : createJwks({ ...key, ...surroundings, timeoutMs: JWKS_TIMEOUT_MS });
  return { localIssuer: null, findKey, issuer, authorizedParties };
};
