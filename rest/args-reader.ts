import { parse as parseQuery } from 'node:querystring';
import type { z } from 'zod';
import { headerName } from './header-name.ts';
import { readBody } from './read-body.ts';
import type { RouteArgs } from './route.ts';
import type { Params } from './router.ts';
import { createValidator, type Fields, type Place } from './validation.ts';
import { type Problem, ValidationFailed } from './validation-failed.ts';

/** One request, as far as it was taken apart to find its route. */
export type Call = { request: Request; params: Params; query: string };

/**
 * Makes what reads the arguments of a route, all together by their names. It throws `ValidationFailed` with everything
 * that is wrong, and as `readBody`.
 */
export function createArgsReader(args: RouteArgs, maxBodyBytes: number): (call: Call) => Promise<Fields> {
  const { path, query, headers, body, optionalBody } = args;
  const parts = [
    ...(path ? [part('path', path, ({ params }) => params)] : []),
    ...(query ? [part('query', query, (call) => readQuery(call.query))] : []),
    ...(headers ? [part('header', headers, ({ request }) => readHeaders(request, headers))] : []),
    ...(body ? [part('body', body, ({ request }) => readBody(request, maxBodyBytes))] : []),
    ...(optionalBody
      ? [part('body', optionalBody, async ({ request }) => (await readBody(request, maxBodyBytes)) ?? {})]
      : []),
  ];
  return async (call) => {
    const fields: Fields = {};
    const problems: Problem[] = [];
    for (const { take, validate } of parts) {
      const validated = validate(await take(call));
      if (validated.problems) problems.push(...validated.problems);
      else Object.assign(fields, validated.fields);
    }
    if (problems.length > 0) throw new ValidationFailed(problems);
    return fields;
  };
}

const part = (place: Place, schema: z.ZodObject, take: (call: Call) => unknown) => ({
  take,
  validate: createValidator(place, schema),
});

/** Where a parameter is given more than once, the last one counts. */
function readQuery(query: string): Fields {
  const fields: Fields = parseQuery(query);
  for (const name in fields) {
    const value = fields[name];
    if (Array.isArray(value)) fields[name] = value.at(-1);
  }
  return fields;
}

const readHeaders = (request: Request, { shape }: z.ZodObject): Fields =>
  Object.fromEntries(Object.keys(shape).map((name) => [name, request.headers.get(headerName(name)) ?? undefined]));
