import type { Route } from '../route.ts';
import { Received } from '../schemas/webhook.ts';

const TOO_LARGE_A_BODY = 'The request body is larger than the limit of 1048576 bytes';

/** For the providers, who sign what they post. */
export const webhookRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/webhooks/clerk',
    tag: 'webhooks',
    auth: 'signature',
    summary: 'For Clerk: users who come, change and go; signed in svix-id, svix-timestamp and svix-signature',
    operation: 'receive-clerk-webhook',
    webhook: 'clerk',
    response: Received,
    errors: { TOO_LARGE: TOO_LARGE_A_BODY, UNAVAILABLE: 'Clerk is not configured' },
  },
  {
    method: 'POST',
    path: '/webhooks/stripe',
    tag: 'webhooks',
    auth: 'signature',
    summary: 'For Stripe: payments, refunds and disputes; signed in stripe-signature',
    operation: 'receive-stripe-webhook',
    webhook: 'stripe',
    response: Received,
    errors: { TOO_LARGE: TOO_LARGE_A_BODY, UNAVAILABLE: 'Stripe is not configured' },
  },
  {
    method: 'POST',
    path: '/webhooks/paypal',
    tag: 'webhooks',
    auth: 'signature',
    summary: 'For PayPal: orders, captures and refunds; signed in the paypal- headers',
    operation: 'receive-paypal-webhook',
    webhook: 'paypal',
    response: Received,
    errors: { TOO_LARGE: TOO_LARGE_A_BODY, UNAVAILABLE: 'PayPal is not configured' },
  },
];
