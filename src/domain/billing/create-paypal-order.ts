import type { Principal } from '../../auth/principal.ts';
import type { Services } from '../services.ts';
import { buyPlan, configured } from './buy-plan.ts';
import { writeDecimal } from './decimal-money.ts';
import type { StartedCheckout } from './provider-order.ts';

/** Makes an order for a plan, to be approved. Throws as `buyPlan`, and `UNAVAILABLE` where PayPal is not configured. */
export async function createPaypalOrder(
  services: Services,
  principal: Principal,
  planId: string,
): Promise<StartedCheckout> {
  const paypal = configured(services.paypal, 'paypal');
  const home = services.settings.checkoutReturnUrl();
  return buyPlan(services, principal, { provider: 'paypal', planId }, ({ reference, description, ...money }) =>
    paypal.createOrder({ reference, description, amount: writeDecimal(money), returnUrl: home, cancelUrl: home }),
  );
}
