import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Services } from '../services.ts';
import { type Provider, WebhookEvent } from './webhook-event.entity.ts';

/** What a provider told us, once its signature has been checked. */
export type ReceivedEvent = {
  provider: Provider;
  eventId: string;
  type: string;
  /** The provider's id of the person it is about. */
  subject: string | null;
  payload: object;
};

/**
 * Keeps the event and queues the job that applies it, both or nothing. False where it was kept before: providers
 * deliver more than once, and at once.
 */
export async function storeEvent(
  { em, clock, queue }: Pick<Services, 'em' | 'clock' | 'queue'>,
  { payload, ...event }: ReceivedEvent,
): Promise<boolean> {
  const { provider, eventId } = event;
  if ((await em.count(WebhookEvent, { provider, eventId })) > 0) return false;
  try {
    await em.transactional(async (tx) => {
      const stored = tx.create(WebhookEvent, {
        ...event,
        payload: JSON.stringify(payload),
        status: 'received',
        reason: null,
        createdAt: clock(),
        updatedAt: clock(),
      });
      await tx.flush();
      await queue.enqueue(tx, 'apply-webhook', { eventId: stored.id });
    });
    return true;
  } catch (error) {
    // The same event was delivered twice at the same time.
    if (error instanceof UniqueConstraintViolationException) return false;
    throw error;
  }
}
