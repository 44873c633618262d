import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Plan } from '../domain/billing/plan.ts';
import type { PaypalSettings } from '../payments/paypal-http.ts';
import { DEFAULT_PLANS, readPlans } from '../payments/read-plans.ts';
import type { StripeSettings } from '../payments/stripe-client.ts';
import { type Environment, oneOf, origin, secrets, text } from './notations.ts';

/** What is sold, and through whom. Null: not configured. */
export type PaymentConfig = {
  /** In the order in which they are shown. */
  readonly plans: readonly Plan[];
  readonly stripe: Readonly<StripeSettings> | null;
  readonly paypal: Readonly<PaypalSettings> | null;
  readonly webhooks: WebhookConfig;
};

/** What proves that a webhook comes from its provider. Of a provider without, none is taken. */
export type WebhookConfig = {
  /** `whsec_…`, several while they are rotated; none: not configured. */
  readonly clerkSecrets: readonly string[];
  readonly stripeSecrets: readonly string[];
  readonly paypal: {
    readonly webhookId: string;
    readonly environment: 'sandbox' | 'live';
    /** `certificate`: here, by PayPal's certificate; `postback`: PayPal is asked, with our credentials. */
    readonly verify: 'certificate' | 'postback';
  } | null;
};

const plans = z.string().transform((text, context) => {
  const read = readPlansFrom(text);
  if ('plans' in read) return read.plans;
  for (const problem of read.problems) context.addIssue(problem);
  return z.NEVER;
});

const readPlansFrom = (text: string): ReturnType<typeof readPlans> => {
  try {
    return readPlans(JSON.parse(/^[[{]/.test(text) ? text : readFileSync(text, 'utf8')));
  } catch {
    return { problems: ['must be JSON, [{"id", "name", "credits", "price_cents", …}], or the path of a file with it'] };
  }
};

/** The variables of what is sold, of Stripe and PayPal, and of all providers' webhooks. */
export const paymentVariables = {
  // Svix's secrets are a key in Base64; Stripe's are a word.
  CLERK_WEBHOOK_SECRET: secrets(/^whsec_(?:[A-Za-z\d+/]{4})+(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/).default([]),
  STRIPE_WEBHOOK_SECRET: secrets(/^whsec_\w+$/).default([]),
  PAYPAL_WEBHOOK_ID: text(/^[\w-]+$/, 'must be the id of the webhook at PayPal').optional(),
  PAYPAL_ENV: oneOf('sandbox', 'live').default('sandbox'),
  PAYPAL_VERIFY: oneOf('certificate', 'postback').default('certificate'),
  PLANS: plans.default([...DEFAULT_PLANS]),
  STRIPE_SECRET_KEY: text(/^[sr]k_/, 'must be the secret key (sk_… or rk_…), not the publishable one').optional(),
  STRIPE_API_BASE: origin.default('https://api.stripe.com'),
  PAYPAL_CLIENT_ID: text(/^[\x21-\x7e]+$/, "must be the client id of PayPal's app").optional(),
  PAYPAL_CLIENT_SECRET: text(/^[\x21-\x7e]+$/, "must be the secret of PayPal's app").optional(),
  PAYPAL_MERCHANT_ID: text(
    /^[A-Z\d]{8,20}$/,
    "must be the merchant id of PayPal's account, like 3SQBR4YEWZ4BA",
  ).optional(),
  PAYPAL_API_BASE: origin.optional(),
};
type PaymentVariables = z.infer<z.ZodObject<typeof paymentVariables>>;

/** What is missing where PayPal is configured, and what must not be taken for it. */
export const findPaymentProblems = (set: Environment): string[] => [...missingForPaypal(set), ...simulatedPaypal(set)];

const PAYPAL_KEYS = ['PAYPAL_CLIENT_ID', 'PAYPAL_CLIENT_SECRET', 'PAYPAL_WEBHOOK_ID'];

// Without its webhook, refunds would never be heard of. And in production nobody should sell credits for play money
// because a variable was forgotten.
const missingForPaypal = (set: Environment): string[] => {
  if (!PAYPAL_KEYS.some((name) => set[name])) return [];
  const needed = set['NODE_ENV'] === 'production' ? [...PAYPAL_KEYS, 'PAYPAL_ENV'] : PAYPAL_KEYS;
  return needed.filter((name) => !set[name]).map((name) => `${name}: must be set where PayPal is configured`);
};

/** PayPal's simulator signs for this id, whoever asks it to. */
const simulatedPaypal = (set: Environment): string[] =>
  set['PAYPAL_WEBHOOK_ID'] === 'WEBHOOK_ID' && (set['NODE_ENV'] === 'production' || set['PAYPAL_ENV'] === 'live')
    ? ["PAYPAL_WEBHOOK_ID: must be the id of a webhook of yours: events of PayPal's simulator are refused here"]
    : [];

export const arrangePayments = (set: PaymentVariables): PaymentConfig => ({
  plans: set.PLANS,
  stripe: set.STRIPE_SECRET_KEY ? { secretKey: set.STRIPE_SECRET_KEY, apiBase: set.STRIPE_API_BASE } : null,
  paypal: arrangePaypal(set),
  webhooks: {
    clerkSecrets: set.CLERK_WEBHOOK_SECRET,
    stripeSecrets: set.STRIPE_WEBHOOK_SECRET,
    paypal: set.PAYPAL_WEBHOOK_ID
      ? { webhookId: set.PAYPAL_WEBHOOK_ID, environment: set.PAYPAL_ENV, verify: set.PAYPAL_VERIFY }
      : null,
  },
});

const PAYPAL_ORIGINS = { sandbox: 'https://api-m.sandbox.paypal.com', live: 'https://api-m.paypal.com' };

const arrangePaypal = (set: PaymentVariables): PaypalSettings | null => {
  const { PAYPAL_CLIENT_ID: clientId, PAYPAL_CLIENT_SECRET: clientSecret, PAYPAL_ENV: environment } = set;
  if (!clientId || !clientSecret) return null;
  const apiBase = set.PAYPAL_API_BASE ?? PAYPAL_ORIGINS[environment];
  return { clientId, clientSecret, apiBase, merchantId: set.PAYPAL_MERCHANT_ID ?? null };
};
