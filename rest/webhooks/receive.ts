import { AppError } from '../../src/errors.ts';
import type { Services } from '../../src/domain/services.ts';
import { storeEvent } from '../../src/domain/webhook/store-event.ts';
import type { Provider } from '../../src/domain/webhook/webhook-event.entity.ts';
import type { Logger } from '../../src/log.ts';
import { failure, json } from '../answers.ts';
import { readBytes } from '../read-body.ts';
import { type Delivery, DeliveryRefused, type VerifyDelivery } from './delivery.ts';

export type Webhooks = Readonly<Record<Provider, (request: Request) => Promise<Response>>>;

/** Null where the provider is not configured. */
export type Verifiers = Readonly<Record<Provider, VerifyDelivery | null>>;

export type WebhookOptions = {
  verifiers: Verifiers;
  services: () => Pick<Services, 'em' | 'clock' | 'queue'>;
  /** Turns of the sender under way, of which each delivery that is refused takes one. */
  refused: { mustHaveOne(): void; count(): void };
  log: Pick<Logger, 'info' | 'warn'>;
};

const NAMES: Readonly<Record<Provider, string>> = { clerk: 'Clerk', stripe: 'Stripe', paypal: 'PayPal' };
const LARGEST_BODY_BYTES = 2 ** 20;

/**
 * What all three have in common: the bytes are verified, the event is stored once, the answer is given, and a job
 * applies it. Why a delivery was refused goes to the log, never to the sender.
 */
export function createWebhooks({ verifiers, services, refused, log }: WebhookOptions): Webhooks {
  const receiveFrom = (provider: Provider) => async (request: Request) => {
    const verify = verifiers[provider];
    if (!verify) throw new AppError('UNAVAILABLE', `${NAMES[provider]} is not configured`);
    // To verify may mean to ask the provider: nobody may have that done without end.
    refused.mustHaveOne();
    try {
      const event = await verify(await readDelivery(request));
      const isNew = await storeEvent(services(), { provider, ...event });
      log.info({ provider, event: event.eventId, type: event.type, isNew }, 'webhook received');
      return json({ received: true });
    } catch (error) {
      if (!(error instanceof DeliveryRefused)) throw error;
      refused.count();
      log.warn({ provider, reason: error.message }, 'webhook refused');
      return failure(400, 'Invalid signature');
    }
  };
  return { clerk: receiveFrom('clerk'), stripe: receiveFrom('stripe'), paypal: receiveFrom('paypal') };
}

/** Keeps a byte order mark, which the signature covers and JSON forbids (RFC 8259 §8.1). */
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function readDelivery(request: Request): Promise<Delivery> {
  const bytes = await readBytes(request, LARGEST_BODY_BYTES);
  try {
    return { headers: request.headers, bytes, text: strictUtf8.decode(bytes) };
  } catch {
    throw new DeliveryRefused('The body is no UTF-8');
  }
}
