import type { Principal } from '../../src/auth/principal.ts';
import { systemClock } from '../../src/clock.ts';
import { applyPaypalEvent } from '../../src/domain/billing/apply-paypal-event.ts';
import { applyStripeEvent } from '../../src/domain/billing/apply-stripe-event.ts';
import type { Plan } from '../../src/domain/billing/plan.ts';
import type { ProviderEvent } from '../../src/domain/billing/provider-event.ts';
import { getBalance } from '../../src/domain/credit/get-balance.ts';
import type { LedgerTransfer } from '../../src/domain/credit/ledger-transfer.entity.ts';
import { listTransactions } from '../../src/domain/credit/list-transactions.ts';
import type { Payment } from '../../src/domain/billing/payment.entity.ts';
import { listPayments } from '../../src/domain/billing/list-payments.ts';
import type { Services } from '../../src/domain/services.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { createPaypalClient } from '../../src/payments/paypal-client.ts';
import { createStripeClient } from '../../src/payments/stripe-client.ts';
import { type PaypalStandIn, startPaypal } from './paypal-stand-in.ts';
import { startStripe, type StripeStandIn } from './stripe-stand-in.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { anotherRequest, createTestServices } from './test-services.ts';

/** An odd number of credits and cents, so that no proportion comes out even by accident. */
export const SMALL: Plan = {
  id: 'small',
  name: 'Small',
  credits: 101,
  priceCents: 997,
  currency: 'EUR',
  description: 'A small pack',
};

export type Shop = {
  database: TestDatabase;
  stripe: StripeStandIn;
  paypal: PaypalStandIn;
  services: Services;
  /** As another request or job: with an entity manager of its own. */
  request: () => Services;
  newBuyer: () => Promise<Principal>;
  /** Applies events as a job does, each as one of its own. */
  tellStripe: (...events: ProviderEvent[]) => Promise<void>;
  tellPaypal: (...events: ProviderEvent[]) => Promise<void>;
  credits: (buyer: Principal) => Promise<number>;
  /** The ledger without the welcome, oldest first. */
  ledger: (buyer: Principal) => Promise<LedgerTransfer[]>;
  payments: (buyer: Principal) => Promise<Payment[]>;
  close: () => Promise<void>;
};

/** One plan, both providers as stand-ins behind the real clients, and a real database. New users start with nothing. */
export async function openShop(): Promise<Shop> {
  const [database, stripe, paypal] = await Promise.all([createTestDatabase(), startStripe(), startPaypal()]);
  let names = 0;
  const services = createTestServices(database, {
    plans: [SMALL],
    randomName: () => `reference-${(names += 1)}`,
    stripe: createStripeClient({ secretKey: stripe.secretKey, apiBase: stripe.url }),
    paypal: createPaypalClient({ ...paypal.app, apiBase: paypal.url }, systemClock),
  });
  services.settings.signupCredits = 0;
  const request = () => anotherRequest(database, services);
  const reading = () => database.orm.em.fork();
  let buyers = 0;
  return {
    database,
    stripe,
    paypal,
    services,
    request,
    async newBuyer() {
      buyers += 1;
      const registration = { clerkUserId: `buyer_${buyers}`, email: null, firstName: null, lastName: null };
      return { userId: (await registerUser(request(), registration)).id };
    },
    async tellStripe(...events) {
      for (const event of events) await applyStripeEvent(request(), event);
    },
    async tellPaypal(...events) {
      for (const event of events) await applyPaypalEvent(request(), event);
    },
    credits: async ({ userId }) => (await getBalance(reading(), userId)).credits,
    ledger: async (buyer) => (await listTransactions(reading(), buyer, { limit: 100 })).toReversed(),
    payments: (buyer) => listPayments(reading(), buyer, { limit: 100 }),
    async close() {
      await Promise.all([database.close(), stripe.close(), paypal.close()]);
    },
  };
}
