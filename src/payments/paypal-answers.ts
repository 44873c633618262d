import { z } from 'zod';
import type { PaypalDispute, PaypalOrder, PaypalRefund } from '../domain/billing/paypal-gateway.ts';

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

/** https://developer.paypal.com/docs/api/payments/v2/#refunds_get */
export const refundAnswer: z.ZodType<PaypalRefund> = z.object({
  id: z.string(),
  status: z.string(),
  amount: money,
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
});

/** https://developer.paypal.com/docs/api/customer-disputes/v1/#disputes_get */
export const disputeAnswer = z
  .object({
    dispute_id: z.string(),
    status: z.string(),
    update_time: z.iso.datetime({ offset: true }),
    disputed_transactions: z.array(z.object({ seller_transaction_id: z.string() })),
    dispute_amount: money,
    dispute_outcome: z.object({ outcome_code: z.string().nullish(), amount_refunded: money.nullish() }).nullish(),
  })
  .transform(({ dispute_outcome: outcome, ...dispute }): PaypalDispute => ({
    id: dispute.dispute_id,
    status: dispute.status,
    outcome: outcome?.outcome_code ?? null,
    amount: outcome?.amount_refunded ?? dispute.dispute_amount,
    captureIds: dispute.disputed_transactions.map(({ seller_transaction_id: id }) => id),
    updatedAt: new Date(dispute.update_time),
  }));

export const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/** `issue` names the reason of a 422 (https://developer.paypal.com/api/rest/reference/orders/v2/errors/). */
export const errorAnswer = z.object({ details: z.array(z.object({ issue: z.string() })).default([]) });
