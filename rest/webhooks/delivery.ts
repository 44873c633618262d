import { z } from 'zod';
import type { ReceivedEvent } from '../../src/domain/webhook/store-event.ts';

/** One delivery of a provider, nothing of which is believed yet. */
export type Delivery = {
  headers: Headers;
  /** The body as it came: what is signed. */
  bytes: Uint8Array;
  /** The same as text, without a loss: encoding it gives the same bytes. */
  text: string;
};

/** Proves that the provider sent it and says what is kept of it. Throws `DeliveryRefused`. */
export type VerifyDelivery = (delivery: Delivery) => Verified | Promise<Verified>;
export type Verified = Omit<ReceivedEvent, 'provider'>;

/**
 * Not proven to be the provider's. The reason is for the log and repeats nothing of what was sent; it has no cause,
 * since libraries put what they were given into their errors.
 */
export class DeliveryRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DeliveryRefused';
  }
}

/** A header that must be there once: a second one would arrive joined by a comma. Throws `DeliveryRefused`. */
export function readHeader(headers: Headers, name: string, form: RegExp): string {
  const value = headers.get(name);
  if (value === null) throw new DeliveryRefused(`${name} is missing`);
  if (!form.test(value)) throw new DeliveryRefused(`${name} is malformed, or there are several`);
  return value;
}

/** A time that is neither too old nor too far ahead. Throws `DeliveryRefused`. */
export function mustBeRecent(sentMs: number, nowMs: number, { oldestMs, aheadMs }: Tolerance): void {
  const ageMs = nowMs - sentMs;
  if (!(ageMs <= oldestMs && -ageMs <= aheadMs)) throw new DeliveryRefused(`It was sent ${ageMs / 1000} s ago`);
}

/** Allowed for both, that of a slow network and that of clocks that disagree. */
export type Tolerance = { oldestMs: number; aheadMs: number };
export const FIVE_MINUTES: Tolerance = { oldestMs: 300_000, aheadMs: 300_000 };

/** The id or the type of an event. */
export const EventName = z.string().regex(/^[\x20-\x7e]{1,255}$/);

/** The event in a body whose signature is proven. Throws `DeliveryRefused` where it is none. */
export function parseEvent(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DeliveryRefused('The body is no JSON');
  }
}
