import type { GraphQLSchema } from 'graphql';
import { takeTurn } from '../domain/limit/take-turn.ts';
import { RATE_NAMES, type RateName } from '../domain/limit/rates.ts';
import type { Context } from './context.ts';

/** Named in the options of a mutation: which rate of its caller's a call uses up. */
export const rate = (name: RateName): { extensions: { rate: RateName } } => ({ extensions: { rate: name } });

/** Has each mutation count its calls before it does anything, through whichever door they come. */
export function countCalls(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const name = RATE_NAMES.find((known) => known === field.extensions['rate']);
    const { resolve } = field;
    if (!name || !resolve) continue;
    field.resolve = async (root, args, context: Context, info): Promise<unknown> => {
      // Whoever is not signed in is refused by what follows.
      if (context.principal) await takeTurn(context.services, context.principal, name);
      return resolve(root, args, context, info);
    };
  }
  return schema;
}
