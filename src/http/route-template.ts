/** The route that a path belongs to, as a template without ids; null where there is none. */
export type FindTemplate = (path: string) => string | null;

const OWN = new Set(['/', '/graphql', '/health', '/ready', '/metrics']);

/** Templates of every path this server answers; whatever is made up is `other`. `rest` knows the documented routes. */
export const createTemplates =
  (rest: FindTemplate): ((path: string) => string) =>
  (path) => {
    if (OWN.has(path)) return path;
    if (path.startsWith('/storage/')) return '/storage/{key}';
    if (path.startsWith('/console/')) return '/console/{path}';
    return rest(path) ?? 'other';
  };
