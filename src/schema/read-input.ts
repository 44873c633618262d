import type { z } from 'zod';
import { AppError } from '../errors.ts';

/**
 * Arguments held to their rules. Throws `BAD_USER_INPUT`, naming each wrong field. Called by resolvers, that is after
 * their scopes: who may not call a field is not told what is wrong with the call.
 */
export function readInput<Input>(rules: z.ZodType<Input>, input: unknown): Input {
  const { data, error } = rules.safeParse(input);
  if (!error) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AppError('BAD_USER_INPUT', problems.join('; '));
}
