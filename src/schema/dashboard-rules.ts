import { z } from 'zod';
import { MAX_MEMBERS } from '../domain/dashboard/rules.ts';

const name = z
  .string()
  .regex(
    /^(?=.*\S)[^\p{Cc}\p{Cs}]{1,255}$/u,
    'must have 1 to 255 characters, not all of them blank, none of them a control character',
  );
const description = z.string().regex(/^[^\0\p{Cs}]{0,2000}$/u, 'must have at most 2000 characters');

export const creationRules = z.object({ name, description: description.nullish().transform((text) => text ?? null) });

/** Left out is not null: a name can be left out only, a description both. */
export const updateRules = z.object({ name: name.optional(), description: description.nullish() });

export const fileIdRules = z.object({
  fileIds: z.array(z.string()).max(MAX_MEMBERS, `must be at most ${MAX_MEMBERS} at once`),
});
