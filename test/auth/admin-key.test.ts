import { describe, expect, it } from 'vitest';
import { createAdminCheck } from '../../src/auth/admin-key.ts';

describe('with a key', () => {
  const isAdmin = createAdminCheck('a-long-admin-key');

  it('knows it', () => {
    expect(isAdmin('a-long-admin-key')).toBe(true);
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
    expect(isAdmin(presented)).toBe(false);
  });
});

describe.each([[null], ['']])('with the key %j', (key) => {
  it.each([undefined, null, '', 'null', 'undefined', 'anything'])('refuses %j', (presented) => {
    expect(createAdminCheck(key)(presented)).toBe(false);
  });
});
