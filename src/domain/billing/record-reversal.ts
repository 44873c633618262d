import type { Services } from '../services.ts';
import { lockPayment } from './find-payment.ts';
import { holdToCurrency, type Money } from './hold-to-payment.ts';
import { PaymentReversal } from './payment-reversal.entity.ts';
import { settlePayment } from './settle-payment.ts';
import type { Payment } from './payment.entity.ts';

export type Reversal = Money &
  Pick<PaymentReversal, 'providerId' | 'kind' | 'state' | 'version'> & {
    /** The event that told of it. */
    eventId: string;
  };

/** A refund goes through, or it fails; nothing follows that. */
export const DONE = { state: 'active', version: 1 } as const;
export const UNDONE = { state: 'undone', version: 2 } as const;

/**
 * Money of a payment went back, or that was undone. It is remembered under its provider's id, and credits follow where
 * the payment was granted. Of two versions the later counts, whichever becomes known first. Throws `PermanentFailure`
 * for another currency.
 */
export function recordReversal(services: Services, { id }: Payment, reversal: Reversal): Promise<void> {
  return services.em.transactional(async (tx) => {
    const payment = await lockPayment(tx, id);
    holdToCurrency(payment, reversal.currency);
    const { provider } = payment;
    const { providerId, kind, amountCents, state, version, eventId } = reversal;
    const now = services.clock();
    const known = await tx.findOne(PaymentReversal, { provider, providerId }, { refresh: true });
    if (!known) {
      const told = { paymentId: id, provider, providerId, kind, amountCents, state, version, eventId };
      tx.create(PaymentReversal, { ...told, credits: 0, changes: 0, createdAt: now, updatedAt: now });
      await tx.flush();
    } else if (version > known.version) {
      Object.assign(known, { amountCents, state, version, eventId, updatedAt: now });
    }
    await settlePayment({ em: tx, clock: services.clock }, payment);
  });
}
