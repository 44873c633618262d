import type { ProviderOrder, StartedCheckout } from './provider-order.ts';

export type StripeCheckout = ProviderOrder & {
  /** Where the buyer is sent afterwards. */
  successUrl: string;
  cancelUrl: string;
};

/** A Checkout Session as Stripe has it. */
export type StripeSession = {
  id: string;
  /** Of our payment, where it carries one. */
  reference: string | null;
  isPaid: boolean;
  amountCents: number | null;
  currency: string | null;
  paymentIntentId: string | null;
};

/** What charges, refunds and disputes name. Null where it is of another kind of payment than ours. */
type OfPayment = { paymentIntentId: string | null };

export type StripeRefund = OfPayment & { id: string; status: string | null; amountCents: number; currency: string };

export type StripeDispute = OfPayment & {
  id: string;
  /** `needs_response`, `won`, `lost`, `warning_…` */
  status: string;
  amountCents: number;
  currency: string;
  /** How often its money has gone or come. */
  movements: number;
  /** Whether the last movement took it. */
  isWithdrawn: boolean;
};

/**
 * Stripe, as far as it is asked. Every call throws where Stripe cannot be reached or refuses; what it does not have
 * is null.
 */
export type StripeGateway = {
  createCheckout(checkout: StripeCheckout): Promise<StartedCheckout>;
  findSession(sessionId: string): Promise<StripeSession | null>;
  /** The session whose payment this is. */
  findSessionOfPayment(paymentIntentId: string): Promise<StripeSession | null>;
  findRefund(refundId: string): Promise<StripeRefund | null>;
  listRefunds(paymentIntentId: string): Promise<StripeRefund[]>;
  findDispute(disputeId: string): Promise<StripeDispute | null>;
};
