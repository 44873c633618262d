import type { SqlEntityManager } from '@mikro-orm/sql';
import { notFound } from '../../errors.ts';
import { selectRows } from '../select-rows.ts';
import { type EventStatus, WebhookEvent } from './webhook-event.entity.ts';

/** One event with its payload (JSON), which is null once it was erased. Throws `NOT_FOUND`. */
export async function findEvent(em: SqlEntityManager, id: number): Promise<WebhookEvent> {
  const event = await em.findOne(WebhookEvent, { id }, { populate: ['payload'] });
  if (!event) throw notFound('Event');
  return event;
}

/** Events without their payloads, newest first. */
export const listEvents = (
  em: SqlEntityManager,
  { status, limit }: { status?: EventStatus | undefined; limit: number },
): Promise<WebhookEvent[]> => selectRows(em, WebhookEvent, status ? { status } : {}, { limit });
