import type { Services } from '../services.ts';
import { lockPayment } from './find-payment.ts';
import { holdToCurrency, type Money } from './hold-to-payment.ts';
import { PaymentReversal } from './payment-reversal.entity.ts';
import { settlePayment } from './settle-payment.ts';
import type { Payment } from './payment.entity.ts';

export type Reversal = Money &
  Pick<PaymentReversal, 'providerId' | 'kind' | 'state'> & {
    /** The event that told of it. */
    eventId: string;
  };

/**
 * Money of a payment went back, or that was undone. It is remembered under its provider's id, and credits follow where
 * the payment was granted. What is undone stays undone, whichever of the two becomes known first. Throws
 * `PermanentFailure` for another currency.
 */
export function recordReversal(services: Services, { id }: Payment, reversal: Reversal): Promise<void> {
  return services.em.transactional(async (tx) => {
    const payment = await lockPayment(tx, id);
    holdToCurrency(payment, reversal.currency);
    const { provider } = payment;
    const { providerId, kind, amountCents, state, eventId } = reversal;
    const now = services.clock();
    const known = await tx.findOne(PaymentReversal, { provider, providerId }, { refresh: true });
    if (!known) {
      const first = { paymentId: id, provider, providerId, kind, amountCents, state, credits: 0, changes: 0, eventId };
      tx.create(PaymentReversal, { ...first, createdAt: now, updatedAt: now });
      await tx.flush();
    } else if (state === 'undone' && known.state === 'active') {
      Object.assign(known, { state, eventId, updatedAt: now });
    }
    await settlePayment({ em: tx, clock: services.clock }, payment);
  });
}
