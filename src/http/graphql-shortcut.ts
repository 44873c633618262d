import {
  getOperationAST,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import QuickLRU from 'quick-lru';
import type { Context } from '../schema/context.ts';
import { type PreparedOperation, prepareOperation } from '../schema/executor.ts';
import { mustBeShort, withinLimits } from './document-limits.ts';

/** What a client posts. */
type Posted = { query: string; variables: Record<string, unknown> };

export type Shortcut = {
  /** The operation of this text, prepared, where it has been posted before; null where it belongs to Yoga. */
  find(query: string): PreparedOperation | null;
};

/** More than the operations of any set of clients, and a bound to what made-up ones can cost. */
const REMEMBERED = 1_000;
const LONGEST_QUERY = 20_000;

/**
 * Remembers operations that are posted again and again. It prepares one at its second appearance, so that nobody makes
 * us prepare what is never used: whatever is new, invalid or unusual is answered by Yoga.
 */
export function createShortcut(schema: GraphQLSchema, introspection: boolean): Shortcut {
  const operations = new QuickLRU<string, PreparedOperation | 'seen' | 'unfit'>({ maxSize: REMEMBERED });
  const rules = [...specifiedRules, withinLimits, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];

  const prepare = (query: string): PreparedOperation | 'unfit' => {
    try {
      mustBeShort(query);
      const document = parse(query);
      const fit =
        // Null where there are several to choose from.
        (getOperationAST(document)?.operation ?? 'subscription') !== 'subscription' &&
        validate(schema, document, rules).length === 0;
      return fit ? prepareOperation(schema, document) : 'unfit';
    } catch {
      return 'unfit';
    }
  };

  return {
    find(query) {
      const known = operations.get(query);
      if (typeof known === 'function') return known;
      if (known === 'unfit' || query.length > LONGEST_QUERY) return null;
      const next = known === 'seen' ? prepare(query) : 'seen';
      operations.set(query, next);
      return typeof next === 'function' ? next : null;
    },
  };
}

/** The query and variables of a plain body; null for everything that Yoga must judge. */
export function readPosted(text: string): Posted | null {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null) return null;
    const { query, variables, ...rest } = body as Record<string, unknown>;
    const plain = typeof query === 'string' && Object.keys(rest).every((key) => key === 'operationName');
    if (!plain || (rest['operationName'] ?? null) !== null) return null;
    if (variables === undefined || variables === null) return { query, variables: {} };
    return typeof variables === 'object' && !Array.isArray(variables)
      ? { query, variables: variables as Record<string, unknown> }
      : null;
  } catch {
    return null;
  }
}

/** A JSON body of known length, and an answer wanted as JSON. */
export function isPlainPost(request: Request, maxBodyBytes: number): boolean {
  const accept = request.headers.get('accept');
  return (
    request.method === 'POST' &&
    /^application\/json( *; *charset=utf-8)?$/i.test(request.headers.get('content-type') ?? '') &&
    (accept === null || accept === '*/*' || /^application\/json\b/.test(accept)) &&
    Number(request.headers.get('content-length') ?? Number.NaN) <= maxBodyBytes
  );
}

/** Answers with the status that Yoga gives, the data and, where there are any, the masked errors. */
export async function answer(
  run: PreparedOperation,
  variables: Record<string, unknown>,
  context: Context,
  maskError: (error: unknown) => Error,
): Promise<Response> {
  const { data, errors } = await run(variables, context);
  const body = errors ? { data, errors: errors.map(maskError) } : { data };
  // Without data nothing was executed: the variables do not fit the operation.
  const status = data === undefined ? 400 : 200;
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
