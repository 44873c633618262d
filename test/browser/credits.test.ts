import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPaypal } from '../support/paypal-stand-in.ts';
import { startStripe } from '../support/stripe-stand-in.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { drop, fromDisk, openBrowser, picture, sample, signIn, visit } from './browser.ts';

let app: TestApp;
let browser: Browser;
let stripe: Awaited<ReturnType<typeof startStripe>>;
let paypal: Awaited<ReturnType<typeof startPaypal>>;
beforeAll(async () => {
  [stripe, paypal, browser] = await Promise.all([startStripe(), startPaypal(), openBrowser()]);
  app = await startTestApp({
    SIGNUP_CREDITS: '1',
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_API_BASE: stripe.url,
    PAYPAL_CLIENT_ID: paypal.app.clientId,
    PAYPAL_CLIENT_SECRET: paypal.app.clientSecret,
    PAYPAL_API_BASE: paypal.url,
    PAYPAL_WEBHOOK_ID: '8PT597110X687430LKGECATA',
  });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await Promise.all([stripe.close(), paypal.close()]);
});

test('whoever has too few credits is told so, buys a pack, and goes on with the same upload', async () => {
  const { page, close } = await visit(browser, app.url);
  await signIn(page);
  await drop(page, fromDisk(sample('two-accounts.pdf')));
  const card = page.getByRole('region', { name: 'Uploads' }).getByRole('listitem');
  await card.getByText(/needs more credits than you have \(1 credit left\)/).waitFor();
  await picture(page, 'too-few-credits');
  await card.getByRole('link', { name: 'Buy credits' }).click();

  // Stripe's own page is not ours to test; the buyer pays there and comes back.
  await page.context().route('https://checkout.stripe.com/**', (route) => route.fulfill({ body: 'Pay here' }));
  await page.getByRole('button', { name: 'Buy Starter with Card' }).click();
  await page.waitForURL('https://checkout.stripe.com/**');
  await app.signIn('you@example.com', 100);
  await page.goto(new URL('/?paid=stripe#/credits', app.url).href);
  await page
    .getByText(/Your credits come as soon as Stripe tells/)
    .first()
    .waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('cell', { name: '+100', exact: true }).waitFor();
  await picture(page, 'credits');

  // The page was left, the upload was not: it lies there, paid for by nobody.
  await page.getByRole('link', { name: 'Statements', exact: true }).click();
  await page.getByRole('button', { name: 'Process two-accounts.pdf' }).click();
  await page.getByText('Reconciled').waitFor();
  expect(await page.getByRole('link', { name: '99 credits, buy more' }).count()).toBe(1);
  await close();
});

test('an order that was approved at PayPal is collected on the way back', async () => {
  const { page, close } = await visit(browser, app.url);
  await signIn(page);
  await page.getByRole('link', { name: 'Credits', exact: true }).click();
  await page.context().route('https://www.sandbox.paypal.com/**', (route) => route.fulfill({ body: 'Approve here' }));
  await page.getByRole('button', { name: 'Buy Starter with PayPal' }).click();
  await page.waitForURL('https://www.sandbox.paypal.com/**');
  const orderId = new URL(page.url()).searchParams.get('token') ?? '';
  paypal.approve(orderId);
  await page.goto(new URL(`/?token=${orderId}&PayerID=BUYER`, app.url).href);
  await page.getByText('Thank you. 100 credits were added.').first().waitFor();
  await page.getByRole('cell', { name: '+100', exact: true }).first().waitFor();
  // A reload does not come back from PayPal a second time.
  expect(new URL(page.url()).search).toBe('');
  await close();
});
