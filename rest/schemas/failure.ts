import { z } from 'zod';

/** Every failure but a failed validation. */
export const Failure = z.strictObject({ detail: z.string() }).meta({ id: 'Failure' });

const ValidationError = z
  .strictObject({
    type: z.string(),
    loc: z.array(z.union([z.string(), z.int()])),
    msg: z.string(),
    input: z.unknown(),
    ctx: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'ValidationError' });

export const HTTPValidationError = z.strictObject({ detail: z.array(ValidationError) }).meta({
  id: 'HTTPValidationError',
  examples: [{ detail: [{ type: 'missing', loc: ['body', 'filename'], msg: 'Field required', input: {} }] }],
});
