import type { ObjectRef } from '@pothos/core';
import { z } from 'zod';
import type { Page } from '../domain/page.ts';
import { AppError } from '../errors.ts';
import { builder } from './builder.ts';
import { parseId } from './read-id.ts';
import { readInput } from './read-input.ts';

type Row = { id: number };

/** The arguments of every list. */
export const pageArgs = builder.args((t) => ({
  first: t.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
  after: t.string({ description: 'The cursor of the last one already seen.' }),
  skip: t.int({ defaultValue: 0, description: 'How many to leave out, counted from the start or from `after`.' }),
}));

const pageRules = z.object({
  first: z
    .int()
    .min(1, 'must be at least 1')
    .max(100, 'must be at most 100')
    .nullish()
    .transform((first) => first ?? 20),
  after: z.string().nullish(),
  skip: z
    .int()
    .min(0, 'must not be negative')
    .nullish()
    .transform((skip) => skip ?? 0),
});

/** Defines `<name>Connection` and `<name>Edge` for a type whose lists are newest first, that is by falling id. */
export const defineConnection = <Node extends Row>(
  name: string,
  type: ObjectRef<typeof builder.$inferSchemaTypes, Node>,
) =>
  builder.connectionObject({
    type,
    name: `${name}Connection`,
    fields: (t) => ({
      totalCount: t.int({
        description: 'How many there are on all pages together; counted only when asked for.',
        resolve: ({ countAll }) => countAll(),
      }),
    }),
  });

/** One page of a list. Whether another follows is known by asking for one row more than is shown. */
export async function connect<Node extends Row>(
  input: z.input<typeof pageRules>,
  list: (page: Page) => Promise<Node[]>,
  countAll: () => Promise<number>,
) {
  const { first, after, skip } = readInput(pageRules, input);
  const rows = await list({ limit: first + 1, skip, before: after == null ? null : readCursor(after) });
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after != null || skip > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    countAll,
  };
}

const PREFIX = 'id:';
const cursorOf = ({ id }: Row): string => Buffer.from(`${PREFIX}${id}`).toString('base64url');

function readCursor(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  const id = text.startsWith(PREFIX) ? parseId(text.slice(PREFIX.length)) : null;
  if (id === null) throw new AppError('BAD_USER_INPUT', 'after: is not a cursor of this list');
  return id;
}
