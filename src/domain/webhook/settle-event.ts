import { type EntityData, raw } from '@mikro-orm/core';
import type { Services } from '../services.ts';
import { WebhookEvent } from './webhook-event.entity.ts';

type Storing = Pick<Services, 'em' | 'clock'>;

const LONGEST_REASON_CHARACTERS = 500;

/** What the event means is done. False where it did not wait any more. */
export const settleEvent = (services: Storing, id: number): Promise<boolean> =>
  updateWaiting(services, id, { status: 'applied', reason: null });

/** Nothing is tried any more until the operator asks for it. */
export const failEvent = (services: Storing, id: number, reason: string): Promise<boolean> =>
  updateWaiting(services, id, { status: 'failed', reason: readable(reason) });

/** Applying failed this time, and is tried again. */
export const noteFailure = (services: Storing, id: number, reason: string): Promise<boolean> =>
  updateWaiting(services, id, { failures: raw('failures + 1'), reason: readable(reason) });

async function updateWaiting({ em, clock }: Storing, id: number, changes: EntityData<WebhookEvent>): Promise<boolean> {
  return (await em.nativeUpdate(WebhookEvent, { id, status: 'received' }, { ...changes, updatedAt: clock() })) > 0;
}

/** One line that every database takes. */
const readable = (reason: string): string =>
  reason
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, LONGEST_REASON_CHARACTERS)
    .toWellFormed();
