import type { Payment, PaymentStatus } from './payment.entity.ts';
import type { PaymentReversal } from './payment-reversal.entity.ts';

type Price = Pick<Payment, 'credits' | 'amountCents'>;

/**
 * The credits that go with money given back: in proportion, rounded up, never more than were granted. Rounded for all
 * refunds of a payment together, so that many small ones take no more than one large one.
 */
export function creditsFor({ credits, amountCents }: Price, returnedCents: number): number {
  const [owed, whole, returned] = [BigInt(credits), BigInt(amountCents), BigInt(returnedCents)];
  const proportion = (owed * returned + whole - 1n) / whole;
  return Number(proportion < owed ? proportion : owed);
}

type Returned = Pick<PaymentReversal, 'kind' | 'state' | 'amountCents'>;

/** How a granted payment stands after its refunds and disputes. */
export function statusOf({ amountCents }: Pick<Payment, 'amountCents'>, reversals: readonly Returned[]): PaymentStatus {
  const active = reversals.filter(({ state }) => state === 'active');
  if (active.some(({ kind }) => kind === 'reversal')) return 'disputed';
  const refundedCents = active.reduce((cents, refund) => cents + refund.amountCents, 0);
  if (refundedCents === 0) return 'completed';
  return refundedCents < amountCents ? 'partially_refunded' : 'refunded';
}
