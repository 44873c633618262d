import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './user.ts';
import './file.ts';
import './dashboard.ts';
import './credit.ts';
import './billing.ts';
import './usage.ts';
import './admin.ts';
import { countCalls } from './rates.ts';

builder.queryType();
builder.mutationType();
builder.subscriptionType();

/** The whole schema, in the order in which the files above define it. */
export const schema: GraphQLSchema = countCalls(builder.toSchema({ sortSchema: false }));
