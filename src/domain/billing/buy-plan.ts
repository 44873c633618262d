import type { Principal } from '../../auth/principal.ts';
import { AppError, notFound } from '../../errors.ts';
import type { Services } from '../services.ts';
import { Payment, type Provider } from './payment.entity.ts';
import type { ProviderOrder, StartedCheckout } from './provider-order.ts';

/** What is said where a provider has no keys. */
const NAMES: Record<Provider, string> = { stripe: 'Stripe', paypal: 'PayPal' };

/** The client of a provider, if it is configured. Throws `UNAVAILABLE`. */
export function configured<Gateway>(gateway: Gateway | null, provider: Provider): Gateway {
  if (!gateway) throw new AppError('UNAVAILABLE', `${NAMES[provider]} is not configured`);
  return gateway;
}

/**
 * Writes down what is to be bought before the provider hears of it, so that whatever it tells later finds its payment;
 * then starts the checkout there. Throws `NOT_FOUND` for an unknown plan, `UNAVAILABLE` where the provider does not
 * answer or refuses.
 */
export async function buyPlan(
  services: Services,
  { userId }: Principal,
  { provider, planId }: { provider: Provider; planId: string },
  start: (order: ProviderOrder) => Promise<StartedCheckout>,
): Promise<StartedCheckout> {
  const { em, clock } = services;
  const plan = services.plans.find(({ id }) => id === planId);
  if (!plan) throw notFound('Plan');
  const { name, credits, priceCents: amountCents, currency } = plan;
  const reference = services.randomName();
  const payment = em.create(Payment, {
    reference,
    userId,
    provider,
    planId,
    amountCents,
    currency,
    credits,
    status: 'pending',
    createdAt: clock(),
    updatedAt: clock(),
  });
  await em.flush();
  const { id } = payment;
  try {
    const started = await start({ reference, description: `${name}: ${credits} credits`, amountCents, currency });
    await em.nativeUpdate(Payment, { id }, { checkoutId: started.checkoutId, updatedAt: clock() });
    return started;
  } catch (cause) {
    await em.nativeUpdate(Payment, { id, status: 'pending' }, { status: 'failed', updatedAt: clock() });
    throw unreachable(provider, cause);
  }
}

/** The failure of a call to a provider, as the caller may know it. */
export const unreachable = (provider: Provider, cause: unknown): AppError =>
  new AppError('UNAVAILABLE', `${NAMES[provider]} cannot be reached; try again later`, { cause });
