import { LockMode } from '@mikro-orm/core';
import { conflict, notFound } from '../../errors.ts';
import type { Services } from '../services.ts';
import { WebhookEvent } from './webhook-event.entity.ts';

/** The operator has a failed event applied anew. Throws `NOT_FOUND`, and `CONFLICT` where it has not failed. */
export function retryEvent({ em, clock, queue }: Pick<Services, 'em' | 'clock' | 'queue'>, id: number): Promise<void> {
  return em.transactional(async (tx) => {
    const event = await tx.findOne(WebhookEvent, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (!event) throw notFound('Event');
    if (event.status !== 'failed') throw conflict(`Only a failed event can be retried; this one is ${event.status}`);
    event.status = 'received';
    event.failures = 0;
    event.updatedAt = clock();
    await queue.enqueue(tx, 'apply-webhook', { eventId: id });
  });
}
