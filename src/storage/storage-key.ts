const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._=-]{0,199}$/;
/** The longest key that S3 takes. */
const MAX_LENGTH = 1024;

/**
 * Whether the text is a key: plain segments joined by `/`. A segment never starts with a dot, so that no key climbs out
 * of its directory or reaches a hidden file; and a key needs no escaping in a URL.
 */
export const isStorageKey = (text: string): boolean =>
  text.length <= MAX_LENGTH && text.split('/').every((segment) => SEGMENT.test(segment));

/** The key itself; throws where it is none. */
export const requireStorageKey = (text: string): string => {
  if (!isStorageKey(text)) throw new Error(`Not a storage key: ${JSON.stringify(text)}`);
  return text;
};

/** The prefix itself; throws where no key can start with it, and for the empty prefix, which would mean everything. */
export const requireStoragePrefix = (text: string): string => {
  if (text === '' || !isStorageKey(`${text}0`)) throw new Error(`Not a storage prefix: ${JSON.stringify(text)}`);
  return text;
};
