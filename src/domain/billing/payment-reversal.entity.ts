import { defineEntity, p } from '@mikro-orm/core';
import { Payment, type Provider } from './payment.entity.ts';

/** Money given back (a refund) or taken away (a dispute, a reversal), and the credits that went with it. */
export type ReversalKind = 'refund' | 'reversal';

/**
 * One refund or dispute of a payment, under its provider's id. It may be known before the payment is, since events
 * come in any order; it takes credits only from a payment that was granted.
 */
const PaymentReversalSchema = defineEntity({
  name: 'PaymentReversal',
  tableName: 'payment_reversals',
  uniques: [{ name: 'payment_reversals_provider_provider_id_unique', properties: ['provider', 'providerId'] }],
  properties: {
    id: p.integer().primary(),
    paymentId: () => p.manyToOne(Payment).mapToPk().fieldName('payment_id').index('payment_reversals_payment_id_index'),
    provider: p.string().length(16).$type<Provider>(),
    /** Stripe's refund or dispute, PayPal's refund. */
    providerId: p.string().length(255),
    kind: p.string().length(16).$type<ReversalKind>(),
    amountCents: p.integer(),
    /** `undone`: the refund failed or the disputed money came back. Nothing follows that. */
    state: p.string().length(16).$type<'active' | 'undone'>(),
    /** What the ledger has taken for it so far. */
    credits: p.integer().default(0),
    /** How often the ledger was changed for it: part of the idempotency key of the next change. */
    changes: p.integer().default(0),
    /** The event that told of it last. */
    eventId: p.string().length(255),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

export class PaymentReversal extends PaymentReversalSchema.class {}
PaymentReversalSchema.setClass(PaymentReversal);
