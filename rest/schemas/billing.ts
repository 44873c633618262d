import { z } from 'zod';
import { VISIBLE_TYPES } from '../../src/domain/credit/rules.ts';
import { count, moment } from './values.ts';

export const Balance = z
  .strictObject({
    credits: z.int().describe('Credits that can be spent now.'),
    reserved: count.describe('Credits set aside for statements being processed.'),
  })
  .meta({ id: 'Balance', examples: [{ credits: 9, reserved: 1 }] });

export const CreditTransaction = z
  .strictObject({
    id: z.int(),
    type: z.enum(VISIBLE_TYPES),
    credits: z.int().describe('Positive adds, negative takes away.'),
    balance_after: z.int().describe('What was owned after it, reserved credits included.'),
    description: z.string(),
    reference: z.string().nullable(),
    created_at: moment,
  })
  .meta({
    id: 'CreditTransaction',
    examples: [
      {
        id: 1,
        type: 'signup',
        credits: 10,
        balance_after: 10,
        description: 'Credits to start with',
        reference: null,
        created_at: '2026-02-01T09:00:00.000Z',
      },
    ],
  });
