import type { ProviderEvent } from '../../src/domain/billing/provider-event.ts';
import { type Answered, type Asked, startJsonServer } from './json-server.ts';

export type StripeStandIn = Awaited<ReturnType<typeof startStripe>>;

/** A Checkout Session as Stripe has it, as far as anybody asks. */
type Session = {
  id: string;
  object: 'checkout.session';
  mode: 'payment';
  url: string;
  payment_status: 'unpaid' | 'paid';
  amount_total: number;
  currency: string;
  payment_intent: string | null;
  metadata: Record<string, string>;
  success_url: string;
  cancel_url: string;
};
type Refund = {
  id: string;
  object: 'refund';
  payment_intent: string;
  amount: number;
  currency: string;
  status: string;
};

type Dispute = {
  id: string;
  object: 'dispute';
  payment_intent: string;
  amount: number;
  currency: string;
  status: string;
  balance_transactions: { amount: number; created: number }[];
};

/**
 * A server that answers Stripe's own client as Stripe does, for one account, and does there what buyers, banks and the
 * owner of the account do. What it tells us about it is returned as events, to be delivered as a test likes.
 */
export async function startStripe(secretKey = 'sk_test_stand_in') {
  const sessions = new Map<string, Session>();
  const refunds: Refund[] = [];
  const disputes: Dispute[] = [];
  const answers = new Map<string, { body: string; answer: Answered }>();
  const asked: Asked[] = [];
  let made = 0;
  let beforeAnswer: (session: Session) => Promise<void> = async () => undefined;
  let outages = 0;

  const newId = (prefix: string): string => `${prefix}_${String((made += 1)).padStart(6, '0')}`;

  const event = (type: string, object: object): ProviderEvent => {
    const id = newId('evt');
    return { id, type, payload: { id, object: 'event', type, data: { object: structuredClone(object) } } };
  };

  const createSession = async (body: string): Promise<Answered> => {
    const form = new URLSearchParams(body);
    const id = newId('cs_test');
    const session: Session = {
      id,
      object: 'checkout.session',
      mode: 'payment',
      url: `https://checkout.stripe.com/c/pay/${id}`,
      payment_status: 'unpaid',
      amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]') ?? '',
      payment_intent: null,
      metadata: { payment: form.get('metadata[payment]') ?? '' },
      success_url: form.get('success_url') ?? '',
      cancel_url: form.get('cancel_url') ?? '',
    };
    sessions.set(id, session);
    await beforeAnswer(session);
    return { json: session };
  };

  const sessionNamed = (id: string): Session => {
    const session = sessions.get(id);
    if (!session) throw new Error(`There is no session ${id}`);
    return session;
  };

  /** A page of a list. Its pages are small, so that everybody has to turn them. */
  const list = (all: { id: string }[], url: string, query: URLSearchParams): Answered => {
    const after = query.get('starting_after');
    const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
    const data = all.slice(from, from + PAGE);
    return { json: { object: 'list', url, has_more: from + PAGE < all.length, data } };
  };
  const found = (thing: object | undefined, id: string): Answered =>
    thing
      ? { json: thing }
      : failure(404, { type: 'invalid_request_error', code: 'resource_missing', message: `No such thing: ${id}` });

  const answer = async (call: Asked): Promise<Answered> => {
    asked.push(call);
    if (call.headers.authorization !== `Bearer ${secretKey}`) {
      return failure(401, { type: 'invalid_request_error', message: `Invalid API Key provided: ${secretKey}` });
    }
    if (outages > 0) {
      outages -= 1;
      return failure(500, { type: 'api_error', message: 'An error occurred' });
    }
    const [, , resource, second = '', id] = call.path.split('/');
    if (call.method === 'POST' && call.path === '/v1/checkout/sessions') {
      const key = String(call.headers['idempotency-key']);
      const earlier = answers.get(key);
      if (earlier && earlier.body !== call.body) return failure(400, { type: 'idempotency_error', message: 'Other' });
      const first = earlier?.answer ?? (await createSession(call.body));
      answers.set(key, { body: call.body, answer: first });
      return first;
    }
    const ofIntent = (thing: { payment_intent: string | null }): boolean =>
      thing.payment_intent === call.query.get('payment_intent');
    if (resource === 'disputes') {
      return found(
        disputes.find((dispute) => dispute.id === second),
        second,
      );
    }
    if (resource === 'refunds') {
      if (second === '') return list(refunds.filter(ofIntent), '/v1/refunds', call.query);
      return found(
        refunds.find((refund) => refund.id === second),
        second,
      );
    }
    if (id === undefined) return list([...sessions.values()].filter(ofIntent), '/v1/checkout/sessions', call.query);
    return found(sessions.get(id), id);
  };

  const server = await startJsonServer(answer);
  return {
    url: server.url,
    secretKey,
    asked,
    event,
    close: server.close,
    /** What happens between the making of a session and the answer that tells of it. */
    beforeAnswering(run: (session: Session) => Promise<void>): void {
      beforeAnswer = run;
    },
    /** The next so many calls fail. */
    breakDown(calls: number): void {
      outages = calls;
    },
    /** The buyer pays, or by `changes` the session is otherwise than we asked. */
    pay(sessionId: string, changes: Partial<Session> = {}): ProviderEvent {
      const session = sessionNamed(sessionId);
      Object.assign(session, { payment_status: 'paid', payment_intent: newId('pi') }, changes);
      return event('checkout.session.completed', session);
    },
    /** The buyer chose a way to pay that takes days. */
    promise: (sessionId: string): ProviderEvent => event('checkout.session.completed', sessionNamed(sessionId)),
    /** A charge's money, or a part of it, goes back. Both events tell of the same refund. */
    refund(
      sessionId: string,
      amount: number,
      changes: Partial<Refund> = {},
    ): { created: ProviderEvent; charge: ProviderEvent } {
      const { payment_intent: intent, currency } = sessionNamed(sessionId);
      if (intent === null) throw new Error('Nothing was paid');
      const refund: Refund = {
        id: newId('re'),
        object: 'refund',
        payment_intent: intent,
        amount,
        currency,
        status: 'succeeded',
        ...changes,
      };
      refunds.push(refund);
      const charge = { id: newId('ch'), object: 'charge', payment_intent: intent, currency, refunded: true };
      return { created: event('refund.created', refund), charge: event('charge.refunded', charge) };
    },
    /** The bank of the buyer could not take the refund. */
    failRefund(refundId: string): ProviderEvent {
      const refund = refunds.find(({ id }) => id === refundId);
      if (!refund) throw new Error(`There is no refund ${refundId}`);
      refund.status = 'failed';
      return event('refund.failed', refund);
    },
    /** A dispute. Each time its money moves, an event tells of it; `tell` tells without a movement. */
    dispute(sessionId: string, amount: number, status = 'needs_response') {
      const { payment_intent: intent, currency } = sessionNamed(sessionId);
      if (intent === null) throw new Error('Nothing was paid');
      const dispute: Dispute = {
        id: newId('du'),
        object: 'dispute',
        payment_intent: intent,
        amount,
        currency,
        status,
        balance_transactions: [],
      };
      disputes.push(dispute);
      const tell = (ending: string): ProviderEvent => event(`charge.dispute.${ending}`, dispute);
      const move = (cents: number): void => {
        // The newest first, as in all lists of Stripe's.
        dispute.balance_transactions.unshift({ amount: cents, created: (made += 1) });
      };
      return {
        tell,
        withdraw(): ProviderEvent {
          move(-amount);
          dispute.status = 'lost';
          return tell('funds_withdrawn');
        },
        reinstate(): ProviderEvent {
          move(amount);
          dispute.status = 'won';
          return tell('funds_reinstated');
        },
      };
    },
  };
}

const PAGE = 2;

const failure = (status: number, error: object): Answered => ({ status, json: { error } });
