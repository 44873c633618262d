import { Webhook } from 'svix';
import { z } from 'zod';
import type { ClerkUser } from '../../src/domain/user/clerk-user.ts';
import type { Clock } from '../../src/clock.ts';
import {
  DeliveryRefused,
  EventName,
  FIVE_MINUTES,
  mustBeRecent,
  parseEvent,
  readHeader,
  type VerifyDelivery,
} from './delivery.ts';

/**
 * Clerk sends through Svix, which signs `id.timestamp.body` (https://docs.svix.com/receiving/verifying-payloads/how-manual).
 * `secrets` are the endpoint's, `whsec_…`; during a rotation there are two.
 */
export function createClerkVerifier({ secrets, clock }: { secrets: readonly string[]; clock: Clock }): VerifyDelivery {
  const webhooks = secrets.map((secret) => new Webhook(secret));
  return ({ headers, text }) => {
    const signed = {
      'svix-id': readHeader(headers, 'svix-id', /^[\x21-\x2b\x2d-\x7e]{1,255}$/),
      'svix-timestamp': readHeader(headers, 'svix-timestamp', /^\d{1,12}$/),
      'svix-signature': readHeader(headers, 'svix-signature', /^v\w+,[\w+/=]+(?: v\w+,[\w+/=]+)*$/),
    };
    mustBeRecent(Number(signed['svix-timestamp']) * 1000, clock().getTime(), FIVE_MINUTES);
    mustBeSigned(webhooks, text, signed);
    const event = Event.safeParse(parseEvent(text));
    if (!event.success) throw new DeliveryRefused('The body is no event of Clerk');
    const user = event.data.type.startsWith('user.') ? readUser(event.data.data) : null;
    // Clerk tells far more of a user than is of use here: only this is kept.
    return {
      eventId: signed['svix-id'],
      type: event.data.type,
      subject: user?.clerkUserId ?? null,
      payload: { user },
    };
  };
}

function mustBeSigned(webhooks: readonly Webhook[], text: string, headers: Record<string, string>): void {
  if (!webhooks.some((webhook) => isSigned(webhook, text, headers))) {
    throw new DeliveryRefused('No secret fits the signature');
  }
}

/** `verify` answers with nothing, and throws where it does not fit. */
function isSigned(webhook: Webhook, text: string, headers: Record<string, string>): boolean {
  try {
    webhook.verify(text, headers);
    return true;
  } catch {
    return false;
  }
}

const Event = z.object({ type: EventName, data: z.unknown() });

const name = z.string().nullable().catch(null);

/** A user as Clerk describes them, of whom only the id must be told (https://clerk.com/docs/reference/types/user-json). */
const User = z.object({
  id: EventName,
  primary_email_address_id: z.string().nullable().catch(null),
  email_addresses: z.array(z.object({ id: z.string(), email_address: z.string().max(320) })).catch([]),
  first_name: name,
  last_name: name,
  updated_at: z.int().positive().nullable().catch(null),
});

function readUser(data: unknown): ClerkUser | null {
  const user = User.safeParse(data);
  if (!user.success) return null;
  const {
    id,
    primary_email_address_id: primary,
    email_addresses: emails,
    first_name,
    last_name,
    updated_at,
  } = user.data;
  return {
    clerkUserId: id,
    email: emails.find((email) => email.id === primary)?.email_address ?? null,
    firstName: storable(first_name),
    lastName: storable(last_name),
    updatedAtMs: updated_at,
  };
}

/** PostgreSQL takes no text with U+0000 in it, and no longer name than it has room for. */
const storable = (text: string | null): string | null =>
  text?.replaceAll('\0', '').slice(0, 255).toWellFormed() ?? null;
