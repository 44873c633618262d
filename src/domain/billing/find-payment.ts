import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { notFound } from '../../errors.ts';
import { PermanentFailure } from '../permanent-failure.ts';
import { Payment, type Provider } from './payment.entity.ts';

/** A checkout as its provider tells of it: under the provider's id, under ours, or both. */
export type Checkout = { provider: Provider; checkoutId: string | null; reference: string | null };

/**
 * The payment that a checkout belongs to. It is found under our own reference too: an event may be faster than the
 * answer to the call that started the checkout. Throws `PermanentFailure` where the checkout is none of ours, or the
 * two ids name different payments.
 */
export async function findPayment(em: SqlEntityManager, checkout: Checkout): Promise<Payment> {
  const { provider, checkoutId, reference } = checkout;
  const name = checkoutId ?? reference ?? 'What has neither id';
  const payment =
    (checkoutId === null ? null : await em.findOne(Payment, { provider, checkoutId })) ??
    (reference === null ? null : await em.findOne(Payment, { provider, reference }));
  if (!payment) throw new PermanentFailure(`${name} belongs to no payment of ours`);
  const same =
    (payment.checkoutId ?? checkoutId) === (checkoutId ?? payment.checkoutId) &&
    payment.reference === (reference ?? payment.reference);
  if (!same) throw new PermanentFailure(`${name} is not the checkout of payment ${payment.id}`);
  return payment;
}

/** The payment of a charge that was granted, or null. */
export const findCharged = (em: SqlEntityManager, provider: Provider, chargeId: string): Promise<Payment | null> =>
  em.findOne(Payment, { provider, chargeId });

/** The caller's own order. Somebody else's answers exactly as a missing one does: `NOT_FOUND`. */
export async function findOwnOrder(em: SqlEntityManager, { userId }: Principal, orderId: string): Promise<Payment> {
  const payment = await em.findOne(Payment, { provider: 'paypal', checkoutId: orderId, userId });
  if (!payment) throw notFound('Order');
  return payment;
}

/** The payment as it stands now, locked until the transaction ends. */
export const lockPayment = (tx: SqlEntityManager, id: number): Promise<Payment> =>
  tx.findOneOrFail(Payment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
