/** How long a signed URL can be used. */
export const SIGNED_URL_LIFETIME_MS = 60 * 60_000;
