import { z } from 'zod';
import type { Plan } from '../domain/billing/plan.ts';

/** Currencies with cents that both providers take (https://developer.paypal.com/api/rest/reference/currency-codes/). */
const CURRENCIES = 'AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD ILS MXN MYR NOK NZD PHP PLN SEK SGD THB USD'.split(' ');

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.int(error).min(from, error).max(to, error);
};
const line = (max: number) => {
  const error = `must be a text of 1 to ${max} characters`;
  return z.string(error).regex(new RegExp(`^\\P{Cc}{1,${max}}$`, 'u'), error);
};

const FIELDS = 'id, name, credits, price_cents, currency and description';

const plan = z.strictObject(
  {
    id: z.string('must be a text').regex(/^[a-z0-9][a-z0-9_-]{0,63}$/i, 'must be letters, digits, - and _, up to 64'),
    name: line(100),
    credits: wholeNumber(1, 1_000_000),
    // Stripe takes eight digits at most.
    price_cents: wholeNumber(1, 99_999_999),
    currency: z
      .string('must be a text')
      .transform((code) => code.toUpperCase())
      .pipe(z.enum(CURRENCIES, `must be one of ${CURRENCIES.join(', ')}`)),
    description: line(500).default(''),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}, which is none of ${FIELDS}`
        : `must be an object with ${FIELDS}`,
  },
);

const plans = z
  .array(plan, 'must be a list of plans')
  .min(1, 'must hold at least one plan')
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'must not have two plans with one id');

/** The packs on sale, from JSON in the form in which they are listed; or everything that is wrong, a line each. */
export function readPlans(json: unknown): { plans: Plan[] } | { problems: string[] } {
  const { data, error } = plans.safeParse(json);
  if (error) return { problems: error.issues.map(({ path, message }) => [...path.map(String), message].join(' ')) };
  return { plans: data.map(({ price_cents, ...rest }) => ({ ...rest, priceCents: price_cents })) };
}

/** What is sold unless somebody says otherwise. */
export const DEFAULT_PLANS: readonly Plan[] = [
  {
    id: 'starter',
    name: 'Starter',
    credits: 100,
    priceCents: 900,
    currency: 'USD',
    description: 'For a year of one account',
  },
  {
    id: 'business',
    name: 'Business',
    credits: 500,
    priceCents: 3_500,
    currency: 'USD',
    description: 'For the accounts of a small company',
  },
  {
    id: 'office',
    name: 'Office',
    credits: 2_000,
    priceCents: 9_900,
    currency: 'USD',
    description: 'For a bookkeeper and many clients',
  },
];
