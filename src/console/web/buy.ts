import { refreshAccount } from './account.ts';
import type { PaymentProvider, Plan } from './answers.ts';
import { count } from './format.ts';
import { ask, messageOf } from './graphql.ts';
import { notify } from './notice.ts';
import { PAYPAL_CAPTURE, PAYPAL_ORDER, STRIPE_CHECKOUT } from './operations.ts';

export const PROVIDERS: Readonly<Record<PaymentProvider, string>> = { STRIPE: 'Card', PAYPAL: 'PayPal' };

/** Leaves for the provider's page. Throws `RequestFailed`. */
export async function buy({ id: planId }: Plan, provider: PaymentProvider): Promise<void> {
  const here = `${location.origin}${location.pathname}`;
  if (provider === 'PAYPAL') {
    const { createPaypalOrder } = await ask(PAYPAL_ORDER, { planId });
    location.assign(createPaypalOrder.approveUrl);
    return;
  }
  const urls = { successUrl: `${here}?paid=stripe#/credits`, cancelUrl: `${here}#/credits` };
  const { startStripeCheckout } = await ask(STRIPE_CHECKOUT, { planId, ...urls });
  location.assign(startStripeCheckout.checkoutUrl);
}

/**
 * Whoever comes back from a provider: an order that was approved at PayPal is collected, and after Stripe's page the
 * credits are on their way. The address is cleaned, so that a reload does not come back again.
 */
export async function welcomeBack(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const orderId = query.get('token');
  const paypal = orderId !== null && query.has('PayerID');
  if (!paypal && query.get('paid') === null) return;
  history.replaceState(null, '', `${location.pathname}#/credits`);
  dispatchEvent(new HashChangeEvent('hashchange'));
  try {
    if (paypal) {
      const { capturePaypalOrder } = await ask(PAYPAL_CAPTURE, { orderId });
      const { status, credits } = capturePaypalOrder;
      notify(
        status === 'COMPLETED'
          ? `Thank you. ${count(credits, 'credit')} were added.`
          : 'PayPal is still working on your payment. Your credits come as soon as it is done.',
        { good: true },
      );
    } else {
      notify('Thank you. Your credits come as soon as Stripe tells of the payment, in a few seconds.', { good: true });
    }
    await refreshAccount();
  } catch (error) {
    notify(messageOf(error));
  }
}
