import type { Clock } from '../clock.ts';
import type { PaypalGateway, PaypalOrder } from '../domain/billing/paypal-gateway.ts';
import { captureAnswer, createdAnswer, errorAnswer, orderAnswer, toOrder } from './paypal-answers.ts';
import { createPaypalHttp, parseAnswer, type PaypalAnswer, type PaypalSettings } from './paypal-http.ts';

/** PayPal's Orders API, as far as it is asked (https://developer.paypal.com/docs/api/orders/v2/). */
export function createPaypalClient(settings: PaypalSettings, clock: Clock): PaypalGateway {
  const call = createPaypalHttp(settings, clock);

  const findOrder = async (orderId: string): Promise<PaypalOrder | null> => {
    const answer = await call({ method: 'GET', path: `/v2/checkout/orders/${encodeURIComponent(orderId)}` });
    return isMissing(answer) ? null : toOrder(parseAnswer(orderAnswer, succeeded(answer)));
  };

  return {
    findOrder,

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
      const answer = await call({ method: 'GET', path: `/v2/payments/captures/${encodeURIComponent(captureId)}` });
      if (isMissing(answer)) return null;
      const { supplementary_data: related } = parseAnswer(captureAnswer, succeeded(answer));
      return findOrder(related.related_ids.order_id);
    },
  };
}

const isMissing = ({ status }: PaypalAnswer): boolean => status === 404;

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
