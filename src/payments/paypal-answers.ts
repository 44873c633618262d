import { z } from 'zod';
import type { PaypalOrder } from '../domain/billing/paypal-gateway.ts';

const money = z
  .object({ value: z.string(), currency_code: z.string() })
  .transform(({ value, currency_code: currency }) => ({ value, currency }));

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
    amount: unit.amount,
    payee: { merchantId: unit.payee?.merchant_id ?? null, email: unit.payee?.email_address ?? null },
    captures: unit.payments?.captures ?? [],
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
