import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAuth } from '../../src/auth/create-auth.ts';
import type { Auth } from '../../src/auth/create-auth.ts';
import type { ClerkConfig } from '../../src/config.ts';
import { systemClock } from '../../src/clock.ts';
import { startJwksServer } from './jwks-server.ts';
import { createTokenSigner } from './token-signer.ts';

const NOW = 1_767_225_600;
const clerk = createTokenSigner();
const stranger = createTokenSigner();

const claims = {
  iss: 'https://clerk.example.com',
  azp: 'https://app.example.com',
  sub: 'user_ada',
  sid: 'sess_1',
  sts: 'active',
  iat: NOW - 10,
  nbf: NOW - 20,
  exp: NOW + 50,
};
const without = (name: keyof typeof claims) => ({ ...claims, [name]: undefined });
const bearer = (token: string) => `Bearer ${token}`;
const signed = (changes: Record<string, unknown>) => bearer(clerk.sign({ ...claims, ...changes }));
const headed = (changes: Record<string, unknown>) =>
  bearer(clerk.sign(claims, { alg: 'RS256', typ: 'JWT', kid: clerk.kid, ...changes }));
const genuine = clerk.sign(claims);
const [head = '', body = '', signature = ''] = genuine.split('.');

const refused: [why: string, header: string | null | undefined, reason: string][] = [
  ['no header', undefined, 'token-missing'],
  ['no header, as Headers.get() says it', null, 'token-missing'],
  ['an empty header', '', 'token-missing'],
  ['the scheme alone', 'Bearer', 'token-invalid'],
  ['the scheme and a space', 'Bearer ', 'token-invalid'],
  ['another scheme', `Basic ${genuine}`, 'token-scheme-unsupported'],
  ['a scheme that begins alike', `BearerToken ${genuine}`, 'token-scheme-unsupported'],
  ['a token without a scheme', genuine, 'token-scheme-unsupported'],
  ['a token glued to the scheme', `Bearer${genuine}`, 'token-scheme-unsupported'],
  ['two tokens', `Bearer ${genuine} ${genuine}`, 'token-invalid'],
  ['two headers, joined on the way', `Bearer ${genuine}, Bearer ${genuine}`, 'token-invalid'],
  ['a quoted token', `Bearer "${genuine}"`, 'token-invalid'],
  ['no JWT at all', bearer('sesame'), 'token-invalid'],
  ['two parts', bearer(`${head}.${body}`), 'token-invalid'],
  ['four parts', bearer(`${genuine}.${signature}`), 'token-invalid'],
  ['an empty signature', bearer(`${head}.${body}.`), 'token-invalid'],
  ['no base64url', bearer(`${head}.${body}.%%%`), 'token-invalid'],
  ['base64 with padding', bearer(`${genuine}==`), 'token-invalid'],
  ['a header that is no JSON', bearer(clerk.sign(claims, 'not JSON')), 'token-invalid'],
  ['a header that is null', bearer(clerk.sign(claims, null)), 'token-invalid-algorithm'],
  ['a payload that is no JSON', bearer(clerk.sign('not JSON')), 'token-invalid'],
  ['a payload that is null', bearer(clerk.sign(null)), 'token-invalid'],
  ['a payload that is a list', bearer(clerk.sign('[1,2]')), 'token-verification-failed'],

  ['alg none without a signature', bearer(clerk.signNone(claims, '')), 'token-invalid'],
  ['alg none with some signature', bearer(clerk.signNone(claims, 'x')), 'token-invalid-algorithm'],
  ['alg none, genuinely signed', headed({ alg: 'none' }), 'token-invalid-algorithm'],
  ['no alg', headed({ alg: undefined }), 'token-invalid-algorithm'],
  ['alg in small letters', headed({ alg: 'rs256' }), 'token-invalid-algorithm'],
  ['HS256 with the public key as the secret', bearer(clerk.signHs256(claims)), 'token-invalid-algorithm'],
  ['RS512 with the right key', bearer(clerk.signRs512(claims)), 'token-invalid-algorithm'],
  ['ES256', bearer(clerk.signEs256(claims)), 'token-invalid-algorithm'],
  ['a critical extension', headed({ crit: ['exp'] }), 'token-invalid'],
  ['an OAuth access token', headed({ typ: 'at+jwt' }), 'token-invalid'],
  ['a machine token', headed({ cat: 'cl_B7d4PD333AAA' }), 'token-category-invalid'],
  ['a JWT template’s token', headed({ cat: 'cl_B7d4PD222AAA' }), 'token-category-invalid'],

  ['another issuer’s key under the right kid', bearer(stranger.sign(claims)), 'token-invalid-signature'],
  [
    'a changed payload',
    bearer(`${head}.${clerk.sign({ ...claims, sub: 'user_eve' }).split('.')[1]}.${signature}`),
    'token-invalid-signature',
  ],
  ['a cut signature', bearer(genuine.slice(0, -2)), 'token-invalid-signature'],
  ['everything wrong: the signature is looked at first', bearer(stranger.sign({ exp: 0 })), 'token-invalid-signature'],

  ['expired', signed({ exp: NOW - 3600 }), 'token-expired'],
  ['expired just beyond the skew', signed({ exp: NOW - 5 }), 'token-expired'],
  ['no exp', bearer(clerk.sign(without('exp'))), 'token-verification-failed'],
  ['exp as text', signed({ exp: String(NOW + 50) }), 'token-verification-failed'],
  [
    'exp beyond all numbers, which Clerk takes for never',
    bearer(clerk.sign(JSON.stringify(claims).replace(`${NOW + 50}`, '1e999'))),
    'token-verification-failed',
  ],
  ['nbf beyond the skew', signed({ nbf: NOW + 6 }), 'token-not-active-yet'],
  ['nbf as text', signed({ nbf: 'now' }), 'token-verification-failed'],
  ['iat beyond the skew', signed({ iat: NOW + 6 }), 'token-iat-in-the-future'],
  ['iat as text', signed({ iat: 'now' }), 'token-verification-failed'],

  ['another issuer', signed({ iss: 'https://clerk.example.net' }), 'token-invalid-issuer'],
  ['the issuer with a slash', signed({ iss: 'https://clerk.example.com/' }), 'token-invalid-issuer'],
  ['no issuer', bearer(clerk.sign(without('iss'))), 'token-invalid-issuer'],
  ['a party that is not listed', signed({ azp: 'https://evil.example.com' }), 'token-invalid-authorized-parties'],
  ['no party', bearer(clerk.sign(without('azp'))), 'token-invalid-authorized-parties'],
  ['no session', bearer(clerk.sign(without('sid'))), 'token-session-missing'],
  ['an empty session', signed({ sid: '' }), 'token-session-missing'],
  ['a pending session', signed({ sts: 'pending' }), 'token-session-pending'],
  ['no subject', bearer(clerk.sign(without('sub'))), 'token-verification-failed'],
  ['an empty subject', signed({ sub: '' }), 'token-subject-missing'],
  ['a subject that is a number', signed({ sub: 7 }), 'token-verification-failed'],
  ['a user nobody knows', signed({ sub: 'user_eve' }), 'user-unknown'],
];

const accepted: [what: string, header: string][] = [
  ['a genuine token', bearer(genuine)],
  ['the scheme in any case', `bEARER ${genuine}`],
  ['several spaces', `Bearer   ${genuine}`],
  ['expired within the skew', signed({ exp: NOW - 4 })],
  ['nbf within the skew', signed({ nbf: NOW + 5 })],
  ['iat within the skew', signed({ iat: NOW + 5 })],
  ['neither nbf nor iat', signed({ nbf: undefined, iat: undefined })],
  ['the other party', signed({ azp: 'http://localhost:3000' })],
  ['no status of the session, as in older tokens', bearer(clerk.sign(without('sts')))],
  ['no typ', headed({ typ: undefined })],
  ['the category of session tokens', headed({ cat: 'cl_B7d4PD111AAA' })],
  ['the category of instances without categories', headed({ cat: 'cl_I7d4PD111III' })],
  ['claims that an application added', signed({ email: 'ada@example.com', o: { id: 'org_1' } })],
];

const refusedByJwks: typeof refused = [
  ['a kid that the instance does not have', headed({ kid: 'ins_other' }), 'jwk-kid-mismatch'],
  ['no kid', headed({ kid: undefined }), 'jwk-kid-mismatch'],
  ['a kid that is no text', headed({ kid: { kid: clerk.kid } }), 'jwk-kid-mismatch'],
  ['a kid that every object has', headed({ kid: '__proto__' }), 'jwk-kid-mismatch'],
];

const acceptedByPublicKey: typeof accepted = [
  ['any kid, since there is one key', headed({ kid: 'ins_other' })],
  ['no kid', headed({ kid: undefined })],
];

const jwksServer = await startJwksServer('sk_test_x', [clerk.jwk]);
afterAll(() => jwksServer.close());

const users = new Map([['user_ada', 7]]);
const findUserId = async (clerkUserId: string) => users.get(clerkUserId) ?? null;

const log = vi.fn();
const signIn = (key: ClerkConfig['key'], changes: Partial<ClerkConfig> = {}): Promise<Auth> =>
  createAuth(
    {
      auth: {
        mode: 'clerk',
        key,
        issuer: 'https://clerk.example.com',
        authorizedParties: ['https://app.example.com', 'http://localhost:3000'],
        publishableKey: null,
        ...changes,
      },
      adminApiKeys: [],
      dataDir: '/nowhere',
    },
    { clock: systemClock, log },
  );

beforeAll(() => {
  // Clerk's library reads the machine's clock. Only the date is replaced: the sockets need their timers.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 });
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(() => {
  vi.setSystemTime(NOW * 1000);
  log.mockClear();
});

describe.each([
  ['the public key', { pem: clerk.pem }, refused, [...accepted, ...acceptedByPublicKey]],
  ['JWKS', { secretKey: 'sk_test_x', apiUrl: jwksServer.url }, [...refused, ...refusedByJwks], accepted],
] as const)('with %s', (_, key, refusals, acceptances) => {
  let auth: Auth;
  beforeAll(async () => {
    auth = await signIn(key);
    await auth.authenticate(bearer(genuine), findUserId);
  });

  it.each(refusals)('refuses %s', async (_why, header, reason) => {
    expect(await auth.authenticate(header, findUserId)).toBeNull();
    // A refusal is not remembered as anything: the second try is refused for the same reason.
    expect(await auth.authenticate(header, findUserId)).toBeNull();
    const told = { reason, detail: expect.any(String) };
    const level = reason === 'token-missing' ? 'debug' : 'info';
    expect(log.mock.calls).toEqual([
      [level, told, 'not authenticated'],
      [level, told, 'not authenticated'],
    ]);
    expect(JSON.stringify(log.mock.calls)).not.toContain(signature.slice(0, 20));
    expect(JSON.stringify(log.mock.calls)).not.toContain(head);
  });

  it.each(acceptances)('accepts %s', async (_what, header) => {
    expect(await auth.authenticate(header, findUserId)).toMatchObject({ userId: 7 });
    expect(log).not.toHaveBeenCalled();
  });
});

describe('what is not configured is not checked', () => {
  it('takes any issuer and any party', async () => {
    const auth = await signIn({ pem: clerk.pem }, { issuer: null, authorizedParties: [] });
    expect(
      await auth.authenticate(signed({ iss: 'https://elsewhere.example', azp: undefined }), findUserId),
    ).toMatchObject({
      userId: 7,
    });
  });
});

describe('a token that was verified before', () => {
  it('is refused once it has expired', async () => {
    const auth = await signIn({ pem: clerk.pem });
    const header = signed({ exp: NOW + 50 });
    expect(await auth.authenticate(header, findUserId)).toMatchObject({ userId: 7 });

    vi.setSystemTime((NOW + 54) * 1000);
    expect(await auth.authenticate(header, findUserId)).toMatchObject({ userId: 7 });

    vi.setSystemTime((NOW + 55) * 1000);
    expect(await auth.authenticate(header, findUserId)).toBeNull();
    expect(log).toHaveBeenCalledExactlyOnceWith(
      'info',
      expect.objectContaining({ reason: 'token-expired' }),
      'not authenticated',
    );
  });

  it('does not sign in a user who has been deleted since', async () => {
    const auth = await signIn({ pem: clerk.pem });
    expect(await auth.authenticate(bearer(genuine), findUserId)).toMatchObject({ userId: 7 });
    expect(await auth.authenticate(bearer(genuine), async () => null)).toBeNull();
  });
});

it('does not take a database that fails for a user who is unknown', async () => {
  const auth = await signIn({ pem: clerk.pem });
  const failing = async () => {
    throw new Error('the database is away');
  };
  await expect(auth.authenticate(bearer(genuine), failing)).rejects.toThrow('the database is away');
});

it('goes by the clock it was given, where the machine has another time', async () => {
  const clock = () => new Date(NOW * 1000);
  vi.setSystemTime((NOW + 86_400) * 1000);
  const auth = await createAuth(
    {
      auth: { mode: 'clerk', key: { pem: clerk.pem }, issuer: null, authorizedParties: [], publishableKey: null },
      adminApiKeys: [],
      dataDir: '/nowhere',
    },
    { clock, log },
  );
  expect(await auth.authenticate(bearer(genuine), findUserId)).toMatchObject({ userId: 7 });
  expect(await auth.authenticate(signed({ exp: NOW - 5 }), findUserId)).toBeNull();
  expect(await auth.authenticate(signed({ nbf: NOW + 6 }), findUserId)).toBeNull();
});
