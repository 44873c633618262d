import type { Principal } from '../../auth/principal.ts';
import type { Services } from '../services.ts';
import { buyPlan, configured } from './buy-plan.ts';
import type { StartedCheckout } from './provider-order.ts';

export type StripeCheckoutRequest = { planId: string; successUrl: string | null; cancelUrl: string | null };

/** Starts a Checkout Session for a plan. Throws as `buyPlan`, and `UNAVAILABLE` where Stripe is not configured. */
export async function startStripeCheckout(
  services: Services,
  principal: Principal,
  { planId, successUrl, cancelUrl }: StripeCheckoutRequest,
): Promise<StartedCheckout> {
  const stripe = configured(services.stripe, 'stripe');
  const home = services.settings.checkoutReturnUrl();
  return buyPlan(services, principal, { provider: 'stripe', planId }, (order) =>
    stripe.createCheckout({ ...order, successUrl: successUrl ?? home, cancelUrl: cancelUrl ?? home }),
  );
}
