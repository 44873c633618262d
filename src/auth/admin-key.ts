import { hash, timingSafeEqual } from 'node:crypto';

/** Whether the presented `X-Admin-Key` is the right one. */
export type AdminCheck = (presented: string | null | undefined) => boolean;

/**
 * Compares hashes, in constant time: neither the time nor the length tells anything of the key. Where no key is set,
 * nobody is an administrator, whatever they present.
 */
export const createAdminCheck = (key: string | null): AdminCheck => {
  if (!key) return () => false;
  const expected = sha256(key);
  return (presented) => !!presented && timingSafeEqual(sha256(presented), expected);
};

const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');
