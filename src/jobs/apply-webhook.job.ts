import { applyPaypalEvent } from '../domain/billing/apply-paypal-event.ts';
import { applyStripeEvent } from '../domain/billing/apply-stripe-event.ts';
import { PermanentFailure } from '../domain/permanent-failure.ts';
import type { Services } from '../domain/services.ts';
import { applyClerkEvent } from '../domain/user/apply-clerk-event.ts';
import { findEvent } from '../domain/webhook/find-event.ts';
import { failEvent, noteFailure, settleEvent } from '../domain/webhook/settle-event.ts';
import type { Provider } from '../domain/webhook/webhook-event.entity.ts';
import { AppError } from '../errors.ts';
import type { JobHandler } from './queue.ts';

/** `payload` is what was kept of the event when it was received. */
type Apply = (services: Services, event: { id: string; type: string; payload: never }) => Promise<void>;

const APPLY: Readonly<Record<Provider, Apply>> = {
  clerk: applyClerkEvent,
  stripe: applyStripeEvent,
  paypal: applyPaypalEvent,
};

/**
 * Does what a stored event means. The verbs are idempotent by their effects' keys, so that a process may die after the
 * effect and before the event is marked. What can never be applied fails at once, everything else is tried again first.
 */
export function applyWebhookJob(newServices: () => Services): JobHandler<{ eventId: number }> {
  return {
    async run({ eventId }) {
      const services = newServices();
      const { provider, eventId: id, type, payload, status } = await findEvent(services.em, eventId);
      if (status !== 'received') return;
      try {
        // Nothing is left of an event whose subject was erased since.
        if (payload != null) await APPLY[provider](services, { id, type, payload: JSON.parse(payload) as never });
        await settleEvent(services, eventId);
      } catch (error) {
        // What failed may have left the entity manager with half of its changes.
        const fresh = newServices();
        if (error instanceof PermanentFailure) return void (await failEvent(fresh, eventId, error.message));
        await noteFailure(fresh, eventId, reasonOf(error));
        throw error;
      }
    },

    async giveUp({ eventId }) {
      const services = newServices();
      const { reason } = await findEvent(services.em, eventId);
      await failEvent(services, eventId, reason ?? 'The server stopped whenever the event was applied');
    },
  };
}

/** What a library says of a failure may repeat what it was given, and belongs in the log only. */
const reasonOf = (error: unknown): string =>
  error instanceof AppError ? error.message : `${error instanceof Error ? error.name : 'Failure'}; the log tells more`;
