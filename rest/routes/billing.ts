import { z } from 'zod';
import type { Route } from '../route.ts';
import * as billing from '../schemas/billing.ts';
import { Page } from '../schemas/values.ts';
import { TOO_MANY, toList } from './shared.ts';

/** Credits: what they cost, how they are bought, where they went. */
export const billingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/billing/plans',
    tag: 'billing',
    auth: 'public',
    summary: 'What is sold',
    operation: 'list-plans',
    errors: { RATE_LIMITED: TOO_MANY },
    response: z.array(billing.Plan),
  },
  {
    method: 'GET',
    path: '/billing/balance',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'Your credits',
    operation: 'get-balance',
    response: billing.Balance,
  },
  {
    method: 'GET',
    path: '/billing/transactions',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'What changed your balance, newest first',
    args: { query: Page },
    operation: 'list-transactions',
    pick: toList,
    response: z.array(billing.CreditTransaction),
  },
  {
    method: 'POST',
    path: '/billing/stripe/checkout',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'Make a page at Stripe where a plan is paid; the credits come with the payment',
    operation: 'start-stripe-checkout',
    args: { body: billing.StripeCheckoutRequest },
    response: billing.StripeCheckout,
    errors: { NOT_FOUND: 'Plan not found', UNAVAILABLE: 'Stripe is not configured', RATE_LIMITED: TOO_MANY },
  },
  {
    method: 'POST',
    path: '/billing/paypal/orders',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'Make an order at PayPal for a plan',
    operation: 'create-paypal-order',
    args: { body: billing.PaypalOrderRequest },
    response: billing.PaypalOrder,
    errors: { NOT_FOUND: 'Plan not found', UNAVAILABLE: 'PayPal is not configured', RATE_LIMITED: TOO_MANY },
  },
  {
    method: 'POST',
    path: '/billing/paypal/orders/{order_id}/capture',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'Collect an approved order; again, it answers as the first time',
    operation: 'capture-paypal-order',
    args: { path: billing.PaypalOrderPath },
    response: billing.PaypalCapture,
    errors: {
      NOT_FOUND: 'Order not found',
      CONFLICT: 'The order is not approved yet; approve it at PayPal first',
      UNAVAILABLE: 'PayPal is not configured',
      RATE_LIMITED: TOO_MANY,
    },
  },
  {
    method: 'GET',
    path: '/billing/payments',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'What you set out to buy and what became of it, newest first',
    operation: 'list-payments',
    args: { query: Page },
    pick: toList,
    response: z.array(billing.Payment),
  },
];
