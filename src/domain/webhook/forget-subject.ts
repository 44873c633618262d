import type { SqlEntityManager } from '@mikro-orm/sql';
import { type Provider, WebhookEvent } from './webhook-event.entity.ts';

/** Erases what events told of a person; that they came, and what became of them, stays. */
export const forgetSubject = (em: SqlEntityManager, provider: Provider, subject: string): Promise<number> =>
  em.nativeUpdate(WebhookEvent, { provider, subject, payload: { $ne: null } }, { payload: null });
