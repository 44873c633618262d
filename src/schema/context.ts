import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../auth/principal.ts';
import type { Services } from '../domain/services.ts';

/** What the resolvers of one request are given, whichever door it came through. */
export type Context = {
  /** `em` is this request's own. */
  services: Services;
  /** The signed-in user, or null. */
  principal: Principal | null;
  /** Whether the right admin key was presented. */
  isAdmin: boolean;
  /** A fresh entity manager, for subscriptions that outlive a unit of work. */
  fork: () => SqlEntityManager;
};
