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

/**
 * The money that is gone. What a dispute at PayPal takes is told again as refunds and reversals of the same capture, so
 * it counts only as far as those fall short of it.
 */
export function returnedCents(reversals: readonly Returned[]): number {
  let told = 0;
  let disputed = 0;
  for (const { kind, amountCents } of reversals.filter(({ state }) => state === 'active')) {
    if (kind === 'dispute') disputed += amountCents;
    else told += amountCents;
  }
  return Math.max(told, disputed);
}

/** How a granted payment stands after its refunds and disputes. */
export function statusOf({ amountCents }: Pick<Payment, 'amountCents'>, reversals: readonly Returned[]): PaymentStatus {
  if (reversals.some(({ kind, state }) => state === 'active' && kind !== 'refund')) return 'disputed';
  const refundedCents = returnedCents(reversals);
  if (refundedCents === 0) return 'completed';
  return refundedCents < amountCents ? 'partially_refunded' : 'refunded';
}
