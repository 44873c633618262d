import type { Principal } from '../../auth/principal.ts';
import { AppError, conflict, notFound } from '../../errors.ts';
import { PermanentFailure } from '../permanent-failure.ts';
import type { Services } from '../services.ts';
import { configured, unreachable } from './buy-plan.ts';
import { findOwnOrder } from './find-payment.ts';
import type { Payment } from './payment.entity.ts';
import type { CaptureAnswer, PaypalGateway } from './paypal-gateway.ts';
import { recordPaypalOrder } from './record-paypal-order.ts';

const REFUSALS = {
  'not approved': 'The order is not approved yet; approve it at PayPal first',
  declined: 'PayPal declined the payment; approve the order again with another way to pay',
};

/**
 * Collects an approved order and grants its credits. What was collected before, by an event or an earlier call, is
 * answered as it stands. Throws `NOT_FOUND` for an order that is not the caller's or whose plan is gone, `CONFLICT`
 * where it cannot be collected, `UNAVAILABLE` where PayPal is not configured or does not answer.
 */
export async function capturePaypalOrder(services: Services, principal: Principal, orderId: string): Promise<Payment> {
  const paypal = configured(services.paypal, 'paypal');
  const payment = await findOwnOrder(services.em, principal, orderId);
  if (payment.paidAt) return payment;
  if (!services.plans.some(({ id }) => id === payment.planId)) throw notFound('Plan');
  const answer = await capture(paypal, orderId, payment);
  if ('refused' in answer) throw conflict(REFUSALS[answer.refused]);
  try {
    return await recordPaypalOrder(services, answer.order, null);
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    throw new AppError('CONFLICT', 'PayPal collected something else than was ordered; no credits were granted', {
      cause: error,
    });
  }
}

const capture = (paypal: PaypalGateway, orderId: string, { reference }: Payment): Promise<CaptureAnswer> =>
  paypal.captureOrder(orderId, reference).catch((cause: unknown) => {
    throw unreachable('paypal', cause);
  });
