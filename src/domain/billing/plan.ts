/** A pack of credits as it is sold. */
export type Plan = {
  /** What a checkout names; payments remember it. */
  id: string;
  name: string;
  credits: number;
  /** Hundredths of the currency. */
  priceCents: number;
  /** ISO 4217, of those that have cents. */
  currency: string;
  description: string;
};
