import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../auth/principal.ts';
import type { Operator } from '../domain/audit/adjust-credits-on-record.ts';
import type { Services } from '../domain/services.ts';

/** What the resolvers of one request are given, whichever door it came through. */
export type Context = {
  /** `em` is this request's own. */
  services: Services;
  /** The signed-in user, or null. */
  principal: Principal | null;
  /** Who presented an admin key of ours, or null. */
  operator: Operator | null;
  /** How long whoever asks is kept waiting for an operation. */
  answerMs: number;
  /** A fresh entity manager, for subscriptions that outlive a unit of work. */
  fork: () => SqlEntityManager;
};
