import type { VerifyDelivery, Verified } from '../../../rest/webhooks/delivery.ts';
import { DeliveryRefused } from '../../../rest/webhooks/delivery.ts';
import type { Sent } from './senders.ts';

/** Hands a delivery to a verifier as `receive` does; answers with the event, or why it was refused. */
export async function deliver(verify: VerifyDelivery, { headers, body }: Sent): Promise<Verified | string> {
  const bytes = Buffer.from(body);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  try {
    return await verify({ headers: new Headers(headers), bytes, text });
  } catch (error) {
    if (error instanceof DeliveryRefused) return error.message;
    throw error;
  }
}
