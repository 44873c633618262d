import { z } from 'zod';
import { adjustCreditsOnRecord } from '../domain/audit/adjust-credits-on-record.ts';
import type { LedgerTransfer } from '../domain/credit/ledger-transfer.entity.ts';
import { AppError } from '../errors.ts';
import { builder } from './builder.ts';
import { readId } from './read-id.ts';
import { readInput } from './read-input.ts';

const AdjustCreditsInput = builder.inputType('AdjustCreditsInput', {
  fields: (t) => ({
    userId: t.id({ required: true }),
    credits: t.int({ required: true, description: 'Positive gives, negative takes away; not 0.' }),
    reason: t.string({ required: true, description: '1 to 500 characters; the user reads it.' }),
    idempotencyKey: t.string({ description: 'The same key twice changes nothing and answers as the first time.' }),
  }),
});

const adjustmentRules = z.object({
  credits: z.int().refine((credits) => credits !== 0, 'must not be 0'),
  reason: z.string().regex(/^[^\0\p{Cs}]{1,500}$/u, 'must have 1 to 500 characters'),
  idempotencyKey: z
    .string()
    .regex(/^\P{Cc}{1,200}$/u, 'must have 1 to 200 characters, none of them a control character')
    .nullish()
    .transform((key) => key ?? null),
});

const CreditAdjustmentType = builder.objectRef<LedgerTransfer>('CreditAdjustment').implement({
  fields: (t) => ({
    userId: t.exposeID('userId'),
    adjustment: t.exposeInt('credits'),
    credits: t.exposeInt('balanceAfter', { description: 'What the user owned after it, reserved credits included.' }),
    transactionId: t.exposeID('id'),
  }),
});

builder.mutationField('adjustCredits', (t) =>
  t.withAuth({ admin: true }).field({
    type: CreditAdjustmentType,
    description: 'Gives a user credits or takes them away.',
    args: { input: t.arg({ type: AdjustCreditsInput, required: true }) },
    resolve: (_root, { input }, { services, operator }) => {
      if (!operator) throw new AppError('FORBIDDEN', 'Invalid or missing admin key');
      const adjustment = { ...readInput(adjustmentRules, input), userId: readId('User', input.userId) };
      return adjustCreditsOnRecord(services, operator, adjustment);
    },
  }),
);
