import { z } from 'zod';
import { PAYMENT_STATUSES, PROVIDERS } from '../../src/domain/billing/payment.entity.ts';
import { VISIBLE_TYPES } from '../../src/domain/credit/rules.ts';
import { count, moment, text } from './values.ts';

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

const price = z.int().min(1).describe('Hundredths of the currency.');
const currency = z.string().length(3).describe('ISO 4217.');

export const Plan = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    credits: count,
    price_cents: price,
    currency,
    description: z.string(),
  })
  .meta({
    id: 'Plan',
    examples: [
      {
        id: 'starter',
        name: 'Starter',
        credits: 100,
        price_cents: 900,
        currency: 'USD',
        description: 'For a year of one account',
      },
    ],
  });

const planId = text({ min: 1, max: 64, pattern: /^\P{Cc}*$/u }).describe('One of the plans.');
const returnUrl = text({ min: 1, max: 2_000, pattern: /^[hH][tT][tT][pP][sS]?:\/\/[^\s/?#]\S*$/u });

export const StripeCheckoutRequest = z
  .object({
    plan_id: planId,
    success_url: returnUrl.nullish().describe('Where the buyer returns to; http or https.'),
    cancel_url: returnUrl.nullish().describe('Where the buyer returns to without having paid; http or https.'),
  })
  .meta({
    id: 'StripeCheckoutRequest',
    examples: [{ plan_id: 'starter', success_url: 'https://app.example.com/bought' }],
  });

export const StripeCheckout = z
  .strictObject({ checkout_url: z.string().describe('Send the buyer here.'), session_id: z.string() })
  .meta({
    id: 'StripeCheckout',
    examples: [{ checkout_url: 'https://checkout.stripe.com/c/pay/cs_test_a1', session_id: 'cs_test_a1' }],
  });

export const PaypalOrderRequest = z
  .object({ plan_id: planId })
  .meta({ id: 'PaypalOrderRequest', examples: [{ plan_id: 'starter' }] });

export const PaypalOrder = z
  .strictObject({ order_id: z.string(), approve_url: z.string().describe('Send the buyer here, then capture.') })
  .meta({
    id: 'PaypalOrder',
    examples: [
      {
        order_id: '5O190127TN364715T',
        approve_url: 'https://www.paypal.com/checkoutnow?token=5O190127TN364715T',
      },
    ],
  });

export const PaypalOrderPath = z.object({ order_id: z.string() });

const paymentStatus = z.enum(PAYMENT_STATUSES);

export const PaypalCapture = z
  .strictObject({
    order_id: z.string(),
    status: paymentStatus.describe('`pending` where PayPal still waits itself.'),
    credits: count.describe('Credits granted for it.'),
  })
  .meta({ id: 'PaypalCapture', examples: [{ order_id: '5O190127TN364715T', status: 'completed', credits: 100 }] });

export const Payment = z
  .strictObject({
    id: z.int(),
    provider: z.enum(PROVIDERS),
    plan_id: z.string(),
    amount_cents: price,
    currency,
    credits: count,
    status: paymentStatus,
    created_at: moment,
  })
  .meta({
    id: 'Payment',
    examples: [
      {
        id: 4,
        provider: 'stripe',
        plan_id: 'starter',
        amount_cents: 900,
        currency: 'USD',
        credits: 100,
        status: 'completed',
        created_at: '2026-02-01T09:00:00.000Z',
      },
    ],
  });
