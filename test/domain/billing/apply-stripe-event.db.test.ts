import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../../../src/auth/principal.ts';
import type { ProviderEvent } from '../../../src/domain/billing/provider-event.ts';
import { startStripeCheckout } from '../../../src/domain/billing/start-stripe-checkout.ts';
import { adjustCredits } from '../../../src/domain/credit/adjust-credits.ts';
import { PermanentFailure } from '../../../src/domain/permanent-failure.ts';
import { openShop, type Shop, SMALL } from '../../support/shop.ts';

let shop: Shop;
let buyer: Principal;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shop.stripe.beforeAnswering(async () => undefined);
  buyer = await shop.newBuyer();
});

/** Starts a checkout and answers with its session's id. */
const checkOut = async (): Promise<string> => {
  const request = { planId: SMALL.id, successUrl: null, cancelUrl: null };
  return (await startStripeCheckout(shop.request(), buyer, request)).checkoutId;
};
const moves = async () => (await shop.ledger(buyer)).map(({ type, credits }) => [type, credits]);
const status = async () => (await shop.payments(buyer))[0]?.status;
const idOf = (event: { payload: unknown }): string =>
  (event.payload as { data: { object: { id: string } } }).data.object.id;

test('what was paid is granted, and every entry leads to its payment, its event and its session', async () => {
  const session = await checkOut();
  expect(await status()).toBe('pending');
  const paid = shop.stripe.pay(session);
  await shop.tellStripe(paid);
  const [payment] = await shop.payments(buyer);
  const [entry] = await shop.ledger(buyer);
  expect(payment).toMatchObject({ status: 'completed', checkoutId: session, eventId: paid.id, credits: 101 });
  expect(entry).toMatchObject({
    type: 'purchase',
    credits: 101,
    reference: `payment:${payment?.id}`,
    idempotencyKey: `stripe:${session}`,
  });
});

test('an event may come before the checkout call has returned', async () => {
  shop.stripe.beforeAnswering(async ({ id }) => shop.tellStripe(shop.stripe.pay(id)));
  const session = await checkOut();
  expect(await shop.credits(buyer)).toBe(101);
  expect((await shop.payments(buyer))[0]).toMatchObject({ checkoutId: session, status: 'completed' });
});

test('a payment that takes days is granted when it has come, once', async () => {
  const session = await checkOut();
  await shop.tellStripe(shop.stripe.promise(session));
  expect([await status(), await shop.credits(buyer)]).toEqual(['pending', 0]);
  const completed = shop.stripe.pay(session);
  await shop.tellStripe({ ...completed, id: 'evt_async', type: 'checkout.session.async_payment_succeeded' }, completed);
  expect(await moves()).toEqual([['purchase', 101]]);
});

test('a payment that never comes is closed, but not one that has come', async () => {
  const failed = await checkOut();
  await shop.tellStripe({ ...shop.stripe.promise(failed), type: 'checkout.session.async_payment_failed' });
  expect(await status()).toBe('failed');
  const expired = await checkOut();
  await shop.tellStripe({ ...shop.stripe.promise(expired), type: 'checkout.session.expired' });
  expect(await status()).toBe('expired');
  const paid = await checkOut();
  await shop.tellStripe(shop.stripe.pay(paid), {
    ...shop.stripe.promise(paid),
    type: 'checkout.session.expired',
  });
  expect(await status()).toBe('completed');
});

describe('a refund', () => {
  test('takes credits in proportion, rounded up, once for each refund however it is told', async () => {
    const session = await checkOut();
    await shop.tellStripe(shop.stripe.pay(session));
    const { created, charge } = shop.stripe.refund(session, 100);
    await Promise.all([shop.tellStripe(created, charge), shop.tellStripe(charge, created)]);
    // 101 × 100 / 997 = 10.13…
    expect(await moves()).toEqual([
      ['purchase', 101],
      ['refund', -11],
    ]);
    expect((await shop.ledger(buyer))[1]).toMatchObject({ idempotencyKey: `stripe:${idOf(created)}` });
    expect(await status()).toBe('partially_refunded');
  });

  test('takes no more than was granted, whatever the parts add up to', async () => {
    const session = await checkOut();
    await shop.tellStripe(shop.stripe.pay(session));
    for (const cents of [600, 300, 600]) await shop.tellStripe(shop.stripe.refund(session, cents).created);
    expect(await shop.credits(buyer)).toBe(0);
    expect(await status()).toBe('refunded');
  });

  test('takes in many small parts what it would take at once', async () => {
    const session = await checkOut();
    await shop.tellStripe(shop.stripe.pay(session));
    for (let part = 0; part < 20; part += 1) await shop.tellStripe(shop.stripe.refund(session, 5).created);
    expect(await shop.credits(buyer)).toBe(101 - 11);
  });

  test('may be told before the grant', async () => {
    const session = await checkOut();
    const paid = shop.stripe.pay(session);
    const { created, charge } = shop.stripe.refund(session, 997);
    await shop.tellStripe(created);
    expect(await moves()).toEqual([]);
    await shop.tellStripe(paid, charge);
    expect(await moves()).toEqual([
      ['purchase', 101],
      ['refund', -101],
    ]);
    expect(await status()).toBe('refunded');
  });

  test('takes what was spent already: the balance goes below zero', async () => {
    const session = await checkOut();
    await shop.tellStripe(shop.stripe.pay(session));
    await adjustCredits(shop.request(), { ...buyer, credits: -100, reason: 'spent', idempotencyKey: null });
    await shop.tellStripe(shop.stripe.refund(session, 997).created);
    expect(await shop.credits(buyer)).toBe(-100);
  });

  test('that failed gives back what it took, whichever is told first', async () => {
    for (const order of ['as it happened', 'the other way round']) {
      const session = await checkOut();
      await shop.tellStripe(shop.stripe.pay(session));
      const before = await shop.credits(buyer);
      const { created } = shop.stripe.refund(session, 500);
      const failed = shop.stripe.failRefund(idOf(created));
      await shop.tellStripe(...(order === 'as it happened' ? [created, failed, failed] : [failed, created]));
      expect(await shop.credits(buyer)).toBe(before);
      expect(await status()).toBe('completed');
    }
  });
});

describe('a dispute', () => {
  const bought = async (): Promise<string> => {
    const session = await checkOut();
    await shop.tellStripe(shop.stripe.pay(session));
    return session;
  };

  test('takes the credits while the bank has the money', async () => {
    const dispute = shop.stripe.dispute(await bought(), 997);
    const gone = dispute.withdraw();
    await shop.tellStripe(gone, gone);
    expect([await shop.credits(buyer), await status()]).toEqual([0, 'disputed']);
    const won = dispute.reinstate();
    await shop.tellStripe(won, won, gone, { ...gone, id: 'evt_again' });
    expect(await moves()).toEqual([
      ['purchase', 101],
      ['reversal', -101],
      ['reversal', 101],
    ]);
    expect(await status()).toBe('completed');
  });

  test('whose money goes a second time takes the credits a second time', async () => {
    const dispute = shop.stripe.dispute(await bought(), 997);
    const told: ProviderEvent[] = [];
    for (const move of [dispute.withdraw, dispute.reinstate, dispute.withdraw]) {
      told.push(move());
      await shop.tellStripe(...told);
    }
    await shop.tellStripe(...told.toReversed());
    const cause = `stripe:${told[0] && idOf(told[0])}`;
    expect(
      (await shop.ledger(buyer)).map(({ type, credits, idempotencyKey }) => [type, credits, idempotencyKey]),
    ).toEqual([
      ['purchase', 101, expect.stringMatching(/^stripe:cs_/)],
      ['reversal', -101, cause],
      ['reversal', 101, `${cause}:2`],
      ['reversal', -101, `${cause}:3`],
    ]);
    expect(await status()).toBe('disputed');
  });

  test('is where Stripe says it is, whichever of its events comes first', async () => {
    const dispute = shop.stripe.dispute(await bought(), 997);
    const [gone, won] = [dispute.withdraw(), dispute.reinstate()];
    await shop.tellStripe(won, gone);
    expect([await moves(), await status()]).toEqual([[['purchase', 101]], 'completed']);
  });

  test('gives nothing back for what an event says: Stripe must say it too', async () => {
    const dispute = shop.stripe.dispute(await bought(), 997);
    await expect(shop.tellStripe(dispute.tell('funds_withdrawn'))).rejects.toMatchObject({ code: 'CONFLICT' });
    await shop.tellStripe(dispute.withdraw());
    await expect(shop.tellStripe(dispute.tell('funds_reinstated'))).rejects.toMatchObject({
      message: expect.stringMatching(/^Stripe does not say yet what dispute du_\d+ moved$/),
    });
    await expect(
      shop.tellStripe(shop.stripe.event('charge.dispute.funds_reinstated', { id: 'du_none' })),
    ).rejects.toThrow(new PermanentFailure('Stripe has no dispute du_none for this account'));
    expect(await shop.credits(buyer)).toBe(0);
  });

  test('that only asks does nothing', async () => {
    const dispute = shop.stripe.dispute(await bought(), 997, 'warning_needs_response');
    await shop.tellStripe(dispute.tell('funds_withdrawn'), dispute.tell('created'), dispute.tell('closed'));
    expect(await moves()).toEqual([['purchase', 101]]);
  });

  test('and a refund of the same money take it once, and the refund stays when the dispute is won', async () => {
    const session = await bought();
    const dispute = shop.stripe.dispute(session, 997);
    await shop.tellStripe(dispute.withdraw(), shop.stripe.refund(session, 100).created);
    expect(await shop.credits(buyer)).toBe(0);
    await shop.tellStripe(dispute.reinstate());
    expect(await shop.credits(buyer)).toBe(101 - 11);
  });
});

describe('genuine but wrong money', () => {
  /** Why an event was refused for ever, after which nothing must be granted. */
  const refusal = async (event: ProviderEvent): Promise<string> => {
    const error: unknown = await shop.tellStripe(event).catch((thrown: unknown) => thrown);
    expect([await moves(), await status()]).toEqual([[], 'pending']);
    return error instanceof PermanentFailure ? error.message : `not refused: ${String(error)}`;
  };

  test('in another currency', async () => {
    expect(await refusal(shop.stripe.pay(await checkOut(), { currency: 'usd' }))).toMatch(/is in EUR, not in USD/);
  });

  test('of one cent less', async () => {
    expect(await refusal(shop.stripe.pay(await checkOut(), { amount_total: 996 }))).toMatch(
      /is of 997 cents, not of 996/,
    );
  });

  test('told otherwise than it is', async () => {
    const session = await checkOut();
    shop.stripe.pay(session);
    const lie = { id: session, metadata: {}, currency: 'eur', amount_total: 1 };
    expect(await refusal(shop.stripe.event('checkout.session.completed', lie))).toMatch(/is of 997 cents, not of 1/);
  });

  test("of another account's session, or of a connected account", async () => {
    await checkOut();
    const foreign = { id: 'cs_foreign', metadata: {}, currency: 'eur', amount_total: 997 };
    expect(await refusal(shop.stripe.event('checkout.session.completed', foreign))).toMatch(
      /Stripe has no session cs_foreign/,
    );
    const paid = shop.stripe.pay(await checkOut());
    const connected = { ...paid, payload: { ...(paid.payload as object), account: 'acct_other' } };
    expect(await refusal(connected)).toMatch(/of another account: acct_other/);
  });

  test("for a session that is somebody else's business, or names another payment", async () => {
    const [first, second] = [await checkOut(), await checkOut()];
    const [, payment] = await shop.payments(buyer);
    expect(await refusal(shop.stripe.pay(second, { metadata: { payment: payment?.reference ?? '' } }))).toMatch(
      /is not the checkout of payment/,
    );
    expect(await refusal(shop.stripe.pay(first, { id: 'cs_unknown', metadata: {} }))).toMatch(
      /Stripe has no session cs_unknown/,
    );
  });

  test('for a plan that no longer exists, until it is sold again', async () => {
    const paid = shop.stripe.pay(await checkOut());
    shop.services.plans = [];
    try {
      expect(await refusal(paid)).toMatch(/^Plan small of payment \d+ is no longer sold$/);
    } finally {
      shop.services.plans = [SMALL];
    }
    await shop.tellStripe(paid);
    expect(await moves()).toEqual([['purchase', 101]]);
  });

  test('in a refund of another currency, of a charge of nobody, or that Stripe does not know', async () => {
    const session = await checkOut();
    await shop.tellStripe(shop.stripe.pay(session));
    const refund = (changes: object) => shop.tellStripe(shop.stripe.refund(session, 500, changes).created);
    await expect(refund({ currency: 'usd' })).rejects.toThrow(/is in EUR, not in USD/);
    await expect(refund({ payment_intent: 'pi_other' })).rejects.toThrow(/pi_other belongs to no payment of ours/);
    const foreign = { id: 're_foreign', payment_intent: 'pi_other', amount: 500, currency: 'eur', status: 'succeeded' };
    await expect(shop.tellStripe(shop.stripe.event('refund.created', foreign))).rejects.toThrow(
      new PermanentFailure('Stripe has no refund re_foreign for this account'),
    );
    expect(await moves()).toEqual([['purchase', 101]]);
  });

  test('in a refund that is told to have failed and has not', async () => {
    const session = await checkOut();
    await shop.tellStripe(shop.stripe.pay(session));
    const { created } = shop.stripe.refund(session, 997);
    const { object } = (created.payload as { data: { object: object } }).data;
    await shop.tellStripe(created, shop.stripe.event('refund.failed', { ...object, status: 'failed' }));
    expect([await shop.credits(buyer), await status()]).toEqual([0, 'refunded']);
  });
});

test('an event that cannot be applied now is no failure for ever', async () => {
  const paid = shop.stripe.pay(await checkOut());
  shop.stripe.breakDown(2);
  await expect(shop.tellStripe(paid)).rejects.toMatchObject({ name: 'Error' });
  expect(await moves()).toEqual([]);
  await shop.tellStripe(paid);
  expect(await moves()).toEqual([['purchase', 101]]);
});

test('types that mean nothing to us are applied by doing nothing', async () => {
  await shop.tellStripe(shop.stripe.event('customer.created', {}), shop.stripe.event('toString', {}));
  expect(await moves()).toEqual([]);
});
