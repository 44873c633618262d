import type { Services } from '../services.ts';
import type { ProviderEvent } from './provider-event.ts';

/**
 * Does what a Stripe event means, once, however often and in whatever order events are applied. Types that mean
 * nothing to us are applied by doing nothing. Throws `PermanentFailure` where the event is wrong and will stay so.
 */
export async function applyStripeEvent(_services: Services, { type }: ProviderEvent): Promise<void> {
  throw new Error(`Events of type ${type} cannot be applied yet`);
}
