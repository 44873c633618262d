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

export type StripeRefund = { id: string; status: string | null; amountCents: number; currency: string };

/**
 * Stripe, as far as it is asked. Every call throws where Stripe cannot be reached or refuses; what it does not have
 * is null.
 */
export type StripeGateway = {
  createCheckout(checkout: StripeCheckout): Promise<StartedCheckout>;
  findSession(sessionId: string): Promise<StripeSession | null>;
  /** The session whose payment this is. */
  findSessionOfPayment(paymentIntentId: string): Promise<StripeSession | null>;
  listRefunds(paymentIntentId: string): Promise<StripeRefund[]>;
};
