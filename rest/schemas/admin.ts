import { z } from 'zod';
import { MAX_INT, text } from './values.ts';

export const CreditAdjustmentRequest = z
  .object({
    user_id: z.int(),
    credits: z
      .int()
      .min(-MAX_INT)
      .max(MAX_INT)
      .refine((credits) => credits !== 0, 'credits must not be 0')
      .meta({ not: { const: 0 }, description: 'Positive gives, negative takes away.' }),
    reason: text({ min: 1, max: 500, pattern: /^[^\0\p{Cs}]*$/u }).describe('The user reads it.'),
  })
  .meta({ id: 'CreditAdjustmentRequest', examples: [{ user_id: 7, credits: 100, reason: 'A gift to a tester' }] });

export const IdempotencyHeaders = z.object({
  idempotency_key: text({ min: 1, max: 200, pattern: /^\P{Cc}*$/u })
    .optional()
    .describe('The same key twice changes nothing and answers as the first time.'),
});

export const CreditAdjustment = z
  .strictObject({
    user_id: z.int(),
    adjustment: z.int(),
    credits: z.int().describe('What the user owned after it, reserved credits included.'),
    transaction_id: z.int(),
  })
  .meta({
    id: 'CreditAdjustment',
    examples: [{ user_id: 7, adjustment: 100, credits: 110, transaction_id: 12 }],
  });
