import { z } from 'zod';
import { centsOf } from '../domain/billing/decimal-cents.ts';
import type { PaypalOrder } from '../domain/billing/paypal-gateway.ts';

const money = z.object({
  currency_code: z.string(),
  value: z.string().transform((decimal, context) => {
    const cents = centsOf(decimal);
    if (cents === null) context.addIssue('is no amount of cents');
    return cents ?? z.NEVER;
  }),
});

const payee = z.object({ merchant_id: z.string().optional(), email_address: z.string().optional() }).optional();

/** An order as it is made, looked up or collected (https://developer.paypal.com/docs/api/orders/v2/). */
export const orderAnswer = z.object({
  id: z.string(),
  status: z.string(),
  purchase_units: z
    .array(
      z.object({
        custom_id: z.string().optional(),
        amount: money,
        payee,
        payments: z
          .object({ captures: z.array(z.object({ id: z.string(), status: z.string(), amount: money })).optional() })
          .optional(),
      }),
    )
    .length(1),
});

export const toOrder = ({ id, status, purchase_units: units }: z.infer<typeof orderAnswer>): PaypalOrder => {
  const [unit] = units;
  if (!unit) throw new Error(`PayPal's order ${id} asks for nothing`);
  return {
    id,
    status,
    reference: unit.custom_id ?? null,
    amountCents: unit.amount.value,
    currency: unit.amount.currency_code,
    payee: { merchantId: unit.payee?.merchant_id ?? null, email: unit.payee?.email_address ?? null },
    captures: (unit.payments?.captures ?? []).map((capture) => ({
      id: capture.id,
      status: capture.status,
      amountCents: capture.amount.value,
      currency: capture.amount.currency_code,
    })),
  };
};

export const createdAnswer = z.object({
  id: z.string(),
  links: z.array(z.object({ rel: z.string(), href: z.string() })),
});

export const captureAnswer = z.object({
  supplementary_data: z.object({ related_ids: z.object({ order_id: z.string() }) }),
});

export const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/** `issue` names the reason of a 422 (https://developer.paypal.com/api/rest/reference/orders/v2/errors/). */
export const errorAnswer = z.object({ details: z.array(z.object({ issue: z.string() })).default([]) });
