import type { SigningKeys } from '../../src/storage/signing-keys.ts';

/** A key that nobody replaces. */
export const oneSigningKey = (secret: Buffer): SigningKeys => ({
  current: async () => secret,
  accepted: async () => [secret],
});
