import { Stripe } from 'stripe';
import type { StripeDispute, StripeGateway, StripeRefund, StripeSession } from '../domain/billing/stripe-gateway.ts';

export type StripeSettings = {
  secretKey: string;
  /** An origin: scheme, host and port. */
  apiBase: string;
  /** How long an answer is waited for, twice; 10 s unless told otherwise. */
  timeoutMs?: number;
};

/** Answers have this shape whatever the account's own version is. */
const API_VERSION = '2026-10-28.endive';
const TIMEOUT_MS = 10_000;

/** Stripe through its own client (https://docs.stripe.com/api). */
export function createStripeClient({ secretKey, apiBase, timeoutMs = TIMEOUT_MS }: StripeSettings): StripeGateway {
  const { protocol, hostname, port } = new URL(apiBase);
  const scheme = protocol === 'http:' ? 'http' : 'https';
  const { checkout, disputes, refunds } = new Stripe(secretKey, {
    apiVersion: API_VERSION,
    protocol: scheme,
    host: hostname,
    port: port || (scheme === 'http' ? 80 : 443),
    timeout: timeoutMs,
    maxNetworkRetries: 1,
    telemetry: false,
  });
  return {
    async createCheckout({ reference, description, amountCents, currency, successUrl, cancelUrl }) {
      const price = { currency: currency.toLowerCase(), unit_amount: amountCents, product_data: { name: description } };
      const session = await asking(
        checkout.sessions.create(
          {
            mode: 'payment',
            line_items: [{ quantity: 1, price_data: price }],
            metadata: { payment: reference },
            // Told again by every charge, for whoever looks at it in Stripe's dashboard.
            payment_intent_data: { metadata: { payment: reference } },
            success_url: successUrl,
            cancel_url: cancelUrl,
          },
          { idempotencyKey: reference },
        ),
      );
      if (!session.url) throw new Error(`Stripe gave session ${session.id} no URL`);
      return { checkoutId: session.id, url: session.url };
    },

    findSession: async (sessionId) => {
      const session = await orNull(checkout.sessions.retrieve(sessionId));
      return session && toSession(session);
    },

    findSessionOfPayment: async (paymentIntentId) => {
      const page = await orNull(checkout.sessions.list({ payment_intent: paymentIntentId, limit: 1 }));
      const session = page?.data[0];
      return session ? toSession(session) : null;
    },

    findRefund: async (refundId) => {
      const refund = await orNull(refunds.retrieve(refundId));
      return refund && toRefund(refund);
    },

    async listRefunds(paymentIntentId) {
      const found: StripeRefund[] = [];
      const pages = refunds.list({ payment_intent: paymentIntentId, limit: 100 });
      await asking(pages.autoPagingEach((refund) => void found.push(toRefund(refund))));
      return found;
    },

    findDispute: async (disputeId) => {
      const dispute = await orNull(disputes.retrieve(disputeId));
      return dispute && toDispute(dispute);
    },
  };
}

const toSession = (session: Stripe.Checkout.Session): StripeSession => ({
  id: session.id,
  reference: session.metadata?.['payment'] ?? null,
  isPaid: session.payment_status === 'paid',
  amountCents: session.amount_total,
  currency: session.currency?.toUpperCase() ?? null,
  paymentIntentId: idOf(session.payment_intent),
});

const toRefund = ({ id, status, amount, currency, payment_intent: intent }: Stripe.Refund): StripeRefund => ({
  id,
  status,
  amountCents: amount,
  currency: currency.toUpperCase(),
  paymentIntentId: idOf(intent),
});

/** The movements are in the account's own currency, so only their direction is of use. */
const toDispute = ({ balance_transactions: movements, ...dispute }: Stripe.Dispute): StripeDispute => ({
  id: dispute.id,
  status: dispute.status,
  amountCents: dispute.amount,
  currency: dispute.currency.toUpperCase(),
  paymentIntentId: idOf(dispute.payment_intent),
  movements: movements.length,
  isWithdrawn: (movements.toSorted((one, other) => one.created - other.created).at(-1)?.amount ?? 0) < 0,
});

/** A thing that is told by its id, or whole. */
const idOf = (thing: string | { id: string } | null): string | null =>
  typeof thing === 'object' ? (thing?.id ?? null) : thing;

/** What Stripe does not have, for this key, is null. */
const orNull = <Answer>(call: Promise<Answer>): Promise<Answer | null> =>
  asking(
    call.catch((error: unknown) => {
      if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) return null;
      throw error;
    }),
  );

/** Stripe's errors carry the request they are about; what is logged of them is what names the failure. */
const asking = <Answer>(call: Promise<Answer>): Promise<Answer> =>
  call.catch((error: unknown) => {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { type, code, statusCode, requestId } = error;
    throw new Error(`Stripe did not do as asked: ${[type, code, statusCode, requestId].filter(Boolean).join(' ')}`);
  });
