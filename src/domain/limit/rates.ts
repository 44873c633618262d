/** What is limited: calls that start reading, announce uploads, ask a provider of payments, build, or change anything else. */
export const RATE_NAMES = ['process', 'upload', 'checkout', 'build', 'change'] as const;
export type RateName = (typeof RATE_NAMES)[number];

/** Calls a minute and user; 0: no limit. */
export type Rates = Readonly<Record<RateName, number>>;

/** A whole minute's calls may come at once; after that, they come back one by one. */
export const WINDOW_MS = 60_000;

/** What one call uses up of the window. */
export const callMs = (perMinute: number): number => Math.max(1, Math.floor(WINDOW_MS / perMinute));
