import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJwks } from '../../src/auth/jwks.ts';
import { TokenRefused } from '../../src/auth/token-refused.ts';
import { startJwksServer } from './jwks-server.ts';
import { createTokenSigner } from './token-signer.ts';

const first = createTokenSigner('ins_first');
const second = createTokenSigner('ins_second');

let clerk: Awaited<ReturnType<typeof startJwksServer>>;
let nowMs: number;
const log = vi.fn();
const open = (secretKey = 'sk_test_x', timeoutMs = 5_000) =>
  createJwks({ secretKey, apiUrl: clerk.url, clock: () => new Date(nowMs), log, timeoutMs });

const reasonOf = async (attempt: string | Promise<string>): Promise<unknown> => {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof TokenRefused) return error.reason;
    throw error;
  }
  return 'not refused';
};

beforeEach(async () => {
  clerk = await startJwksServer('sk_test_x', [first.jwk]);
  nowMs = Date.UTC(2026, 0, 1);
  log.mockClear();
});
afterEach(() => clerk.close());

it('asks Clerk when the first token comes, and then no more', async () => {
  const findKey = open();
  expect(clerk.state.requests).toBe(0);
  expect(await findKey('ins_first')).toBe(first.pem);
  expect(await findKey('ins_first')).toBe(first.pem);
  expect(clerk.state.requests).toBe(1);
});

it('shares one fetch among all who wait for it', async () => {
  const findKey = open();
  const keys = await Promise.all(Array.from({ length: 50 }, async () => findKey('ins_first')));
  expect(new Set(keys)).toEqual(new Set([first.pem]));
  expect(clerk.state.requests).toBe(1);
});

describe('a flood of made-up kids', () => {
  const flood = async (findKey: ReturnType<typeof open>) => {
    const reasons = await Promise.all(Array.from({ length: 1_000 }, (_, i) => reasonOf(findKey(`made-up-${i}`))));
    expect(new Set(reasons)).toEqual(new Set(['jwk-kid-mismatch']));
  };

  it('reaches Clerk once, and leaves those with a genuine kid alone', async () => {
    const findKey = open();
    await flood(findKey);
    expect(clerk.state.requests).toBe(1);
    expect(await findKey('ins_first')).toBe(first.pem);
  });

  it('reaches Clerk once in thirty seconds, however long it lasts', async () => {
    const findKey = open();
    await findKey('ins_first');
    for (let second = 0; second < 90; second++) {
      nowMs += 1_000;
      await reasonOf(findKey(`made-up-${second}`));
    }
    expect(clerk.state.requests).toBe(1 + 3);
  });
});

describe('when Clerk changes its keys', () => {
  it('knows the new one after thirty seconds at the latest', async () => {
    const findKey = open();
    await findKey('ins_first');
    clerk.state.keys = [first.jwk, second.jwk];

    nowMs += 29_999;
    expect(await reasonOf(findKey('ins_second'))).toBe('jwk-kid-mismatch');
    nowMs += 1;
    expect(await findKey('ins_second')).toBe(second.pem);
    expect(await findKey('ins_first')).toBe(first.pem);
  });

  it('lets go of one that was taken back, without making anybody wait', async () => {
    const findKey = open();
    await findKey('ins_first');
    clerk.state.keys = [second.jwk];

    nowMs += 5 * 60_000;
    expect(await findKey('ins_first')).toBe(first.pem);
    await vi.waitFor(async () => expect(await reasonOf(findKey('ins_first'))).toBe('jwk-kid-mismatch'));
    expect(clerk.state.requests).toBe(2);
  });
});

describe('when Clerk cannot be asked', () => {
  it.each<[string, NonNullable<typeof clerk.state.answer>]>([
    ['an error', (response) => response.writeHead(500).end()],
    ['no JSON', (response) => response.end('<html>')],
    ['no keys', (response) => response.end('{"keys":[]}')],
    ['something else', (response) => response.end('null')],
    ['a redirect', (response) => response.writeHead(302, { location: '/v1/jwks?again' }).end()],
    ['a closed connection', (response) => response.destroy()],
    ['nothing, for too long', () => undefined],
  ])('refuses, and says why in the log: %s', async (_, answer) => {
    clerk.state.answer = answer;
    const findKey = open('sk_test_x', 300);
    expect(await reasonOf(findKey('ins_first'))).toBe('jwk-remote-failed-to-load');
    expect(await reasonOf(findKey('ins_first'))).toBe('jwk-remote-failed-to-load');
    expect(clerk.state.requests).toBe(1);
    expect(log).toHaveBeenCalledExactlyOnceWith(
      'warn',
      { error: expect.any(String) },
      'could not fetch the keys of Clerk',
    );

    clerk.state.answer = null;
    nowMs += 30_000;
    expect(await findKey('ins_first')).toBe(first.pem);
  });

  it('refuses with a secret key that Clerk does not know, and does not log it', async () => {
    expect(await reasonOf(open('sk_test_wrong')('ins_first'))).toBe('jwk-remote-failed-to-load');
    expect(JSON.stringify(log.mock.calls)).toContain('Clerk answered 401');
    expect(JSON.stringify(log.mock.calls)).not.toContain('sk_test');
  });

  it('goes on with the keys it has', async () => {
    const findKey = open();
    await findKey('ins_first');
    clerk.state.answer = (response) => response.writeHead(500).end();

    nowMs += 24 * 3_600_000;
    expect(await reasonOf(findKey('ins_second'))).toBe('jwk-remote-failed-to-load');
    expect(await findKey('ins_first')).toBe(first.pem);
  });
});

it('leaves out keys that Clerk does not sign session tokens with', async () => {
  const { n: _n, ...broken } = { ...second.jwk, kid: 'ins_broken' };
  clerk.state.keys = [
    broken,
    { kid: 'ins_ec', kty: 'EC', crv: 'P-256' },
    { kid: 'ins_secret', kty: 'oct', k: 'AA' },
    first.jwk,
  ];
  const findKey = open();
  expect(await findKey('ins_first')).toBe(first.pem);
  expect(await reasonOf(findKey('ins_broken'))).toBe('jwk-kid-mismatch');
  expect(await reasonOf(findKey('ins_secret'))).toBe('jwk-kid-mismatch');
});
