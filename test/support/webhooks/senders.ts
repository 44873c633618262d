import { createSign } from 'node:crypto';
import { crc32 } from 'node:zlib';
import Stripe from 'stripe';
import { Webhook } from 'svix';

/** A delivery as its provider would make it. */
export type Sent = { headers: Record<string, string>; body: string | Uint8Array };

const textOf = (body: Sent['body']): string => (typeof body === 'string' ? body : Buffer.from(body).toString());

export const CLERK_SECRET = 'whsec_bmV3IHNlY3JldCBvZiBjbGVyaw==';
export const STRIPE_SECRET = 'whsec_newSecretOfStripe';

/** As Clerk (by Svix) sends an event with this message id. */
export function sendAsClerk(
  id: string,
  event: object | Sent['body'],
  { at = new Date(), secret = CLERK_SECRET }: { at?: Date; secret?: string } = {},
): Sent {
  const body = typeof event === 'string' || event instanceof Uint8Array ? event : JSON.stringify(event);
  const signature = new Webhook(secret).sign(id, at, textOf(body));
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { headers: { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature }, body };
}

/** As Stripe sends an event. */
export function sendAsStripe(
  event: object | Sent['body'],
  { at = new Date(), secret = STRIPE_SECRET }: { at?: Date; secret?: string } = {},
): Sent {
  const body = typeof event === 'string' || event instanceof Uint8Array ? event : JSON.stringify(event);
  const timestamp = Math.floor(at.getTime() / 1000);
  const payload = textOf(body);
  const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return { headers: { 'stripe-signature': header }, body };
}

export const PAYPAL_WEBHOOK_ID = '8PT597110X687430LKGECATA';
export const PAYPAL_CERTIFICATE_URL = 'https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594';

/** As PayPal sends an event, signed with the private key (PEM) of a certificate. */
export function sendAsPaypal(
  event: object | Sent['body'],
  options: { privateKey: string; at?: Date; url?: string; webhookId?: string; transmissionId?: string },
): Sent {
  const { privateKey, at = new Date(), url = PAYPAL_CERTIFICATE_URL, webhookId = PAYPAL_WEBHOOK_ID } = options;
  const { transmissionId = '69cd13f0-d67a-11e5-baa3-778b53f4ae55' } = options;
  const body = typeof event === 'string' || event instanceof Uint8Array ? event : JSON.stringify(event);
  const time = at.toISOString().replace(/\.\d+/, '');
  const signed = `${transmissionId}|${time}|${webhookId}|${crc32(body)}`;
  return {
    headers: {
      'paypal-auth-algo': 'SHA256withRSA',
      'paypal-cert-url': url,
      'paypal-transmission-id': transmissionId,
      'paypal-transmission-sig': createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64'),
      'paypal-transmission-time': time,
    },
    body,
  };
}
