import { randomBytes } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Services } from '../domain/services.ts';
import type { Sandbox } from '../extraction/sandbox/sandbox.ts';
import { createPageCounter } from '../jobs/page-counter.ts';
import type { Logger } from '../log.ts';
import { createPaypalClient } from '../payments/paypal-client.ts';
import { createStripeClient } from '../payments/stripe-client.ts';
import type { Storage } from '../storage/storage.ts';
import { CATEGORY_RULES } from '../workbook/categories/category-rules.ts';
import { matchCategory } from '../workbook/categories/match-category.ts';
import type { OpenJobs } from './open-jobs.ts';
import { SIGNED_URL_LIFETIME_MS } from './signed-url-lifetime.ts';

/** What the verbs of the domain work with; each call gives a set with an entity manager of its own. */
export function createServices(
  config: Config,
  given: {
    fork: () => SqlEntityManager;
    clock: Clock;
    log: Logger;
    publicUrl: () => string;
    storage: Storage;
    jobs: Pick<OpenJobs, 'queue' | 'progress' | 'dashboardProgress'>;
    countingSandbox: Sandbox;
  },
): () => Services {
  const { clock, log, publicUrl, storage, jobs } = given;
  const categorise = matchCategory(CATEGORY_RULES);
  const shared: Omit<Services, 'em'> = {
    clock,
    randomName: () => randomBytes(16).toString('hex'),
    storage,
    queue: jobs.queue,
    countContent: createPageCounter(given.countingSandbox),
    progress: jobs.progress,
    dashboardProgress: jobs.dashboardProgress,
    categoryOf: (transaction) => categorise(transaction).category,
    plans: config.plans,
    stripe: config.stripe && createStripeClient(config.stripe),
    paypal: config.paypal && createPaypalClient(config.paypal, clock),
    audit: (action) => log.info({ adminAction: action }, 'admin action'),
    settings: {
      rates: config.rates,
      queueBounds: config.queueBounds,
      signupCredits: config.signupCredits,
      maxUploadBytes: config.limits.maxUploadBytes,
      signedUrlLifetimeMs: SIGNED_URL_LIFETIME_MS,
      // Buyers come from the web app, and its origin is among those that may call.
      checkoutReturnUrl: () => config.corsOrigins[0] ?? publicUrl(),
    },
  };
  return () => ({ ...shared, em: given.fork() });
}
