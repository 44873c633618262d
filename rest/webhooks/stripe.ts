import Stripe from 'stripe';
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import { DeliveryRefused, EventName, FIVE_MINUTES, mustBeRecent, readHeader, type VerifyDelivery } from './delivery.ts';
import { withoutPersons } from './without-persons.ts';

/**
 * Stripe signs `timestamp.body` (https://docs.stripe.com/webhooks/signature). `secrets` are the endpoint's, `whsec_…`;
 * during a rotation there are two.
 */
export function createStripeVerifier({ secrets, clock }: { secrets: readonly string[]; clock: Clock }): VerifyDelivery {
  return ({ headers, text }) => {
    const signature = readHeader(headers, 'stripe-signature', /^t=\d{1,12}(?:,v\d+=[\da-f]+)+$/);
    const nowMs = clock().getTime();
    // Stripe's own check lets pass whatever is dated ahead, however far.
    mustBeRecent(Number(/^t=(\d+)/.exec(signature)?.[1]) * 1000, nowMs, FIVE_MINUTES);
    const event = Event.safeParse(readSigned(secrets, text, signature, nowMs));
    if (!event.success) throw new DeliveryRefused('The body is no event of Stripe');
    const { id, type } = event.data;
    return { eventId: id, type, subject: null, payload: withoutPersons(event.data) };
  };
}

function readSigned(secrets: readonly string[], text: string, signature: string, nowMs: number): unknown {
  for (const secret of secrets) {
    try {
      return Stripe.webhooks.constructEvent(text, signature, secret, TOLERANCE_SECONDS, undefined, nowMs);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw notASnapshot(error);
    }
  }
  throw new DeliveryRefused('No secret fits the signature');
}

const TOLERANCE_SECONDS = FIVE_MINUTES.oldestMs / 1000;

/** The signature is Stripe's, and what it signs is a thin event, or no JSON. */
const notASnapshot = (error: unknown): DeliveryRefused =>
  new DeliveryRefused(
    error instanceof SyntaxError
      ? 'The body is no JSON'
      : 'It is a thin event: have the endpoint at Stripe send snapshot events',
  );

const Event = z.looseObject({ id: EventName, type: EventName });
