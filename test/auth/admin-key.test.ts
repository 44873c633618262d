import { describe, expect, it } from 'vitest';
import { createAdminCheck } from '../../src/auth/admin-key.ts';

describe('with a key', () => {
  const check = createAdminCheck(['a-long-admin-key']);

  it('knows it', () => {
    expect(check('a-long-admin-key')).toEqual({ keyFingerprint: expect.stringMatching(/^[\da-f]{8}$/) });
  });

  it.each([
    undefined,
    null,
    '',
    ' ',
    'a-long-admin-ke',
    'a-long-admin-key ',
    'A-LONG-ADMIN-KEY',
    'a-long-admin-key, a-long-admin-key',
  ])('refuses %j', (presented) => {
    expect(check(presented)).toBeNull();
  });
});

it('knows the old key and the new one while they are changed, and which is which', () => {
  const check = createAdminCheck(['the-old-admin-key', 'the-new-admin-key']);
  const [old, fresh] = [check('the-old-admin-key'), check('the-new-admin-key')];
  expect(old?.keyFingerprint).toMatch(/^[\da-f]{8}$/);
  expect(fresh?.keyFingerprint).toMatch(/^[\da-f]{8}$/);
  expect(old).not.toEqual(fresh);
  expect(check('the-old-admin-key,the-new-admin-key')).toBeNull();
});

it.each([[[]], [['']]])('with the keys %j nobody is an administrator', (keys) => {
  for (const presented of [undefined, null, '', 'null', 'undefined', 'anything']) {
    expect(createAdminCheck(keys)(presented)).toBeNull();
  }
});
