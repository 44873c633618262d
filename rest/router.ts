/** Finds what a path and a method lead to. */
export type Router<Handler> = {
  /** The handler, and the values of the path's `{names}`; null where there is none. */
  find: (method: string, path: string) => { handler: Handler; params: Params } | null;
  /** The methods that are known for a path; none for an unknown one. */
  methodsOf: (path: string) => string[];
};

export type Params = Readonly<Record<string, string>>;

type Entry<Handler> = { method: string; path: string; handler: Handler };
type Methods<Handler> = Map<string, Handler>;

/** Paths without names win over those with, whatever their order. */
export function createRouter<Handler>(entries: readonly Entry<Handler>[]): Router<Handler> {
  const fixed = new Map<string, Methods<Handler>>();
  const patterns: { pattern: RegExp; methods: Methods<Handler> }[] = [];
  for (const [path, group] of Map.groupBy(entries, ({ path }) => path)) {
    const methods = new Map(group.map(({ method, handler }) => [method, handler]));
    if (path.includes('{')) patterns.push({ pattern: compile(path), methods });
    else fixed.set(path, methods);
  }

  return {
    find(method, path) {
      const handler = fixed.get(path)?.get(method);
      if (handler) return { handler, params: NO_PARAMS };
      for (const { pattern, methods } of patterns) {
        const named = methods.get(method);
        const params = named && pattern.exec(path)?.groups;
        if (named && params) return { handler: named, params };
      }
      return null;
    },
    methodsOf(path) {
      const matching = patterns.filter(({ pattern }) => pattern.test(path)).map(({ methods }) => methods);
      return [fixed.get(path), ...matching].flatMap((methods) => [...(methods?.keys() ?? [])]);
    },
  };
}

const NO_PARAMS: Params = {};

/** `/files/{file_id}` as a pattern whose group is called `file_id`. */
const compile = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('{', '(?<').replaceAll('}', '>[^/]+)')}$`);
