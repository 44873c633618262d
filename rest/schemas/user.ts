import { z } from 'zod';
import { moment } from './values.ts';

export const User = z
  .strictObject({
    id: z.int(),
    clerk_user_id: z.string(),
    email: z.string().nullable(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    credits: z.int().describe('Credits that can be spent now.'),
    created_at: moment,
    updated_at: moment,
  })
  .meta({
    id: 'User',
    examples: [
      {
        id: 7,
        clerk_user_id: 'user_2aBcDeFgHiJkLmNoPqRsTuVwXyZ',
        email: 'ada@example.com',
        first_name: 'Ada',
        last_name: null,
        credits: 10,
        created_at: '2026-02-01T09:00:00.000Z',
        updated_at: '2026-02-01T09:00:00.000Z',
      },
    ],
  });
