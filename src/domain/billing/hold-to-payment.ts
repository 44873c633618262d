import { PermanentFailure } from '../permanent-failure.ts';
import type { Payment } from './payment.entity.ts';
import type { Plan } from './plan.ts';

export type Money = { amountCents: number; currency: string };

/** A genuine payment of another amount buys nothing. Throws `PermanentFailure`. */
export function holdToPayment(payment: Payment, { amountCents, currency }: Money): void {
  holdToCurrency(payment, currency);
  if (amountCents !== payment.amountCents) {
    throw new PermanentFailure(`Payment ${payment.id} is of ${payment.amountCents} cents, not of ${amountCents}`);
  }
}

/** Throws `PermanentFailure`. */
export function holdToCurrency(payment: Payment, currency: string): void {
  if (currency !== payment.currency) {
    throw new PermanentFailure(`Payment ${payment.id} is in ${payment.currency}, not in ${currency}`);
  }
}

/** What is no longer sold is not granted either, until an operator has looked. Throws `PermanentFailure`. */
export function holdToPlans(payment: Payment, plans: readonly Plan[]): void {
  if (!plans.some(({ id }) => id === payment.planId)) {
    throw new PermanentFailure(`Plan ${payment.planId} of payment ${payment.id} is no longer sold`);
  }
}
