import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../user/user.entity.ts';

export const PROVIDERS = ['stripe', 'paypal'] as const;
export type Provider = (typeof PROVIDERS)[number];

/**
 * `pending` until the provider says that it was paid, or that it never will be (`failed`, `expired`). What was paid can
 * be taken back: by refunds, or while a dispute holds the money.
 */
export const PAYMENT_STATUSES = [
  'pending',
  'completed',
  'failed',
  'expired',
  'partially_refunded',
  'refunded',
  'disputed',
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** What a user set out to buy, as it was offered then, and what became of it. Never deleted. */
const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payments',
  indexes: [{ name: 'payments_user_id_id_index', properties: ['userId', 'id'] }],
  uniques: [
    { name: 'payments_provider_checkout_id_unique', properties: ['provider', 'checkoutId'] },
    { name: 'payments_provider_charge_id_unique', properties: ['provider', 'chargeId'] },
  ],
  properties: {
    id: p.integer().primary(),
    /** What the provider knows it by. Random, so that two databases behind one account never mean the same. */
    reference: p.string().length(64).unique('payments_reference_unique'),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').index(false),
    provider: p.string().length(16).$type<Provider>(),
    planId: p.string().length(64),
    amountCents: p.integer(),
    currency: p.string().length(3),
    credits: p.integer(),
    status: p.string().length(24).$type<PaymentStatus>(),
    /** Stripe's checkout session, PayPal's order; null until the provider has answered. */
    checkoutId: p.string().length(255).nullable(),
    /** What refunds and disputes are about: Stripe's payment intent, PayPal's capture. */
    chargeId: p.string().length(255).nullable(),
    /** The event that told that it was paid; null where the answer to a call of ours did. */
    eventId: p.string().length(255).nullable(),
    /** When its credits were granted. */
    paidAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment);
