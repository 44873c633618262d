import type { z } from 'zod';
import { createLaxReading } from './lax-values.ts';
import { headerName } from './header-name.ts';
import type { Problem } from './validation-failed.ts';

export type Place = 'path' | 'query' | 'header' | 'body';

export type Fields = Record<string, unknown>;

/** What was read, or else what is wrong with it. */
export type Validated = { fields: Fields; problems?: undefined } | { fields?: undefined; problems: Problem[] };

/** Holds one part of a request to its schema, and says what is wrong as FastAPI and Pydantic 2 do. */
export function createValidator(place: Place, schema: z.ZodObject): (input: unknown) => Validated {
  const readLaxly = createLaxReading(schema);
  const hasSecrets = Object.values(schema.shape).some((field) => (field as z.ZodType).meta()?.['writeOnly'] === true);
  return (input) => {
    if (!isObject(input)) return { problems: [hide(notAnObject(place, input), hasSecrets)] };
    const { data, error } = schema.safeParse(readLaxly(input));
    if (!error) return { fields: data };
    const problems = describe(place, error.issues, input);
    return { problems: problems.map((problem) => hide(problem, hasSecrets)) };
  };
}

/** What may hold a secret is not shown, not even to whom it belongs: answers end up in logs. */
const hide = (problem: Problem, isSecret: boolean): Problem => (isSecret ? { ...problem, input: null } : problem);

const isObject = (input: unknown): input is Fields =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** A body of `null` is no body. */
const notAnObject = (place: Place, input: unknown): Problem =>
  input === null || input === undefined
    ? { type: 'missing', loc: [place], msg: 'Field required', input: null }
    : {
        type: 'model_attributes_type',
        loc: [place],
        msg: 'Input should be a valid dictionary or object to extract fields from',
        input,
      };

/** Pydantic stops at the first thing that is wrong with a field; Zod goes on. */
function describe(place: Place, issues: readonly z.core.$ZodIssue[], input: Fields): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of issues) {
    const path = issue.path.join('.');
    if (!problems.has(path)) problems.set(path, toProblem(place, issue, input));
  }
  return [...problems.values()];
}

function toProblem(place: Place, issue: z.core.$ZodIssue, fields: Fields): Problem {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const loc = [place, ...(place === 'header' ? path.map(headerName) : path)];
  const value = path.reduce<unknown>((inside, key) => (isContainer(inside) ? inside[key] : undefined), fields);
  if (value === undefined) {
    // Pydantic shows the object in which something is missing; for a parameter there is none.
    return { type: 'missing', loc, msg: 'Field required', input: place === 'body' ? fields : null };
  }
  const { type, msg, ctx } = explain(issue, value);
  return { type, loc, msg, input: value, ...(ctx ? { ctx } : {}) };
}

const isContainer = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

type Explanation = Pick<Problem, 'type' | 'msg' | 'ctx'>;

function explain(issue: z.core.$ZodIssue, value: unknown): Explanation {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue.expected, value);
    case 'invalid_value': {
      const expected = listWords(issue.values.map((word) => `'${String(word)}'`));
      return { type: 'enum', msg: `Input should be ${expected}`, ctx: { expected } };
    }
    case 'too_small':
      return explainLimit(issue.origin, issue.inclusive ? 'ge' : 'gt', Number(issue.minimum));
    case 'too_big':
      if (Array.isArray(value)) return explainLongList(value, Number(issue.maximum));
      return explainLimit(issue.origin, issue.inclusive ? 'le' : 'lt', Number(issue.maximum));
    case 'invalid_format': {
      const pattern = (issue.pattern ?? '').replace(/^\/(.*)\/\w*$/s, '$1');
      return { type: 'string_pattern_mismatch', msg: `String should match pattern '${pattern}'`, ctx: { pattern } };
    }
    default:
      return { type: 'value_error', msg: `Value error, ${issue.message}`, ctx: { error: {} } };
  }
}

function explainType(expected: string, value: unknown): Explanation {
  const isText = typeof value === 'string';
  switch (expected) {
    case 'string':
      return { type: 'string_type', msg: 'Input should be a valid string' };
    case 'array':
      return { type: 'list_type', msg: 'Input should be a valid list' };
    case 'boolean':
      return isText
        ? { type: 'bool_parsing', msg: 'Input should be a valid boolean, unable to interpret input' }
        : { type: 'bool_type', msg: 'Input should be a valid boolean' };
    default: {
      const integer = 'Input should be a valid integer';
      if (isText) return { type: 'int_parsing', msg: `${integer}, unable to parse string as an integer` };
      if (typeof value !== 'number') return { type: 'int_type', msg: integer };
      return Number.isFinite(value)
        ? { type: 'int_from_float', msg: `${integer}, got a number with a fractional part` }
        : { type: 'finite_number', msg: 'Input should be a finite number' };
    }
  }
}

const NUMBER_LIMITS = {
  ge: ['greater_than_equal', 'greater than or equal to'],
  gt: ['greater_than', 'greater than'],
  le: ['less_than_equal', 'less than or equal to'],
  lt: ['less_than', 'less than'],
} as const;

function explainLimit(origin: string, limit: keyof typeof NUMBER_LIMITS, value: number): Explanation {
  if (origin !== 'string') {
    const [type, words] = NUMBER_LIMITS[limit];
    return { type, msg: `Input should be ${words} ${value}`, ctx: { [limit]: value } };
  }
  const characters = value === 1 ? 'character' : 'characters';
  return limit === 'ge'
    ? {
        type: 'string_too_short',
        msg: `String should have at least ${value} ${characters}`,
        ctx: { min_length: value },
      }
    : { type: 'string_too_long', msg: `String should have at most ${value} ${characters}`, ctx: { max_length: value } };
}

const explainLongList = ({ length }: readonly unknown[], most: number): Explanation => ({
  type: 'too_long',
  msg: `List should have at most ${most} ${most === 1 ? 'item' : 'items'} after validation, not ${length}`,
  ctx: { field_type: 'List', max_length: most, actual_length: length },
});

/** `'a', 'b' or 'c'` */
function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
}
