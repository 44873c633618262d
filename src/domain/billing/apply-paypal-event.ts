import { conflict } from '../../errors.ts';
import { PermanentFailure } from '../permanent-failure.ts';
import type { Services } from '../services.ts';
import { captureIdIn } from './capture-id-in.ts';
import { closePayment } from './close-payment.ts';
import { readDecimal } from './decimal-money.ts';
import { findCharged, findPayment } from './find-payment.ts';
import { holdToPayment, holdToPlans, type Money } from './hold-to-payment.ts';
import { requiredTextAt, textAt, valueAt } from './payload.ts';
import { Payment } from './payment.entity.ts';
import type { Payee, PaypalGateway, PaypalOrder } from './paypal-gateway.ts';
import type { ProviderEvent } from './provider-event.ts';
import { findOrdered, holdToPayee, recordPaypalOrder } from './record-paypal-order.ts';
import { DONE, recordReversal, UNDONE } from './record-reversal.ts';

type Told = { services: Services; paypal: PaypalGateway; eventId: string; resource: unknown };

/** What the types that we listen to mean (https://developer.paypal.com/api/rest/webhooks/event-names/). */
const MEANINGS: Readonly<Record<string, (told: Told) => Promise<void>>> = {
  'CHECKOUT.ORDER.APPROVED': captureApproved,
  'PAYMENT.CAPTURE.COMPLETED': grantCapture,
  'PAYMENT.CAPTURE.DENIED': closeCapture,
  'PAYMENT.CAPTURE.DECLINED': closeCapture,
  'PAYMENT.CAPTURE.REFUNDED': (told) => takeBack(told, 'refund'),
  'PAYMENT.CAPTURE.REVERSED': (told) => takeBack(told, 'reversal'),
  'CUSTOMER.DISPUTE.RESOLVED': settleDispute,
};

/**
 * Does what a PayPal event means, once, however often and in whatever order events are applied. Types that mean
 * nothing to us, a pending capture among them, are applied by doing nothing. Throws `PermanentFailure` where the event
 * is wrong and will stay so.
 */
export async function applyPaypalEvent(services: Services, { id, type, payload }: ProviderEvent): Promise<void> {
  const meaning = Object.hasOwn(MEANINGS, type) ? MEANINGS[type] : undefined;
  if (!meaning) return;
  const { paypal } = services;
  if (!paypal) throw new Error('PayPal is not configured');
  await meaning({ services, paypal, eventId: id, resource: valueAt(payload, 'resource') });
}

/** The buyer agreed. The order is held to its payment before any money is taken. */
async function captureApproved({ services, paypal, eventId, resource }: Told): Promise<void> {
  const orderId = requiredTextAt(resource, 'id');
  const order = await paypal.findOrder(orderId);
  if (!order) throw new PermanentFailure(`PayPal has no order ${orderId} for this account`);
  const payment = await findOrdered(services, order);
  if (payment.paidAt) return;
  holdToPlans(payment, services.plans);
  const answer = await paypal.captureOrder(order.id, payment.reference);
  if ('order' in answer) await recordPaypalOrder(services, answer.order, eventId);
  else if (answer.refused === 'not approved')
    throw conflict(`PayPal does not say yet that order ${order.id} is approved`);
  // Declined: the buyer is asked for another way to pay, and another event will tell.
}

/** Nothing is granted for what an event says: the order is asked for again, and both must be right. */
async function grantCapture(told: Told): Promise<void> {
  const { services, eventId, resource } = told;
  const captureId = requiredTextAt(resource, 'id');
  const order = await orderOfCapture(told, captureId);
  holdToPayment(await findOrdered(services, order), moneyAt(resource));
  // An order that we find with our credentials pays us; the event must not tell of somebody else.
  if (valueAt(resource, 'payee') !== undefined) holdToPayee(order.payee, payeeIn(resource));
  if (!order.captures.some(({ id }) => id === captureId)) {
    throw new PermanentFailure(`Order ${order.id} has no capture ${captureId}`);
  }
  const { paidAt } = await recordPaypalOrder(services, order, eventId);
  if (!paidAt) throw conflict(`PayPal does not say yet that order ${order.id} is collected`);
}

async function closeCapture({ services, resource }: Told): Promise<void> {
  await closePayment(services, await findPayment(services.em, namesIn(resource)), 'failed');
}

/**
 * A refund, or money that a bank took back, which is told as one. PayPal is asked how it stands; of what a bank took it
 * may have no refund, and then the signed event counts, since it can only take.
 */
async function takeBack(told: Told, kind: 'refund' | 'reversal'): Promise<void> {
  const { services, paypal, eventId, resource } = told;
  const id = requiredTextAt(resource, 'id');
  const refund = await paypal.findRefund(id);
  if (!refund && kind === 'refund') throw new PermanentFailure(`PayPal has no refund ${id} for this account`);
  const captureId = captureIdIn(refund ?? resource) ?? id;
  const payment = await refundedPayment(told, captureId);
  await recordReversal(services, payment, {
    ...(refund ? readDecimal(refund.amount) : moneyAt(resource)),
    // Where the capture itself is what is told of, its id stands for the grant already.
    providerId: id === captureId ? `${id}:reversed` : id,
    kind,
    ...(refund?.status === 'FAILED' || refund?.status === 'CANCELLED' ? UNDONE : DONE),
    eventId,
  });
}

const LOST = ['RESOLVED_BUYER_FAVOUR', 'ACCEPTED'];

/**
 * A dispute that is lost takes back what the buyer got. One that is begun does nothing: until it is decided, the money
 * is nobody's. An appeal may turn a verdict round, so the latest one counts.
 */
async function settleDispute(told: Told): Promise<void> {
  const { services, paypal, eventId, resource } = told;
  const disputeId = requiredTextAt(resource, 'dispute_id');
  const dispute = await paypal.findDispute(disputeId);
  if (!dispute) throw new PermanentFailure(`PayPal has no dispute ${disputeId} for this account`);
  const { status, outcome, amount, captureIds, updatedAt } = dispute;
  if (status !== 'RESOLVED' || outcome === null) {
    throw conflict(`PayPal does not say yet how dispute ${disputeId} was resolved`);
  }
  const [captureId, ...others] = captureIds;
  if (captureId === undefined || others.length > 0) {
    throw new PermanentFailure(`Dispute ${disputeId} is about ${captureIds.length} captures, not about one`);
  }
  await recordReversal(services, await refundedPayment(told, captureId), {
    ...readDecimal(amount),
    providerId: disputeId,
    kind: 'dispute',
    state: LOST.includes(outcome) ? 'active' : 'undone',
    version: updatedAt.getTime(),
    eventId,
  });
}

/** Before a payment is granted its capture is known to PayPal only. */
async function refundedPayment({ services, paypal }: Told, captureId: string): Promise<Payment> {
  const known = await findCharged(services.em, 'paypal', captureId);
  if (known) return known;
  const order = await paypal.findOrderOfCapture(captureId);
  if (!order) throw new PermanentFailure(`PayPal has no order of capture ${captureId} for this account`);
  return findOrdered(services, order);
}

/** The order that a capture is said to belong to, or that PayPal finds for it. */
async function orderOfCapture({ services, paypal, resource }: Told, captureId: string): Promise<PaypalOrder> {
  const { checkoutId, reference } = namesIn(resource);
  const known = checkoutId ?? (reference === null ? null : await orderIdOf(services, reference));
  const order = known === null ? await paypal.findOrderOfCapture(captureId) : await paypal.findOrder(known);
  if (!order) throw new PermanentFailure(`PayPal has no order of capture ${captureId} for this account`);
  return order;
}

async function orderIdOf({ em }: Services, reference: string): Promise<string | null> {
  const payment = await em.findOne(Payment, { provider: 'paypal', reference });
  return payment?.checkoutId ?? null;
}

/** What a capture or a refund says of the order it belongs to. */
const namesIn = (resource: unknown) => ({
  provider: 'paypal' as const,
  checkoutId: textAt(resource, 'supplementary_data', 'related_ids', 'order_id'),
  reference: textAt(resource, 'custom_id'),
});

const payeeIn = (resource: unknown): Payee => ({
  merchantId: textAt(resource, 'payee', 'merchant_id'),
  email: textAt(resource, 'payee', 'email_address'),
});

const moneyAt = (resource: unknown): Money =>
  readDecimal({
    value: requiredTextAt(resource, 'amount', 'value'),
    currency: requiredTextAt(resource, 'amount', 'currency_code'),
  });
