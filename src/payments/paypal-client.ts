import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { PaypalGateway, PaypalOrder } from '../domain/billing/paypal-gateway.ts';
import {
  captureAnswer,
  createdAnswer,
  disputeAnswer,
  errorAnswer,
  orderAnswer,
  refundAnswer,
  toOrder,
} from './paypal-answers.ts';
import { createPaypalHttp, parseAnswer, type PaypalAnswer, type PaypalSettings } from './paypal-http.ts';

/** PayPal's Orders, Payments and Disputes, as far as they are asked (https://developer.paypal.com/docs/api/orders/v2/). */
export function createPaypalClient(settings: PaypalSettings, clock: Clock): PaypalGateway {
  const call = createPaypalHttp(settings, clock);

  const find = async <Found>(path: string, id: string, shape: z.ZodType<Found>): Promise<Found | null> => {
    const answer = await call({ method: 'GET', path: `${path}/${encodeURIComponent(id)}` });
    return answer.status === 404 ? null : parseAnswer(shape, succeeded(answer));
  };
  const findOrder = async (orderId: string): Promise<PaypalOrder | null> => {
    const order = await find('/v2/checkout/orders', orderId, orderAnswer);
    return order && toOrder(order);
  };

  return {
    merchantId: settings.merchantId ?? null,
    findOrder,
    findRefund: (refundId) => find('/v2/payments/refunds', refundId, refundAnswer),
    findDispute: (disputeId) => find('/v1/customer/disputes', disputeId, disputeAnswer),

    async createOrder({ reference, description, amount, returnUrl, cancelUrl }) {
      const experience = {
        return_url: returnUrl,
        cancel_url: cancelUrl,
        user_action: 'PAY_NOW',
        shipping_preference: 'NO_SHIPPING',
      };
      const body = {
        intent: 'CAPTURE',
        purchase_units: [
          { custom_id: reference, description, amount: { value: amount.value, currency_code: amount.currency } },
        ],
        payment_source: { paypal: { experience_context: experience } },
      };
      const answer = await call({ method: 'POST', path: '/v2/checkout/orders', body, requestId: reference });
      const { id, links } = parseAnswer(createdAnswer, succeeded(answer));
      const link = links.find(({ rel }) => rel === 'payer-action' || rel === 'approve');
      if (!link) throw new Error(`PayPal gave order ${id} no link to approve it`);
      return { checkoutId: id, url: link.href };
    },

    async captureOrder(orderId, reference) {
      const path = `/v2/checkout/orders/${encodeURIComponent(orderId)}/capture`;
      const answer = await call({ method: 'POST', path, body: {}, requestId: reference });
      const refused = refusalIn(answer);
      if (refused) return { refused };
      if (!wasCaptured(answer)) succeeded(answer);
      // The answer to a capture may leave out what the order asked for.
      const order = await findOrder(orderId);
      if (!order) throw new Error(`PayPal lost order ${orderId}`);
      return { order };
    },

    async findOrderOfCapture(captureId) {
      const capture = await find('/v2/payments/captures', captureId, captureAnswer);
      return capture && findOrder(capture.supplementary_data.related_ids.order_id);
    },
  };
}

/** The body of an answer that says yes. Throws for any other, with what PayPal calls the reason. */
function succeeded(answer: PaypalAnswer): unknown {
  if (answer.status >= 200 && answer.status < 300) return answer.json;
  throw new Error(`PayPal did not do as asked: ${[answer.status, ...issuesIn(answer)].join(' ')}`);
}

const issuesIn = ({ json }: PaypalAnswer): string[] =>
  errorAnswer.safeParse(json).data?.details.map(({ issue }) => issue) ?? [];

const wasCaptured = (answer: PaypalAnswer): boolean =>
  answer.status === 422 && issuesIn(answer).includes('ORDER_ALREADY_CAPTURED');

function refusalIn(answer: PaypalAnswer): 'not approved' | 'declined' | null {
  if (answer.status !== 422) return null;
  const issues = issuesIn(answer);
  if (issues.includes('ORDER_NOT_APPROVED')) return 'not approved';
  return issues.some((issue) => DECLINED.includes(issue)) ? 'declined' : null;
}

const DECLINED = ['INSTRUMENT_DECLINED', 'PAYER_CANNOT_PAY', 'TRANSACTION_REFUSED', 'PAYER_ACTION_REQUIRED'];
