import { defineEntity, p } from '@mikro-orm/core';
import { Payment, type Provider } from './payment.entity.ts';

/**
 * Money given back (a refund) or taken away: by a bank (a reversal, Stripe's disputes among them), or by PayPal's
 * verdict in a dispute, which PayPal tells again as refunds or reversals of the capture.
 */
export type ReversalKind = 'refund' | 'reversal' | 'dispute';

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
    /** The refund, or the dispute. */
    providerId: p.string().length(255),
    kind: p.string().length(16).$type<ReversalKind>(),
    amountCents: p.integer(),
    /** `undone`: the refund failed or the disputed money came back. */
    state: p.string().length(16).$type<'active' | 'undone'>(),
    /** Grows with every change at the provider: what is told of an earlier one changes nothing. */
    version: p.bigint('number').defaultRaw('1'),
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
