import { PermanentFailure } from '../permanent-failure.ts';
import type { Services } from '../services.ts';
import { closePayment } from './close-payment.ts';
import { readDecimal } from './decimal-money.ts';
import { findPayment } from './find-payment.ts';
import { holdToPayment } from './hold-to-payment.ts';
import type { Payee, PaypalCapture, PaypalOrder } from './paypal-gateway.ts';
import type { Payment } from './payment.entity.ts';
import { recordPurchase } from './record-purchase.ts';

/** Collected, although some of it may have been given back since. */
const COLLECTED = ['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED'];
const REFUSED = ['DECLINED', 'DENIED', 'FAILED'];

/**
 * Does what an order says, as PayPal has it now: grants what was collected, waits for what is pending, closes what was
 * refused. `eventId` is the event that made us ask, or null. Throws `PermanentFailure` where the order is not what we
 * asked for.
 */
export async function recordPaypalOrder(
  services: Services,
  order: PaypalOrder,
  eventId: string | null,
): Promise<Payment> {
  const payment = await findOrdered(services, order);
  const collected = order.captures.find(({ status }) => COLLECTED.includes(status));
  if (collected) return recordPurchase(services, { ...checkoutOf(order), ...chargeOf(collected), eventId });
  const refused = order.captures.at(-1);
  if (refused && REFUSED.includes(refused.status)) await closePayment(services, payment, 'failed');
  return payment;
}

/**
 * The payment that asked for the order. Throws `PermanentFailure` where the order asks for anything else, or for
 * somebody else.
 */
export async function findOrdered(services: Services, order: PaypalOrder): Promise<Payment> {
  const ours = services.paypal?.merchantId ?? null;
  if (ours !== null) holdToPayee({ merchantId: ours, email: null }, order.payee);
  const payment = await findPayment(services.em, checkoutOf(order));
  holdToPayment(payment, readDecimal(order.amount));
  return payment;
}

const checkoutOf = ({ id, reference }: PaypalOrder) => ({ provider: 'paypal', checkoutId: id, reference }) as const;

const chargeOf = ({ id, amount }: PaypalCapture) => ({ chargeId: id, ...readDecimal(amount) });

/** The money must go to whom it should. Throws `PermanentFailure`, also where there is nothing to compare. */
export function holdToPayee(expected: Payee, found: Payee): void {
  const same =
    expected.merchantId !== null && found.merchantId !== null
      ? expected.merchantId === found.merchantId
      : expected.email !== null && expected.email.toLowerCase() === found.email?.toLowerCase();
  if (!same) throw new PermanentFailure(`The money went to another payee: ${found.merchantId ?? found.email}`);
}
