import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../../../src/auth/principal.ts';
import { capturePaypalOrder } from '../../../src/domain/billing/capture-paypal-order.ts';
import { createPaypalOrder } from '../../../src/domain/billing/create-paypal-order.ts';
import type { ProviderEvent } from '../../../src/domain/billing/provider-event.ts';
import { PermanentFailure } from '../../../src/domain/permanent-failure.ts';
import { openShop, type Shop, SMALL } from '../../support/shop.ts';

let shop: Shop;
let buyer: Principal;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shop.paypal.beforeAnswering(async () => undefined);
  shop.paypal.setOutcome('COMPLETED');
  buyer = await shop.newBuyer();
});

const order = async (): Promise<string> => (await createPaypalOrder(shop.request(), buyer, SMALL.id)).checkoutId;
const capture = (orderId: string) => capturePaypalOrder(shop.request(), buyer, orderId);
const moves = async () => (await shop.ledger(buyer)).map(({ type, credits }) => [type, credits]);
const status = async () => (await shop.payments(buyer))[0]?.status;
const completed = (orderId: string, changes = {}) =>
  shop.paypal.tellCapture(orderId, 'PAYMENT.CAPTURE.COMPLETED', changes);

test('an approved order is captured by its event and granted, and every entry leads to its capture', async () => {
  const orderId = await order();
  const approved = shop.paypal.approve(orderId);
  await shop.tellPaypal(approved);
  const [payment] = await shop.payments(buyer);
  expect(payment).toMatchObject({ status: 'completed', checkoutId: orderId, eventId: approved.id });
  const [entry] = await shop.ledger(buyer);
  expect(entry).toMatchObject({ type: 'purchase', credits: 101, reference: `payment:${payment?.id}` });
  expect(entry?.idempotencyKey).toBe(`paypal:${payment?.chargeId}`);
});

test('the call, the approval and the capture race: one capture, one grant', async () => {
  const orderId = await order();
  const approved = shop.paypal.approve(orderId);
  const calls = Array.from({ length: 5 }, () => capture(orderId));
  const events = Array.from({ length: 5 }, () => shop.tellPaypal(approved));
  const answers = await Promise.all([...calls, ...events]);
  await Promise.all(Array.from({ length: 5 }, () => shop.tellPaypal(completed(orderId))));
  expect(answers.slice(0, 5)).toEqual(
    Array.from({ length: 5 }, () => expect.objectContaining({ status: 'completed', credits: 101 })),
  );
  expect(await moves()).toEqual([['purchase', 101]]);
});

test('an order that was captured long ago is granted as it stands, though PayPal has forgotten the call', async () => {
  const orderId = await order();
  shop.paypal.approve(orderId);
  await shop.services.paypal?.captureOrder(orderId, 'by somebody else');
  shop.paypal.forgetRequests();
  expect(await capture(orderId)).toMatchObject({ status: 'completed' });
  expect(await moves()).toEqual([['purchase', 101]]);
});

test('events may come before the call that made the order has returned', async () => {
  shop.paypal.beforeAnswering(async ({ id }) => {
    await shop.tellPaypal(shop.paypal.approve(id));
    await shop.tellPaypal(completed(id));
  });
  const orderId = await order();
  expect((await shop.payments(buyer))[0]).toMatchObject({ checkoutId: orderId, status: 'completed' });
  expect(await moves()).toEqual([['purchase', 101]]);
});

describe('a pending capture', () => {
  test('waits, and is granted when it is completed', async () => {
    shop.paypal.setOutcome('PENDING');
    const orderId = await order();
    shop.paypal.approve(orderId);
    expect(await capture(orderId)).toMatchObject({ status: 'pending', paidAt: null });
    await shop.tellPaypal(shop.paypal.tellCapture(orderId, 'PAYMENT.CAPTURE.PENDING'));
    expect(await moves()).toEqual([]);
    const done = completed(orderId);
    // The event is faster than what PayPal says when it is asked.
    await expect(shop.tellPaypal(done)).rejects.toMatchObject({ code: 'CONFLICT' });
    shop.paypal.decide(orderId, 'COMPLETED');
    await shop.tellPaypal(done);
    expect(await moves()).toEqual([['purchase', 101]]);
  });

  test('that is denied closes the payment', async () => {
    shop.paypal.setOutcome('PENDING');
    const orderId = await order();
    shop.paypal.approve(orderId);
    await capture(orderId);
    shop.paypal.decide(orderId, 'DECLINED');
    await shop.tellPaypal(shop.paypal.tellCapture(orderId, 'PAYMENT.CAPTURE.DENIED'));
    expect([await status(), await moves()]).toEqual(['failed', []]);
  });
});

describe('money that goes back', () => {
  const bought = async (): Promise<string> => {
    const orderId = await order();
    await shop.tellPaypal(shop.paypal.approve(orderId));
    return orderId;
  };

  test('takes credits in proportion, rounded up, once for each refund', async () => {
    const orderId = await bought();
    const refund = shop.paypal.refund(orderId, '1.00');
    await Promise.all([shop.tellPaypal(refund), shop.tellPaypal(refund)]);
    expect(await moves()).toEqual([
      ['purchase', 101],
      ['refund', -11],
    ]);
    expect(await status()).toBe('partially_refunded');
  });

  test('takes no more than was granted', async () => {
    const orderId = await bought();
    for (const value of ['6.00', '6.00']) await shop.tellPaypal(shop.paypal.refund(orderId, value));
    expect([await shop.credits(buyer), await status()]).toEqual([0, 'refunded']);
  });

  test('because the bank wants it takes it as a reversal, whether PayPal has a refund of it or not', async () => {
    await shop.tellPaypal(shop.paypal.refund(await bought(), '9.97', { type: 'PAYMENT.CAPTURE.REVERSED' }));
    expect((await moves()).at(-1)).toEqual(['reversal', -101]);
    expect(await status()).toBe('disputed');
    await shop.tellPaypal(shop.paypal.reverse(await bought()));
    expect((await moves()).at(-1)).toEqual(['reversal', -101]);
    expect(await status()).toBe('disputed');
  });

  test('and comes back, since the refund failed, gives back what it took', async () => {
    for (const end of ['FAILED', 'CANCELLED'] as const) {
      const refund = shop.paypal.refund(await bought(), '5.00');
      const before = await shop.credits(buyer);
      await shop.tellPaypal(refund);
      expect(await shop.credits(buyer)).toBe(before - 51);
      const undone = shop.paypal.changeRefund(refund, end);
      await shop.tellPaypal(undone, undone, refund);
      expect([await shop.credits(buyer), await status()]).toEqual([before, 'completed']);
    }
  });

  test('is not what an event says, but what PayPal says', async () => {
    const refund = shop.paypal.refund(await bought(), '5.00');
    const { resource } = refund.payload as { resource: object };
    await shop.tellPaypal(
      shop.paypal.event(refund.type, { ...resource, amount: { value: '9.97', currency_code: 'USD' } }),
    );
    await shop.tellPaypal(shop.paypal.event(refund.type, { ...resource, status: 'FAILED' }));
    expect((await moves()).at(-1)).toEqual(['refund', -51]);
    await expect(shop.tellPaypal(shop.paypal.event(refund.type, { ...resource, id: 'NONE' }))).rejects.toThrow(
      new PermanentFailure('PayPal has no refund NONE for this account'),
    );
    const dollars = shop.paypal.refund(await bought(), '1.00', { currency: 'USD' });
    await expect(shop.tellPaypal(dollars)).rejects.toThrow(/is in EUR, not in USD/);
  });

  test('may be told before the grant', async () => {
    const orderId = await order();
    shop.paypal.approve(orderId);
    await shop.services.paypal?.captureOrder(orderId, 'by somebody else');
    await shop.tellPaypal(shop.paypal.refund(orderId, '9.97'));
    expect(await moves()).toEqual([]);
    await shop.tellPaypal(completed(orderId));
    expect(await moves()).toEqual([
      ['purchase', 101],
      ['refund', -101],
    ]);
  });
});

describe('a dispute', () => {
  const bought = async (): Promise<string> => {
    const orderId = await order();
    await shop.tellPaypal(shop.paypal.approve(orderId));
    return orderId;
  };

  test('that is begun or goes on does nothing, and nothing is taken before PayPal says how it ended', async () => {
    const { tell } = shop.paypal.dispute(await bought(), '9.97');
    await shop.tellPaypal(tell('CREATED'), tell('UPDATED'));
    await expect(shop.tellPaypal(tell('RESOLVED'))).rejects.toMatchObject({ code: 'CONFLICT' });
    expect([await moves(), await status()]).toEqual([[['purchase', 101]], 'completed']);
  });

  test.each(['RESOLVED_BUYER_FAVOUR', 'ACCEPTED'])(
    'that is lost (%s) takes back what it granted, once',
    async (outcome) => {
      const { resolve, dispute } = shop.paypal.dispute(await bought(), '9.97');
      const lost = resolve(outcome);
      await Promise.all([shop.tellPaypal(lost), shop.tellPaypal(lost)]);
      expect(await moves()).toEqual([
        ['purchase', 101],
        ['reversal', -101],
      ]);
      expect((await shop.ledger(buyer))[1]).toMatchObject({ idempotencyKey: `paypal:${dispute.dispute_id}` });
      expect(await status()).toBe('disputed');
    },
  );

  test.each(['RESOLVED_SELLER_FAVOUR', 'RESOLVED_WITH_PAYOUT', 'CANCELED_BY_BUYER', 'DENIED', 'NONE'])(
    'that is not lost (%s) takes nothing',
    async (outcome) => {
      await shop.tellPaypal(shop.paypal.dispute(await bought(), '9.97').resolve(outcome));
      expect([await moves(), await status()]).toEqual([[['purchase', 101]], 'completed']);
    },
  );

  test('takes what the buyer got, which PayPal tells again as a refund of the capture: both together take it once', async () => {
    for (const first of ['dispute', 'refund']) {
      const orderId = await bought();
      const before = await shop.credits(buyer);
      const told = [
        shop.paypal.dispute(orderId, '9.97').resolve('RESOLVED_BUYER_FAVOUR', '5.00'),
        shop.paypal.refund(orderId, '5.00', { type: 'PAYMENT.CAPTURE.REVERSED' }),
      ];
      await shop.tellPaypal(...(first === 'dispute' ? told : told.toReversed()));
      expect(await shop.credits(buyer)).toBe(before - 51);
    }
  });

  test('whose verdict an appeal turns round gives the credits back, whichever verdict is told first', async () => {
    const orderId = await bought();
    const { resolve } = shop.paypal.dispute(orderId, '9.97');
    const lost = resolve('RESOLVED_BUYER_FAVOUR');
    await shop.tellPaypal(lost);
    expect(await shop.credits(buyer)).toBe(0);
    const won = resolve('RESOLVED_SELLER_FAVOUR');
    await shop.tellPaypal(won, lost);
    expect([await shop.credits(buyer), await status()]).toEqual([101, 'completed']);
    await shop.tellPaypal(resolve('RESOLVED_BUYER_FAVOUR'), won);
    expect([await shop.credits(buyer), await status()]).toEqual([0, 'disputed']);
  });

  test('about several captures, or unknown to PayPal, is left to the operator', async () => {
    const { dispute, resolve } = shop.paypal.dispute(await bought(), '9.97');
    dispute.disputed_transactions.push({ seller_transaction_id: 'OTHER' });
    await expect(shop.tellPaypal(resolve('ACCEPTED'))).rejects.toThrow(/is about 2 captures, not about one/);
    await expect(
      shop.tellPaypal(shop.paypal.event('CUSTOMER.DISPUTE.RESOLVED', { dispute_id: 'PP-D-NONE' })),
    ).rejects.toThrow(new PermanentFailure('PayPal has no dispute PP-D-NONE for this account'));
    expect(await moves()).toEqual([['purchase', 101]]);
  });
});

describe('genuine but wrong money', () => {
  const wrong = { amount: { value: '9.96', currency_code: 'EUR' } };
  const dollars = { amount: { value: '9.97', currency_code: 'USD' } };
  const thief = { merchant_id: 'THIEF', email_address: 'thief@example.com' };

  /** Why an event was refused for ever, after which nothing must be granted. */
  const refusal = async (event: ProviderEvent): Promise<string> => {
    const error: unknown = await shop.tellPaypal(event).catch((thrown: unknown) => thrown);
    expect([await moves(), await status()]).toEqual([[], 'pending']);
    return error instanceof PermanentFailure ? error.message : `not refused: ${String(error)}`;
  };
  const captureCalls = () => shop.paypal.asked.filter(({ path }) => path.endsWith('/capture')).length;

  test.each([
    ['one cent less', wrong, /is of 997 cents, not of 996/],
    ['another currency', dollars, /is in EUR, not in USD/],
    ['another payment', { custom_id: 'someone-elses' }, /is not the checkout of payment/],
  ])('of %s is not even captured', async (_, changes, reason) => {
    const approved = shop.paypal.approve(await order(), changes);
    const before = captureCalls();
    expect(await refusal(approved)).toMatch(reason);
    expect(captureCalls()).toBe(before);
  });

  test.each([
    ['one cent less', wrong, /is of 997 cents, not of 996/],
    ['another currency', dollars, /is in EUR, not in USD/],
    ['another payee', { payee: thief }, /went to another payee: THIEF/],
    ['another capture', { id: 'CAPTURE-OF-NOBODY' }, /has no capture CAPTURE-OF-NOBODY/],
  ])('captured with %s is not granted', async (_, changes, reason) => {
    const orderId = await order();
    shop.paypal.approve(orderId);
    await shop.services.paypal?.captureOrder(orderId, 'by somebody else');
    expect(await refusal(completed(orderId, changes))).toMatch(reason);
  });

  test('collected otherwise than ordered is not granted through the call either', async () => {
    const orderId = await order();
    shop.paypal.approve(orderId, wrong);
    await expect(capture(orderId)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await moves()).toEqual([]);
  });

  test('to another payee than the account that is said to be ours is neither captured nor granted', async () => {
    const { paypal } = shop.services;
    if (!paypal) throw new Error('There is no PayPal');
    shop.services.paypal = { ...paypal, merchantId: 'MERCHANT1' };
    try {
      const approved = shop.paypal.approve(await order(), { payee: thief });
      const before = captureCalls();
      expect(await refusal(approved)).toMatch(/went to another payee: THIEF/);
      expect(captureCalls()).toBe(before);
      await shop.tellPaypal(shop.paypal.approve(await order()));
      expect(await moves()).toEqual([['purchase', 101]]);
    } finally {
      shop.services.paypal = paypal;
    }
  });

  test("of another account's order", async () => {
    await order();
    expect(await refusal(shop.paypal.event('CHECKOUT.ORDER.APPROVED', { id: 'FOREIGN' }))).toMatch(
      /PayPal has no order FOREIGN/,
    );
    expect(await refusal(shop.paypal.event('PAYMENT.CAPTURE.COMPLETED', { id: 'FOREIGN' }))).toMatch(
      /no order of capture FOREIGN/,
    );
  });

  test('for a plan that no longer exists, until it is sold again', async () => {
    const approved = shop.paypal.approve(await order());
    shop.services.plans = [];
    try {
      expect(await refusal(approved)).toMatch(/^Plan small of payment \d+ is no longer sold$/);
    } finally {
      shop.services.plans = [SMALL];
    }
    await shop.tellPaypal(approved);
    expect(await moves()).toEqual([['purchase', 101]]);
  });
});

test('what the buyer can do something about is said so', async () => {
  const orderId = await order();
  await expect(capture(orderId)).rejects.toMatchObject({ code: 'CONFLICT', message: /not approved yet/ });
  shop.paypal.setOutcome('INSTRUMENT_DECLINED');
  const approved = shop.paypal.approve(orderId);
  await expect(capture(orderId)).rejects.toMatchObject({ code: 'CONFLICT', message: /another way to pay/ });
  await shop.tellPaypal(approved);
  expect([await status(), await moves()]).toEqual(['pending', []]);
  shop.paypal.setOutcome('COMPLETED');
  await capture(orderId);
  expect(await moves()).toEqual([['purchase', 101]]);
});

test("somebody else's order answers as a missing one", async () => {
  const orderId = await order();
  shop.paypal.approve(orderId);
  const stranger = await shop.newBuyer();
  for (const id of [orderId, 'MISSING']) {
    await expect(capturePaypalOrder(shop.request(), stranger, id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'Order not found',
    });
  }
});

test('an access token that is taken back is fetched anew, once for all who wait', async () => {
  await order();
  const tokens = () => shop.paypal.asked.filter(({ path }) => path === '/v1/oauth2/token').length;
  const before = tokens();
  await order();
  expect(tokens()).toBe(before);
  shop.paypal.expireTokens();
  await order();
  expect(tokens()).toBe(before + 1);
});
