import { z } from 'zod';
import { capturePaypalOrder } from '../domain/billing/capture-paypal-order.ts';
import { createPaypalOrder } from '../domain/billing/create-paypal-order.ts';
import { countPayments, listPayments } from '../domain/billing/list-payments.ts';
import { type Payment, PAYMENT_STATUSES, PROVIDERS } from '../domain/billing/payment.entity.ts';
import type { Plan } from '../domain/billing/plan.ts';
import type { StartedCheckout } from '../domain/billing/provider-order.ts';
import { startStripeCheckout } from '../domain/billing/start-stripe-checkout.ts';
import { builder } from './builder.ts';
import { connect, defineConnection, pageArgs } from './connection.ts';
import { enumValues } from './enum-values.ts';
import { rate } from './rates.ts';
import { readInput } from './read-input.ts';

const PaymentProviderEnum = builder.enumType('PaymentProvider', { values: enumValues(PROVIDERS) });
const PaymentStatusEnum = builder.enumType('PaymentStatus', { values: enumValues(PAYMENT_STATUSES) });

const PlanType = builder.objectRef<Plan>('Plan').implement({
  description: 'A pack of credits that can be bought.',
  fields: (t) => ({
    id: t.exposeString('id'),
    name: t.exposeString('name'),
    credits: t.exposeInt('credits'),
    priceCents: t.exposeInt('priceCents', { description: 'Hundredths of the currency.' }),
    currency: t.exposeString('currency', { description: 'ISO 4217.' }),
    description: t.exposeString('description'),
    providers: t.field({
      type: [PaymentProviderEnum],
      description: 'Who it can be paid through; those that are not configured are left out.',
      resolve: (_plan, _args, { services }) => PROVIDERS.filter((provider) => services[provider] !== null),
    }),
  }),
});

const PaymentType = builder.objectRef<Payment>('Payment').implement({
  description: 'What somebody set out to buy, as it was offered then, and what became of it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    provider: t.expose('provider', { type: PaymentProviderEnum }),
    planId: t.exposeString('planId'),
    amountCents: t.exposeInt('amountCents', { description: 'Hundredths of the currency.' }),
    currency: t.exposeString('currency', { description: 'ISO 4217.' }),
    credits: t.exposeInt('credits'),
    status: t.expose('status', { type: PaymentStatusEnum }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});
const PaymentConnection = defineConnection('Payment', PaymentType);

const StripeCheckoutType = builder.objectRef<StartedCheckout>('StripeCheckout').implement({
  fields: (t) => ({
    checkoutUrl: t.exposeString('url', { description: 'Send the buyer here.' }),
    sessionId: t.exposeString('checkoutId'),
  }),
});

const PaypalOrderType = builder.objectRef<StartedCheckout>('PaypalOrder').implement({
  fields: (t) => ({
    orderId: t.exposeString('checkoutId'),
    approveUrl: t.exposeString('url', { description: 'Send the buyer here, then capture the order.' }),
  }),
});

const PaypalCaptureType = builder.objectRef<Payment>('PaypalCapture').implement({
  fields: (t) => ({
    orderId: t.string({ resolve: ({ checkoutId }) => checkoutId ?? '' }),
    status: t.expose('status', { type: PaymentStatusEnum, description: 'Pending where PayPal still waits itself.' }),
    credits: t.int({
      description: 'Credits granted for it.',
      resolve: ({ paidAt, credits }) => (paidAt ? credits : 0),
    }),
  }),
});

const StartStripeCheckoutInput = builder.inputType('StartStripeCheckoutInput', {
  fields: (t) => ({
    planId: t.string({ required: true }),
    successUrl: t.string({ description: 'Where the buyer returns to; http or https.' }),
    cancelUrl: t.string({ description: 'Where the buyer returns to without having paid; http or https.' }),
  }),
});

const returnUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .max(2_000, 'must have at most 2000 characters')
  .nullish()
  .transform((url) => url ?? null);
const checkoutRules = z.object({ planId: z.string(), successUrl: returnUrl, cancelUrl: returnUrl });

builder.queryFields((t) => ({
  plans: t.withAuth({ public: true }).field({
    type: [PlanType],
    description: 'What is sold.',
    resolve: (_root, _args, { services }) => services.plans,
  }),
  payments: t.withAuth({ authenticated: true }).field({
    type: PaymentConnection,
    description: 'Newest first.',
    args: pageArgs,
    resolve: (_root, page, { services: { em }, principal }) =>
      connect(
        page,
        (part) => listPayments(em, principal, part),
        () => countPayments(em, principal),
      ),
  }),
}));

builder.mutationFields((t) => ({
  startStripeCheckout: t.withAuth({ authenticated: true }).field({
    ...rate('checkout'),
    type: StripeCheckoutType,
    description: 'Makes a page at Stripe where a plan is paid. Credits come with the payment, not with the return.',
    args: { input: t.arg({ type: StartStripeCheckoutInput, required: true }) },
    resolve: (_root, { input }, { services, principal }) =>
      startStripeCheckout(services, principal, readInput(checkoutRules, input)),
  }),
  createPaypalOrder: t.withAuth({ authenticated: true }).field({
    ...rate('checkout'),
    type: PaypalOrderType,
    description: 'Makes an order at PayPal for a plan.',
    args: { planId: t.arg.string({ required: true }) },
    resolve: (_root, { planId }, { services, principal }) => createPaypalOrder(services, principal, planId),
  }),
  capturePaypalOrder: t.withAuth({ authenticated: true }).field({
    ...rate('change'),
    type: PaypalCaptureType,
    description: 'Collects an approved order. Again, it answers as the first time.',
    args: { orderId: t.arg.string({ required: true }) },
    resolve: (_root, { orderId }, { services, principal }) => capturePaypalOrder(services, principal, orderId),
  }),
}));
