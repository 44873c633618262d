import { conflict } from '../../errors.ts';
import { PermanentFailure } from '../permanent-failure.ts';
import type { Services } from '../services.ts';
import { closePayment } from './close-payment.ts';
import { findCharged, findPayment } from './find-payment.ts';
import { holdToPayment } from './hold-to-payment.ts';
import { centsAt, requiredTextAt, textAt, valueAt } from './payload.ts';
import type { Payment } from './payment.entity.ts';
import type { ProviderEvent } from './provider-event.ts';
import { recordPurchase } from './record-purchase.ts';
import { DONE, recordReversal, UNDONE } from './record-reversal.ts';
import type { StripeGateway, StripeRefund, StripeSession } from './stripe-gateway.ts';

type Told = { services: Services; stripe: StripeGateway; eventId: string; object: unknown };

/** What the types that we listen to mean (https://docs.stripe.com/api/events/types). */
const MEANINGS: Readonly<Record<string, (told: Told) => Promise<void>>> = {
  'checkout.session.completed': grantSession,
  'checkout.session.async_payment_succeeded': grantSession,
  'checkout.session.async_payment_failed': (told) => closeSession(told, 'failed'),
  'checkout.session.expired': (told) => closeSession(told, 'expired'),
  'refund.created': recordRefund,
  'refund.updated': recordRefund,
  'refund.failed': recordRefund,
  'charge.refund.updated': recordRefund,
  'charge.refunded': recordRefunds,
  'charge.dispute.funds_withdrawn': (told) => recordDispute(told, 1),
  'charge.dispute.funds_reinstated': (told) => recordDispute(told, 2),
};

/**
 * Does what a Stripe event means, once, however often and in whatever order events are applied. Types that mean
 * nothing to us are applied by doing nothing. Throws `PermanentFailure` where the event is wrong and will stay so.
 */
export async function applyStripeEvent(services: Services, { id, type, payload }: ProviderEvent): Promise<void> {
  const meaning = Object.hasOwn(MEANINGS, type) ? MEANINGS[type] : undefined;
  if (!meaning) return;
  const { stripe } = services;
  if (!stripe) throw new Error('Stripe is not configured');
  const account = textAt(payload, 'account');
  if (account !== null) throw new PermanentFailure(`The event is of another account: ${account}`);
  await meaning({ services, stripe, eventId: id, object: valueAt(payload, 'data', 'object') });
}

/** Nothing is granted for what an event says: the session is asked for again. */
async function grantSession({ services, stripe, eventId, object }: Told): Promise<void> {
  const sessionId = requiredTextAt(object, 'id');
  const session = await stripe.findSession(sessionId);
  if (!session) throw new PermanentFailure(`Stripe has no session ${sessionId} for this account`);
  // Completed and not yet paid: another event will tell.
  if (!session.isPaid) return;
  const { amountCents, currency, paymentIntentId } = session;
  if (amountCents === null || currency === null) {
    throw new PermanentFailure(`Session ${sessionId} collected no payment`);
  }
  const told = { amountCents: centsAt(object, 'amount_total'), currency: currencyAt(object) };
  holdToPayment(await findPayment(services.em, checkoutOf(session)), told);
  await recordPurchase(services, { ...checkoutOf(session), amountCents, currency, chargeId: paymentIntentId, eventId });
}

/** Stripe writes currencies in small letters. */
const currencyAt = (object: unknown): string => requiredTextAt(object, 'currency').toUpperCase();

const checkoutOf = ({ id, reference }: StripeSession) => ({ provider: 'stripe', checkoutId: id, reference }) as const;

async function closeSession({ services, object }: Told, status: 'failed' | 'expired'): Promise<void> {
  const checkoutId = requiredTextAt(object, 'id');
  const reference = textAt(object, 'metadata', 'payment');
  await closePayment(services, await findPayment(services.em, { provider: 'stripe', checkoutId, reference }), status);
}

/** A refund as Stripe has it now: one that has failed gives back what it took. */
async function recordRefund(told: Told): Promise<void> {
  const refundId = requiredTextAt(told.object, 'id');
  const refund = await told.stripe.findRefund(refundId);
  if (!refund) throw new PermanentFailure(`Stripe has no refund ${refundId} for this account`);
  await record(told, refund);
}

/** Tells that a charge has refunds, and not which. */
async function recordRefunds(told: Told): Promise<void> {
  const refunds = await told.stripe.listRefunds(requiredTextAt(told.object, 'payment_intent'));
  for (const refund of refunds) await record(told, refund);
}

async function record(told: Told, { id, status, amountCents, currency, paymentIntentId }: StripeRefund): Promise<void> {
  const isUndone = status === 'failed' || status === 'canceled';
  await recordReversal(told.services, await chargedPayment(told, paymentIntentId), {
    providerId: id,
    kind: 'refund',
    amountCents,
    currency,
    ...(isUndone ? UNDONE : DONE),
    eventId: told.eventId,
  });
}

/**
 * A dispute whose money has moved, at least so often. It may go, come back and go again, and events come in any order:
 * what counts is where Stripe says that it is. A bank's question (`warning_…`) moves none.
 */
async function recordDispute(told: Told, movements: 1 | 2): Promise<void> {
  const disputeId = requiredTextAt(told.object, 'id');
  const dispute = await told.stripe.findDispute(disputeId);
  if (!dispute) throw new PermanentFailure(`Stripe has no dispute ${disputeId} for this account`);
  const { status, amountCents, currency, isWithdrawn, paymentIntentId } = dispute;
  if (status.startsWith('warning_')) return;
  if (dispute.movements < movements) throw conflict(`Stripe does not say yet what dispute ${disputeId} moved`);
  await recordReversal(told.services, await chargedPayment(told, paymentIntentId), {
    providerId: disputeId,
    kind: 'reversal',
    amountCents,
    currency,
    state: isWithdrawn ? 'active' : 'undone',
    version: dispute.movements,
    eventId: told.eventId,
  });
}

/** The payment behind a charge, a refund or a dispute. Before it is granted, only Stripe knows whose it is. */
async function chargedPayment({ services: { em }, stripe }: Told, paymentIntentId: string | null): Promise<Payment> {
  if (paymentIntentId === null) throw new PermanentFailure('The money is of no payment of ours');
  const known = await findCharged(em, 'stripe', paymentIntentId);
  if (known) return known;
  const session = await stripe.findSessionOfPayment(paymentIntentId);
  if (!session) throw new PermanentFailure(`${paymentIntentId} belongs to no payment of ours`);
  return findPayment(em, checkoutOf(session));
}
