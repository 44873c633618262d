/** What a provider is asked to collect. */
export type ProviderOrder = {
  /** Our payment's. The same reference twice makes one checkout at the provider. */
  reference: string;
  description: string;
  amountCents: number;
  currency: string;
};

/** The provider's id of the checkout, and where the buyer is sent to pay. */
export type StartedCheckout = { checkoutId: string; url: string };
