import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type { Principal } from '../auth/principal.ts';
import type { Context } from './context.ts';
import { refusal } from './errors.ts';

/**
 * The builder: plugins, scopes and scalars. It defines no types; each domain's file defines its own.
 *
 * Every root field names one scope, `t.withAuth({ authenticated: true })`, and then finds the signed-in user in its
 * context. Scopes stand on root fields only: on every field they would be checked for every row of a list.
 */
export const builder = new SchemaBuilder<{
  Context: Context;
  AuthScopes: { public: boolean; authenticated: boolean; admin: boolean };
  AuthContexts: { authenticated: Context & { principal: Principal } };
  Connection: { countAll: () => Promise<number> };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: number };
    // Answers only: none of them can be asked for as an argument until it also says how it reads one.
    DateTime: { Input: never; Output: Date };
    Date: { Input: never; Output: string };
    SafeInt: { Input: never; Output: number };
  };
}>({
  plugins: [ScopeAuthPlugin, RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authScopes: ({ principal, operator }) => ({
      public: true,
      authenticated: principal !== null,
      admin: operator !== null,
    }),
    unauthorizedError: (_parent, _context, _info, { failure }) => refusal(failure),
    // A subscription is refused before it starts, not at its first event.
    authorizeOnSubscribe: true,
  },
  relay: {
    cursorType: 'String',
    nodesOnConnection: true,
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
  },
});

builder.scalarType('DateTime', {
  description: 'A moment in UTC, ISO 8601 with milliseconds: `2026-01-31T23:59:59.000Z`.',
  serialize: (moment) => moment.toISOString(),
});

builder.scalarType('Date', {
  description: 'A day as the statement prints it, ISO 8601: `2026-01-31`.',
  serialize: (day) => day,
});

builder.scalarType('SafeInt', {
  description: 'A whole number up to 2^53 - 1, which a JSON number holds exactly; `Int` ends at 2^31 - 1.',
  serialize: (number) => {
    if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is no safe integer`);
    return number;
  },
});
