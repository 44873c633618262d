import { z } from 'zod';
import { DeliveryRefused } from './delivery.ts';
import type { ProveTransmission } from './paypal.ts';

/** Sends JSON, as it is, to a path of PayPal's API with our credentials, and answers with the JSON that comes back. */
export type PostToPaypal = (path: string, json: string) => Promise<unknown>;

/**
 * PayPal itself says whether it sent the event (https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post).
 * The body is embedded as it came: written anew it would not be what was signed.
 */
export const proveByPostback =
  (webhookId: string, post: PostToPaypal): ProveTransmission =>
  async ({ id, time, signature, algorithm, certificateUrl }, { text }) => {
    const about = JSON.stringify({
      auth_algo: algorithm,
      cert_url: certificateUrl,
      transmission_id: id,
      transmission_sig: signature,
      transmission_time: time,
      webhook_id: webhookId,
    });
    const answer = await post(
      '/v1/notifications/verify-webhook-signature',
      `${about.slice(0, -1)},"webhook_event":${text}}`,
    );
    if (!Verdict.safeParse(answer).success) throw new DeliveryRefused('PayPal says that it did not send it');
  };

const Verdict = z.object({ verification_status: z.literal('SUCCESS') });
