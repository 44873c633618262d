import { PermanentFailure } from '../permanent-failure.ts';
import type { Services } from '../services.ts';
import { closePayment } from './close-payment.ts';
import { findCharged, findPayment } from './find-payment.ts';
import { holdToPayment } from './hold-to-payment.ts';
import { centsAt, requiredTextAt, textAt, valueAt } from './payload.ts';
import type { Payment } from './payment.entity.ts';
import type { ProviderEvent } from './provider-event.ts';
import { recordPurchase } from './record-purchase.ts';
import { recordReversal } from './record-reversal.ts';
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
  'charge.dispute.funds_withdrawn': (told) => recordDispute(told, 'active'),
  'charge.dispute.funds_reinstated': (told) => recordDispute(told, 'undone'),
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

async function recordRefund(told: Told): Promise<void> {
  const payment = await chargedPayment(told);
  await record(told, payment, readRefund(told.object));
}

/** Tells that a charge has refunds, of which newer versions of the API do not say which. */
async function recordRefunds(told: Told): Promise<void> {
  const payment = await chargedPayment(told);
  const listed = valueAt(told.object, 'refunds', 'data');
  const refunds = Array.isArray(listed)
    ? listed.map(readRefund)
    : await told.stripe.listRefunds(requiredTextAt(told.object, 'payment_intent'));
  for (const refund of refunds) await record(told, payment, refund);
}

const readRefund = (refund: unknown): StripeRefund => ({
  id: requiredTextAt(refund, 'id'),
  status: textAt(refund, 'status'),
  amountCents: centsAt(refund, 'amount'),
  currency: currencyAt(refund),
});

const record = ({ services, eventId }: Told, payment: Payment, { id, status, ...money }: StripeRefund) =>
  recordReversal(services, payment, {
    ...money,
    providerId: id,
    kind: 'refund',
    state: status === 'failed' || status === 'canceled' ? 'undone' : 'active',
    eventId,
  });

/** A bank's question (`warning_…`) moves no money. */
async function recordDispute(told: Told, state: 'active' | 'undone'): Promise<void> {
  if (textAt(told.object, 'status')?.startsWith('warning_')) return;
  await recordReversal(told.services, await chargedPayment(told), {
    providerId: requiredTextAt(told.object, 'id'),
    kind: 'reversal',
    amountCents: centsAt(told.object, 'amount'),
    currency: currencyAt(told.object),
    state,
    eventId: told.eventId,
  });
}

/** The payment behind a charge, a refund or a dispute. Before it is granted, only Stripe knows whose it is. */
async function chargedPayment({ services: { em }, stripe, object }: Told): Promise<Payment> {
  const paymentIntentId = requiredTextAt(object, 'payment_intent');
  const known = await findCharged(em, 'stripe', paymentIntentId);
  if (known) return known;
  const session = await stripe.findSessionOfPayment(paymentIntentId);
  if (!session) throw new PermanentFailure(`${paymentIntentId} belongs to no payment of ours`);
  return findPayment(em, checkoutOf(session));
}
