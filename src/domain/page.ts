/** A part of a list, newest first. `before` is the id of the last row already seen; `skip` counts from there. */
export type Page = { limit: number; skip?: number; before?: number | null };

/** The condition on the id that a page sets. */
export const pageFilter = (page: Page): { id?: { $lt: number } } =>
  page.before == null ? {} : { id: { $lt: page.before } };

/** The options of a `find` that a page sets. Ids grow with time, so the newest row has the highest. */
export const pageOptions = (page: Page): { orderBy: { id: 'desc' }; limit: number; offset: number } => ({
  orderBy: { id: 'desc' },
  limit: page.limit,
  offset: page.skip ?? 0,
});
