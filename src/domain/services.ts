import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Clock } from '../clock.ts';
import type { Transaction } from '../extraction/statement.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Storage } from '../storage/storage.ts';
import type { AdminActionRecord } from './audit/adjust-credits-on-record.ts';
import type { PaypalGateway } from './billing/paypal-gateway.ts';
import type { Plan } from './billing/plan.ts';
import type { StripeGateway } from './billing/stripe-gateway.ts';
import type { CountContent } from './file/count-content.ts';
import type { ProgressFeed } from './file/progress-feed.ts';
import type { QueueBounds } from './limit/queue-bounds.ts';
import type { Rates } from './limit/rates.ts';

/**
 * What the verbs work with, passed in so that a test can replay anything. `em` belongs to one request or one job and
 * is never shared; the rest lives as long as the server.
 */
export type Services = {
  em: SqlEntityManager;
  clock: Clock;
  /** A name that nobody can guess: for objects in the storage and causes without a key of their own. */
  randomName: () => string;
  storage: Storage;
  queue: Queue;
  countContent: CountContent;
  /** Of files, and of dashboards. */
  progress: ProgressFeed;
  /** What a transaction was for, by the words of its description. */
  categoryOf: (transaction: Pick<Transaction, 'description' | 'amount'>) => string;
  dashboardProgress: ProgressFeed;
  /** What is sold, in the order in which it is shown. */
  plans: readonly Plan[];
  /** Null where it is not configured. */
  stripe: StripeGateway | null;
  paypal: PaypalGateway | null;
  /** Says in the log what an operator did. */
  audit: (action: AdminActionRecord) => void;
  settings: Settings;
};

export type Settings = {
  rates: Rates;
  queueBounds: QueueBounds;
  signupCredits: number;
  maxUploadBytes: number;
  /** How long a signed URL can be used. */
  signedUrlLifetimeMs: number;
  /** Where buyers return to unless they say so; whole only once the server listens. */
  checkoutReturnUrl: () => string;
};
