import { PermanentFailure } from '../permanent-failure.ts';
import type { Services } from '../services.ts';
import { closePayment } from './close-payment.ts';
import { readDecimal } from './decimal-money.ts';
import { findCharged, findPayment } from './find-payment.ts';
import { holdToPayment, holdToPlans, type Money } from './hold-to-payment.ts';
import { requiredTextAt, textAt, valueAt } from './payload.ts';
import { Payment } from './payment.entity.ts';
import type { PaypalGateway, PaypalOrder } from './paypal-gateway.ts';
import type { ProviderEvent } from './provider-event.ts';
import { findOrdered, holdToPayee, recordPaypalOrder } from './record-paypal-order.ts';
import { recordReversal } from './record-reversal.ts';
import type { ReversalKind } from './payment-reversal.entity.ts';

type Told = { services: Services; paypal: PaypalGateway; eventId: string; resource: unknown };

/** What the types that we listen to mean (https://developer.paypal.com/api/rest/webhooks/event-names/). */
const MEANINGS: Readonly<Record<string, (told: Told) => Promise<void>>> = {
  'CHECKOUT.ORDER.APPROVED': captureApproved,
  'PAYMENT.CAPTURE.COMPLETED': grantCapture,
  'PAYMENT.CAPTURE.DENIED': closeCapture,
  'PAYMENT.CAPTURE.DECLINED': closeCapture,
  'PAYMENT.CAPTURE.REFUNDED': (told) => takeBack(told, 'refund'),
  'PAYMENT.CAPTURE.REVERSED': (told) => takeBack(told, 'reversal'),
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
  else if (answer.refused === 'not approved') throw new Error(`Order ${order.id} is not approved yet`);
  // Declined: the buyer is asked for another way to pay, and another event will tell.
}

/** Nothing is granted for what an event says: the order is asked for again, and both must be right. */
async function grantCapture(told: Told): Promise<void> {
  const { services, eventId, resource } = told;
  const captureId = requiredTextAt(resource, 'id');
  const order = await orderOfCapture(told, captureId);
  holdToPayment(await findOrdered(services, order), moneyAt(resource));
  holdToPayee(order.payee, {
    merchantId: textAt(resource, 'payee', 'merchant_id'),
    email: textAt(resource, 'payee', 'email_address'),
  });
  if (!order.captures.some(({ id }) => id === captureId)) {
    throw new PermanentFailure(`Order ${order.id} has no capture ${captureId}`);
  }
  const { paidAt } = await recordPaypalOrder(services, order, eventId);
  if (!paidAt) throw new Error(`PayPal does not say yet that order ${order.id} is collected`);
}

async function closeCapture({ services, resource }: Told): Promise<void> {
  await closePayment(services, await findPayment(services.em, namesIn(resource)), 'failed');
}

/** A refund, or money that a bank took back: both are told as refunds of a capture, under an id of their own. */
async function takeBack(told: Told, kind: ReversalKind): Promise<void> {
  const { services, eventId, resource } = told;
  const providerId = requiredTextAt(resource, 'id');
  const status = textAt(resource, 'status');
  const payment = await refundedPayment(told, captureIdIn(resource) ?? providerId);
  const state = status === 'FAILED' || status === 'CANCELLED' ? 'undone' : 'active';
  await recordReversal(services, payment, { ...moneyAt(resource), providerId, kind, state, eventId });
}

/** Before a payment is granted its capture is known to PayPal only. */
async function refundedPayment(told: Told, captureId: string): Promise<Payment> {
  const { em } = told.services;
  const known = await findCharged(em, 'paypal', captureId);
  return known ?? findOrdered(told.services, await orderOfCapture(told, captureId));
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

/** A refund names its capture by a link: `{"rel": "up", "href": "…/v2/payments/captures/<id>"}`. */
function captureIdIn(refund: unknown): string | null {
  const links = valueAt(refund, 'links');
  const up = Array.isArray(links) ? links.find((link: unknown) => textAt(link, 'rel') === 'up') : undefined;
  return /\/captures\/([^/?]+)$/.exec(textAt(up, 'href') ?? '')?.[1] ?? null;
}

const moneyAt = (resource: unknown): Money =>
  readDecimal({
    value: requiredTextAt(resource, 'amount', 'value'),
    currency: requiredTextAt(resource, 'amount', 'currency_code'),
  });
