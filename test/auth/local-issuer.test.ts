import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAuth } from '../../src/auth/create-auth.ts';
import { createLocalIssuer } from '../../src/auth/local-issuer.ts';

const NOW = 1_767_225_600;
let nowSeconds: number;
const clock = () => new Date(nowSeconds * 1000);
let dataDir: string;

beforeEach(async () => {
  nowSeconds = NOW;
  dataDir = await mkdtemp(join(tmpdir(), 'local-issuer-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const startServer = (directory = dataDir) =>
  createAuth({ auth: { mode: 'local' }, adminApiKeys: [], dataDir: directory }, { clock, log: () => undefined });
const findUserId = async (clerkUserId: string) => (clerkUserId === 'user_ada' ? 7 : null);

it('issues tokens shaped like Clerk’s', async () => {
  const issuer = await createLocalIssuer({ dataDir, clock });
  const token = await issuer.issue({ sub: 'user_ada', email: 'ada@example.com', ttlSeconds: 60 });
  expect(decodeProtectedHeader(token)).toEqual({
    alg: 'RS256',
    typ: 'JWT',
    kid: expect.stringMatching(/^local_[0-9a-f]{16}$/),
  });
  expect(decodeJwt(token)).toEqual({
    iss: issuer.issuer,
    azp: issuer.authorizedParties[0],
    sub: 'user_ada',
    sid: expect.stringMatching(/^sess_[0-9a-f]{32}$/),
    sts: 'active',
    v: 2,
    email: 'ada@example.com',
    iat: NOW,
    nbf: NOW,
    exp: NOW + 60,
  });
});

it('signs in to its own server for a week, restarts included', async () => {
  const token = await (await startServer()).localIssuer?.issue({ sub: 'user_ada' });
  const restarted = await startServer();
  expect(await restarted.authenticate(`Bearer ${token}`, findUserId)).toMatchObject({ userId: 7 });
  nowSeconds = NOW + 7 * 86_400;
  expect(await restarted.authenticate(`Bearer ${token}`, findUserId)).toMatchObject({ userId: 7 });
  nowSeconds += 5;
  expect(await restarted.authenticate(`Bearer ${token}`, findUserId)).toBeNull();
});

it('does not sign in to the server of another data directory', async () => {
  const token = await (await startServer(join(dataDir, 'mine'))).localIssuer?.issue({ sub: 'user_ada' });
  const other = await startServer(join(dataDir, 'yours'));
  expect(await other.authenticate(`Bearer ${token}`, findUserId)).toBeNull();
});

it('makes one key where several processes start at once, and only its owner may read it', async () => {
  const issuers = await Promise.all(Array.from({ length: 4 }, () => createLocalIssuer({ dataDir, clock })));
  expect(new Set(issuers.map((issuer) => issuer.publicKey)).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['local-issuer-key.pem']);
  expect((await stat(join(dataDir, 'local-issuer-key.pem'))).mode & 0o777).toBe(0o600);
});

it('says which file is damaged and what to do', async () => {
  await writeFile(join(dataDir, 'local-issuer-key.pem'), 'not a key');
  await expect(createLocalIssuer({ dataDir, clock })).rejects.toThrow(
    /local-issuer-key\.pem holds no private key\. Remove/,
  );
});
