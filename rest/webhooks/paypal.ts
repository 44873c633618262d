import { createVerify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import {
  type Delivery,
  DeliveryRefused,
  EventName,
  mustBeRecent,
  parseEvent,
  readHeader,
  type Tolerance,
  type VerifyDelivery,
} from './delivery.ts';
import type { FindCertificate } from './paypal-certificates.ts';
import { withoutPersons } from './without-persons.ts';

/** What PayPal says about one delivery, in its headers. */
export type Transmission = {
  id: string;
  time: string;
  signature: string;
  algorithm: 'SHA256withRSA';
  certificateUrl: string;
};

/** Proves that PayPal sent it. Throws `DeliveryRefused`. */
export type ProveTransmission = (transmission: Transmission, delivery: Delivery) => Promise<void>;

/** PayPal delivers again for days, each time newly signed. */
const TOLERANCE: Tolerance = { oldestMs: 24 * 60 * 60_000, aheadMs: 5 * 60_000 };

/** https://developer.paypal.com/api/rest/webhooks/rest/ */
export function createPaypalVerifier({ clock, prove }: { clock: Clock; prove: ProveTransmission }): VerifyDelivery {
  return async (delivery) => {
    const transmission = readTransmission(delivery.headers);
    mustBeRecent(Date.parse(transmission.time), clock().getTime(), TOLERANCE);
    const event = Event.safeParse(parseEvent(delivery.text));
    if (!event.success) throw new DeliveryRefused('The body is no event of PayPal');
    await prove(transmission, delivery);
    const { id, event_type: type } = event.data;
    return { eventId: id, type, subject: null, payload: withoutPersons(event.data) };
  };
}

function readTransmission(headers: Headers): Transmission {
  readHeader(headers, 'paypal-auth-algo', /^SHA256withRSA$/);
  return {
    id: readHeader(headers, 'paypal-transmission-id', /^[\w-]{1,255}$/),
    time: readHeader(
      headers,
      'paypal-transmission-time',
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/,
    ),
    signature: readHeader(headers, 'paypal-transmission-sig', /^[\w+/]+=*$/),
    algorithm: 'SHA256withRSA',
    certificateUrl: readHeader(headers, 'paypal-cert-url', /^[\x21-\x2b\x2d-\x7e]{1,1024}$/),
  };
}

/** PayPal signs `id|time|webhook id|crc32 of the body`, and names the certificate whose key it signs with. */
export const proveByCertificate =
  (webhookId: string, findCertificate: FindCertificate): ProveTransmission =>
  async ({ id, time, signature, certificateUrl }, { bytes }) => {
    const { publicKey } = await findCertificate(certificateUrl);
    if (publicKey.asymmetricKeyType !== 'rsa') throw new DeliveryRefused("The certificate's key is not of RSA");
    const signed = `${id}|${time}|${webhookId}|${crc32(bytes)}`;
    if (!createVerify('RSA-SHA256').update(signed).verify(publicKey, signature, 'base64')) {
      throw new DeliveryRefused('The signature does not fit');
    }
  };

const Event = z.looseObject({ id: EventName, event_type: EventName });
