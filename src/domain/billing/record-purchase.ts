import { AppError } from '../../errors.ts';
import { transferCredits } from '../credit/transfer-credits.ts';
import { PermanentFailure } from '../permanent-failure.ts';
import type { Services } from '../services.ts';
import { type Checkout, findPayment, lockPayment } from './find-payment.ts';
import { holdToPayment, holdToPlans, type Money } from './hold-to-payment.ts';
import { paymentReference, settlePayment } from './settle-payment.ts';
import type { Payment } from './payment.entity.ts';

export type Purchase = Checkout &
  Money & {
    /** Null where the provider does not tell it with the checkout. */
    chargeId: string | null;
    /** The event that told of it, or null. */
    eventId: string | null;
  };

/**
 * The provider says that a checkout is paid: its credits are granted, once. Throws `PermanentFailure` where the money
 * is not what was asked for, the checkout is none of ours, or its plan is no longer sold.
 */
export async function recordPurchase(services: Services, purchase: Purchase): Promise<Payment> {
  const { id } = await findPayment(services.em, purchase);
  try {
    return await services.em.transactional(async (tx) => {
      const payment = await lockPayment(tx, id);
      await grant({ ...services, em: tx }, payment, purchase);
      return payment;
    });
  } catch (error) {
    // The ledger refuses for reasons that stay: no room for so many credits, no such user.
    if (error instanceof AppError) throw new PermanentFailure(error.message);
    throw error;
  }
}

async function grant(services: Services, payment: Payment, purchase: Purchase): Promise<void> {
  holdToPayment(payment, purchase);
  if (payment.paidAt) {
    if (payment.chargeId !== purchase.chargeId) {
      throw new PermanentFailure(`Payment ${payment.id} was paid by another charge than ${purchase.chargeId}`);
    }
    // Collected by a call of ours; now the event has come.
    payment.eventId ??= purchase.eventId;
    return;
  }
  holdToPlans(payment, services.plans);
  payment.checkoutId ??= purchase.checkoutId;
  payment.chargeId = purchase.chargeId;
  payment.eventId = purchase.eventId;
  payment.paidAt = services.clock();
  await transferCredits(services, {
    userId: payment.userId,
    type: 'purchase',
    credits: payment.credits,
    // A session is paid once; an order of PayPal's may see several captures before one succeeds.
    idempotencyKey: `${payment.provider}:${payment.provider === 'stripe' ? payment.checkoutId : payment.chargeId}`,
    description: `Bought ${payment.credits} credits`,
    reference: paymentReference(payment),
  });
  await settlePayment(services, payment);
}
