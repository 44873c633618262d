import { hash, timingSafeEqual } from 'node:crypto';

/** Who acts with an admin key, for the record: a fingerprint tells keys from each other and is no key. */
export type Admin = { readonly keyFingerprint: string };

/** Whose key the presented `X-Admin-Key` is; null where it is none of ours. */
export type AdminCheck = (presented: string | null | undefined) => Admin | null;

/**
 * Compares hashes, in constant time: neither the time nor the length tells anything of the keys. Where none is set,
 * nobody is an administrator, whatever they present. There are several while one is being replaced by another.
 */
export const createAdminCheck = (keys: readonly string[]): AdminCheck => {
  const known = keys.filter(Boolean).map((key) => ({ digest: sha256(key), keyFingerprint: fingerprint(key) }));
  return (presented) => {
    if (!presented) return null;
    const digest = sha256(presented);
    const [found] = known.filter((key) => timingSafeEqual(digest, key.digest));
    return found ? { keyFingerprint: found.keyFingerprint } : null;
  };
};

const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

/** `printf 'admin-key:%s' "$ADMIN_API_KEY" | sha256sum | cut -c 1-8` prints it, too. */
const fingerprint = (key: string): string => hash('sha256', `admin-key:${key}`).slice(0, 8);
