/** A part of a list, newest first. `before` is the id of the last row already seen; `skip` counts from there. */
export type Page = { limit: number; skip?: number; before?: number | null };
