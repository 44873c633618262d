import type { ProviderEvent } from '../../src/domain/billing/provider-event.ts';
import { type Answered, type Asked, startJsonServer } from './json-server.ts';

export type PaypalStandIn = Awaited<ReturnType<typeof startPaypal>>;

type Amount = { currency_code: string; value: string };
type Payee = { merchant_id: string; email_address: string };
type Capture = { id: string; status: string; amount: Amount };
type Order = {
  id: string;
  intent: 'CAPTURE';
  status: 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED';
  links: { rel: string; href: string }[];
  purchase_units: [{ custom_id: string; amount: Amount; payee: Payee; payments?: { captures: Capture[] } }];
};

type Refund = { id: string; status: string; amount: Amount; links: { rel: string; href: string }[] };
type Dispute = {
  dispute_id: string;
  status: string;
  update_time: string;
  disputed_transactions: { seller_transaction_id: string }[];
  dispute_amount: Amount;
  dispute_outcome?: { outcome_code: string; amount_refunded?: Amount };
};

const US: Payee = { merchant_id: 'MERCHANT1', email_address: 'shop@example.com' };

/**
 * A server that answers as PayPal's REST API does, for one app, and does there what buyers and the owner of the account
 * do. What it tells us about it is returned as events, to be delivered as a test likes.
 */
export async function startPaypal(app = { clientId: 'stand-in', clientSecret: 'hush' }) {
  const orders = new Map<string, Order>();
  const refunds = new Map<string, Refund>();
  const disputes = new Map<string, Dispute>();
  const answers = new Map<string, Answered>();
  const asked: Asked[] = [];
  const tokens = new Set<string>();
  let made = 0;
  let beforeAnswer: (order: Order) => Promise<void> = async () => undefined;
  let outcome: 'COMPLETED' | 'PENDING' | 'INSTRUMENT_DECLINED' = 'COMPLETED';

  const newId = (prefix: string): string => `${prefix}${String((made += 1)).padStart(8, '0')}`;
  const event = (type: string, resource: object): ProviderEvent => {
    const id = newId('WH-');
    return { id, type, payload: { id, event_type: type, resource: structuredClone(resource) } };
  };
  const orderNamed = (id: string): Order => {
    const order = orders.get(id);
    if (!order) throw new Error(`There is no order ${id}`);
    return order;
  };
  const capturesOf = (order: Order): Capture[] => order.purchase_units[0].payments?.captures ?? [];

  const lastCapture = (orderId: string): Capture => {
    const capture = capturesOf(orderNamed(orderId)).at(-1);
    if (!capture) throw new Error('Nothing was captured');
    return capture;
  };

  const giveToken = ({ headers }: Asked): Answered => {
    const expected = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64');
    if (headers.authorization !== `Basic ${expected}`) return { status: 401, json: { error: 'invalid_client' } };
    const token = newId('token-');
    tokens.add(token);
    return { json: { access_token: token, token_type: 'Bearer', expires_in: 32_400 } };
  };

  const createOrder = async ({ body }: Asked): Promise<Answered> => {
    const { purchase_units: units }: { purchase_units: [{ custom_id: string; amount: Amount }] } = JSON.parse(body);
    const id = newId('ORDER');
    const order: Order = {
      id,
      intent: 'CAPTURE',
      status: 'PAYER_ACTION_REQUIRED',
      links: [{ rel: 'payer-action', href: `https://www.sandbox.paypal.com/checkoutnow?token=${id}` }],
      purchase_units: [{ custom_id: units[0].custom_id, amount: units[0].amount, payee: US }],
    };
    orders.set(id, order);
    await beforeAnswer(order);
    return { json: order };
  };

  const captureOrder = (order: Order): Answered => {
    if (order.status === 'PAYER_ACTION_REQUIRED') return unprocessable('ORDER_NOT_APPROVED');
    if (order.status === 'COMPLETED') return unprocessable('ORDER_ALREADY_CAPTURED');
    if (outcome === 'INSTRUMENT_DECLINED') return unprocessable(outcome);
    const [unit] = order.purchase_units;
    unit.payments = {
      captures: [...capturesOf(order), { id: newId('CAPTURE'), status: outcome, amount: unit.amount }],
    };
    order.status = 'COMPLETED';
    // Without what the order asked for, as PayPal may answer.
    return { status: 201, json: { id: order.id, status: order.status } };
  };

  const captureResource = (order: Order, capture: Capture) => ({
    ...capture,
    custom_id: order.purchase_units[0].custom_id,
    payee: order.purchase_units[0].payee,
    supplementary_data: { related_ids: { order_id: order.id } },
  });

  const route = async (call: Asked): Promise<Answered> => {
    const [, , kind, noun, id, verb] = call.path.split('/');
    if (call.method === 'POST' && noun === 'orders' && id === undefined) return createOrder(call);
    if (kind === 'checkout' && noun === 'orders') {
      const order = orders.get(id ?? '');
      return order && verb === 'capture' ? captureOrder(order) : orMissing(order);
    }
    if (noun === 'refunds') return orMissing(refunds.get(id ?? ''));
    if (noun === 'disputes') return orMissing(disputes.get(id ?? ''));
    const order = [...orders.values()].find((one) => capturesOf(one).some((capture) => capture.id === id));
    const capture = order && capturesOf(order).find((one) => one.id === id);
    return orMissing(order && capture && captureResource(order, capture));
  };

  const server = await startJsonServer(async (call) => {
    asked.push(call);
    if (call.path === '/v1/oauth2/token') return giveToken(call);
    if (!tokens.has(call.headers.authorization?.replace('Bearer ', '') ?? '')) {
      return { status: 401, json: { error: 'invalid_token' } };
    }
    const requestId = call.headers['paypal-request-id'];
    const key = requestId === undefined ? null : `${call.path} ${String(requestId)}`;
    const earlier = key === null ? undefined : answers.get(key);
    if (earlier) return earlier;
    const answer = await route(call);
    // What went wrong may be tried again under the same id.
    if (key !== null && (answer.status ?? 200) < 300) answers.set(key, answer);
    return answer;
  });

  return {
    url: server.url,
    app,
    asked,
    event,
    close: server.close,
    /** What happens between the making of an order and the answer that tells of it. */
    beforeAnswering(run: (order: Order) => Promise<void>): void {
      beforeAnswer = run;
    },
    /** How captures go from now on. */
    setOutcome(next: typeof outcome): void {
      outcome = next;
    },
    /** The access tokens that were given are taken back. */
    expireTokens: (): void => tokens.clear(),
    /** PayPal forgets request ids after some hours. */
    forgetRequests: (): void => answers.clear(),
    /** The buyer agrees; by `changes` the order is otherwise than we asked. */
    approve(orderId: string, changes: { amount?: Amount; custom_id?: string; payee?: Payee } = {}): ProviderEvent {
      const order = orderNamed(orderId);
      order.status = 'APPROVED';
      Object.assign(order.purchase_units[0], changes);
      return event('CHECKOUT.ORDER.APPROVED', order);
    },
    /** What PayPal tells of the last capture of an order. */
    tellCapture(
      orderId: string,
      type: string,
      changes: { amount?: Amount; payee?: Payee; id?: string } = {},
    ): ProviderEvent {
      return event(type, { ...captureResource(orderNamed(orderId), lastCapture(orderId)), ...changes });
    },
    /** The order is collected, by whoever does it. */
    capture: (orderId: string): void => void captureOrder(orderNamed(orderId)),
    /** A pending capture is decided. */
    decide(orderId: string, status: 'COMPLETED' | 'DECLINED'): void {
      lastCapture(orderId).status = status;
    },
    /** The money of the last capture, or a part of it, goes back. */
    refund(orderId: string, value: string, changes: { type?: string; currency?: string } = {}): ProviderEvent {
      const capture = lastCapture(orderId);
      const href = `https://api.sandbox.paypal.com/v2/payments/captures/${capture.id}`;
      const refund: Refund = {
        id: newId('REFUND'),
        status: 'COMPLETED',
        amount: { value, currency_code: changes.currency ?? capture.amount.currency_code },
        links: [{ rel: 'up', href }],
      };
      refunds.set(refund.id, refund);
      return event(changes.type ?? 'PAYMENT.CAPTURE.REFUNDED', refund);
    },
    /** What became of a refund since, of which the event tells. */
    changeRefund(told: ProviderEvent, status: 'FAILED' | 'CANCELLED'): ProviderEvent {
      const refund = refunds.get(resourceOf(told).id ?? '');
      if (!refund) throw new Error('There is no such refund');
      refund.status = status;
      return event(told.type, refund);
    },
    /** A bank takes the money of the last capture: PayPal tells of the capture, and has no refund of it. */
    reverse(orderId: string): ProviderEvent {
      return event('PAYMENT.CAPTURE.REVERSED', captureResource(orderNamed(orderId), lastCapture(orderId)));
    },
    /** The buyer disputes the last capture, or a part of it. */
    dispute(orderId: string, value: string) {
      const capture = lastCapture(orderId);
      const amount = { value, currency_code: capture.amount.currency_code };
      let minutes = 0;
      const dispute: Dispute = {
        dispute_id: newId('PP-D-'),
        status: 'OPEN',
        update_time: '2026-03-01T12:00:00.000Z',
        disputed_transactions: [{ seller_transaction_id: capture.id }],
        dispute_amount: amount,
      };
      disputes.set(dispute.dispute_id, dispute);
      const tell = (ending: string): ProviderEvent => event(`CUSTOMER.DISPUTE.${ending}`, dispute);
      return {
        dispute,
        tell,
        resolve(outcome: string, refunded?: string): ProviderEvent {
          minutes += 1;
          dispute.status = 'RESOLVED';
          dispute.update_time = `2026-03-01T12:0${minutes}:00.000Z`;
          dispute.dispute_outcome = {
            outcome_code: outcome,
            ...(refunded === undefined ? {} : { amount_refunded: { ...amount, value: refunded } }),
          };
          return tell('RESOLVED');
        },
      };
    },
  };
}

const resourceOf = ({ payload }: ProviderEvent): { id?: string } => (payload as { resource: { id?: string } }).resource;

const orMissing = (thing: object | undefined): Answered =>
  thing
    ? { json: thing }
    : { status: 404, json: { name: 'RESOURCE_NOT_FOUND', details: [{ issue: 'INVALID_RESOURCE_ID' }] } };

const unprocessable = (issue: string): Answered => ({
  status: 422,
  json: { name: 'UNPROCESSABLE_ENTITY', details: [{ issue }] },
});
