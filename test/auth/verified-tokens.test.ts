import { describe, expect, it } from 'vitest';
import { createAuthenticate } from '../../src/auth/authenticate.ts';
import { createVerifiedTokens } from '../../src/auth/verified-tokens.ts';

const start = Date.UTC(2026, 0, 1);
const open = (capacity = 100) => {
  let nowMs = start;
  return {
    tokens: createVerifiedTokens({ capacity, clock: () => new Date(nowMs) }),
    pass: (seconds: number) => void (nowMs += seconds * 1000),
  };
};
const claimsUntil = (seconds: number) => ({ sub: 'user_ada', sid: 'sess_1', exp: start / 1000 + seconds });

describe('a verified token', () => {
  it('is remembered until it expires', () => {
    const { tokens, pass } = open();
    tokens.remember('a.b.c', claimsUntil(30));
    pass(29.999);
    expect(tokens.recall('a.b.c')).toEqual(claimsUntil(30));
    pass(0.001);
    expect(tokens.recall('a.b.c')).toBeUndefined();
  });

  it('is verified again after a minute, however long it is valid', () => {
    const { tokens, pass } = open();
    tokens.remember('a.b.c', claimsUntil(7 * 86_400));
    pass(59.999);
    expect(tokens.recall('a.b.c')).toBeDefined();
    pass(0.001);
    expect(tokens.recall('a.b.c')).toBeUndefined();
    tokens.remember('a.b.c', claimsUntil(7 * 86_400));
    expect(tokens.recall('a.b.c')).toBeDefined();
  });

  it('is not remembered at all where only the skew keeps it alive', () => {
    const { tokens } = open();
    tokens.remember('a.b.c', claimsUntil(-3));
    expect(tokens.recall('a.b.c')).toBeUndefined();
  });

  it('is no other token', () => {
    const { tokens } = open();
    tokens.remember('a.b.c', claimsUntil(30));
    expect(tokens.recall('a.b.d')).toBeUndefined();
  });
});

it('makes room by forgetting the oldest', () => {
  const { tokens } = open(2);
  tokens.remember('first', claimsUntil(30));
  tokens.remember('second', claimsUntil(30));
  tokens.remember('first', claimsUntil(30));
  tokens.remember('third', claimsUntil(30));
  expect(['first', 'second', 'third'].map((token) => tokens.recall(token) !== undefined)).toEqual([true, false, true]);
});

it('spares the second request of a session the verification', async () => {
  const { tokens, pass } = open();
  let verified = 0;
  const authenticate = createAuthenticate({
    verify: async () => ((verified += 1), claimsUntil(600)),
    verifiedTokens: tokens,
    log: () => undefined,
  });
  const ask = () => authenticate('Bearer a.b.c', async () => 7);

  expect([await ask(), await ask(), verified]).toMatchObject([{ userId: 7 }, { userId: 7 }, 1]);
  pass(60);
  expect([await ask(), verified]).toMatchObject([{ userId: 7 }, 2]);
});
