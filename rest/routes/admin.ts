import type { Route } from '../route.ts';
import * as admin from '../schemas/admin.ts';

/** For the operator, by the key in `X-Admin-API-Key`. */
export const adminRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/admin/credits/adjust',
    tag: 'admin',
    auth: 'admin',
    summary: 'Give a user credits or take them away',
    args: { headers: admin.IdempotencyHeaders, body: admin.CreditAdjustmentRequest },
    operation: 'adjust-credits',
    response: admin.CreditAdjustment,
    errors: {
      NOT_FOUND: 'User not found',
      CONFLICT: 'The adjustment would take the balance below zero: 10 credits can be taken away',
    },
  },
];
