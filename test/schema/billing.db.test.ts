import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGraphqlCaller, executions } from '../support/graphql-caller.ts';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const CHECK_OUT = `mutation ($input: StartStripeCheckoutInput!) {
  startStripeCheckout(input: $input) { checkoutUrl sessionId }
}`;
const ORDER = 'mutation { createPaypalOrder(planId: "small") { orderId approveUrl } }';
const CAPTURE = 'mutation ($id: String!) { capturePaypalOrder(orderId: $id) { orderId status credits } }';

describe.each(executions)('billing, %s', (execution) => {
  const graphqlOf = (services = shop.services) => createGraphqlCaller(shop.database, services, execution);
  const buyer = async () => ({ principal: await shop.newBuyer() });

  test('plans say through whom they can be paid', async () => {
    const source = '{ plans { id priceCents providers } }';
    const plan = { id: 'small', priceCents: 997 };
    expect((await graphqlOf().call({}, source)).data).toEqual({
      plans: [{ ...plan, providers: ['STRIPE', 'PAYPAL'] }],
    });
    const onlyPaypal = graphqlOf({ ...shop.services, stripe: null });
    expect((await onlyPaypal.call({}, source)).data).toEqual({ plans: [{ ...plan, providers: ['PAYPAL'] }] });
  });

  test('a plan is bought through either provider, and both payments are listed', async () => {
    const graphql = graphqlOf();
    const who = await buyer();
    const { data: checkout } = await graphql.call<{ startStripeCheckout: { sessionId: string } }>(who, CHECK_OUT, {
      input: { planId: 'small' },
    });
    await shop.tellStripe(shop.stripe.pay(checkout.startStripeCheckout.sessionId));
    const { data: order } = await graphql.call<{ createPaypalOrder: { orderId: string } }>(who, ORDER);
    const { orderId: id } = order.createPaypalOrder;
    shop.paypal.approve(id);
    expect((await graphql.call(who, CAPTURE, { id })).data).toEqual({
      capturePaypalOrder: { orderId: id, status: 'COMPLETED', credits: 101 },
    });
    const source = '{ payments(first: 1) { totalCount nodes { provider status credits } } balance { credits } }';
    expect((await graphql.call(who, source)).data).toEqual({
      payments: { totalCount: 2, nodes: [{ provider: 'PAYPAL', status: 'COMPLETED', credits: 101 }] },
      balance: { credits: 202 },
    });
    expect(graphql.log).toEqual([]);
  });

  test('what cannot be bought is refused with its code', async () => {
    const who = await buyer();
    const input = { planId: 'small', successUrl: 'javascript:alert(1)' };
    const codeOf = async (call: Promise<{ errors: readonly { message: string; extensions?: object }[] }>) =>
      (await call).errors.map(({ message, extensions }) => [message, extensions]);
    expect(await codeOf(graphqlOf().call(who, CHECK_OUT, { input }))).toEqual([
      ['successUrl: must be an http or https URL', { code: 'BAD_USER_INPUT' }],
    ]);
    expect(await codeOf(graphqlOf().call(who, CHECK_OUT, { input: { planId: 'huge' } }))).toEqual([
      ['Plan not found', { code: 'NOT_FOUND' }],
    ]);
    expect(await codeOf(graphqlOf().call(who, CAPTURE, { id: 'X' }))).toEqual([
      ['Order not found', { code: 'NOT_FOUND' }],
    ]);
    const closed = graphqlOf({ ...shop.services, paypal: null });
    expect(await codeOf(closed.call(who, ORDER))).toEqual([['PayPal is not configured', { code: 'INTERNAL' }]]);
    const graphql = graphqlOf();
    shop.stripe.breakDown(2);
    expect(await codeOf(graphql.call(who, CHECK_OUT, { input: { planId: 'small' } }))).toEqual([
      ['Stripe cannot be reached; try again later', { code: 'INTERNAL' }],
    ]);
    // Why, is for the log.
    expect(graphql.log).toMatchObject([
      { cause: { message: expect.stringMatching(/^Stripe did not do as asked: .*500/) } },
    ]);
  });
});
