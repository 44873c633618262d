import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClerkVerifier } from '../../../rest/webhooks/clerk.ts';
import { deliver } from '../../support/webhooks/deliver.ts';
import { CLERK_SECRET, sendAsClerk, type Sent } from '../../support/webhooks/senders.ts';

const OLD_SECRET = 'whsec_b2xkIHNlY3JldCBvZiBjbGVyaw==';
const NOW = Date.parse('2026-03-01T12:00:00Z');
const at = (seconds: number): Date => new Date(NOW + seconds * 1000);
const verify = createClerkVerifier({ secrets: [CLERK_SECRET, OLD_SECRET], clock: () => new Date() });

// Svix has no clock but the system's.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => void vi.useRealTimers());

const ADA = {
  data: {
    id: 'user_ada',
    primary_email_address_id: 'idn_2',
    email_addresses: [
      { id: 'idn_1', email_address: 'old@example.com' },
      { id: 'idn_2', email_address: 'ada@example.com' },
    ],
    first_name: 'Ada',
    last_name: null,
    updated_at: 1_772_366_400_000,
    private_metadata: { note: 'canary-of-clerk' },
  },
  object: 'event',
  type: 'user.created',
  timestamp: NOW,
  instance_id: 'ins_1',
};

test('what is kept of a user is who they are, and nothing else of what Clerk tells', async () => {
  expect(await deliver(verify, sendAsClerk('msg_1', ADA))).toEqual({
    eventId: 'msg_1',
    type: 'user.created',
    subject: 'user_ada',
    payload: {
      user: {
        clerkUserId: 'user_ada',
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: null,
        updatedAtMs: 1_772_366_400_000,
      },
    },
  });
});

test('a deletion that does not say whose, and an event about nobody, name no user', async () => {
  const nobody = { subject: null, payload: { user: null } };
  const deleted = { data: { object: 'user', deleted: true }, object: 'event', type: 'user.deleted' };
  expect(await deliver(verify, sendAsClerk('msg_1', deleted))).toMatchObject(nobody);
  const session = { data: { id: 'sess_1', user_id: 'user_ada' }, object: 'event', type: 'session.created' };
  expect(await deliver(verify, sendAsClerk('msg_2', session))).toMatchObject(nobody);
});

test('a name can be anything: none makes the database refuse it', async () => {
  const named = { ...ADA, data: { ...ADA.data, first_name: `A\0da \ud800${'a'.repeat(300)}`, last_name: 7 } };
  const event = await deliver(verify, sendAsClerk('msg_1', named));
  expect(event).toMatchObject({ payload: { user: { firstName: expect.stringMatching(/^Ada \ufffda{250}$/) } } });
});

describe('a delivery is taken', () => {
  test.each([-299, -300, 300, 299])('%i s away from now', async (seconds) => {
    expect(await deliver(verify, sendAsClerk('msg_1', ADA, { at: at(seconds) }))).toMatchObject({ eventId: 'msg_1' });
  });

  test('with the old secret while it is rotated, and with a right signature among others', async () => {
    const old = sendAsClerk('msg_1', ADA, { secret: OLD_SECRET });
    expect(await deliver(verify, old)).toMatchObject({ eventId: 'msg_1' });
    const several = `v1,bm90IHRoaXMgb25l v1a,bm9yIHRoaXM= ${old.headers['svix-signature']}`;
    expect(await deliver(verify, { ...old, headers: { ...old.headers, 'svix-signature': several } })).toMatchObject({
      eventId: 'msg_1',
    });
  });
});

describe('a delivery is refused', () => {
  test.each([-301, 301, -86_400, 86_400])('%i s away from now', async (seconds) => {
    const refused = await deliver(verify, sendAsClerk('msg_1', ADA, { at: at(seconds) }));
    expect(refused).toBe(`It was sent ${-seconds} s ago`);
  });

  const genuine = (): Sent => sendAsClerk('msg_1', ADA);
  const withHeaders = (changes: Record<string, string>): Sent => ({
    ...genuine(),
    headers: { ...genuine().headers, ...changes },
  });

  test.each(['svix-id', 'svix-timestamp', 'svix-signature'])('without %s, and with two of them', async (name) => {
    const { [name]: value = '', ...others } = genuine().headers;
    expect(await deliver(verify, { ...genuine(), headers: others })).toBe(`${name} is missing`);
    // What two headers of one name arrive as.
    const twice = withHeaders({ [name]: `${value}, ${value}` });
    expect(await deliver(verify, twice)).toBe(`${name} is malformed, or there are several`);
  });

  test.each<[string, () => Sent]>([
    ['the signature of another secret', () => sendAsClerk('msg_1', ADA, { secret: 'whsec_c29tZWJvZHkgZWxzZQ==' })],
    ['another id', () => withHeaders({ 'svix-id': 'msg_2' })],
    ['another time', () => withHeaders({ 'svix-timestamp': String(NOW / 1000 - 1) })],
    ['a body written anew', () => ({ ...genuine(), body: JSON.stringify(ADA, null, 2) })],
    ['a byte order mark before it', () => ({ ...genuine(), body: `\ufeff${JSON.stringify(ADA)}` })],
    ['no body', () => ({ ...genuine(), body: '' })],
    [
      'a version that Svix does not use',
      () => withHeaders({ 'svix-signature': `v0,${genuine().headers['svix-signature']?.slice(3)}` }),
    ],
  ])('with %s', async (_, sent) => {
    expect(await deliver(verify, sent())).toBe('No secret fits the signature');
  });

  test.each([
    ['\ufeff{}', 'The body is no JSON'],
    ['no json', 'The body is no JSON'],
    ['[]', 'The body is no event of Clerk'],
    ['{"data":{}}', 'The body is no event of Clerk'],
  ])('where what is signed is no event: %j', async (body, reason) => {
    expect(await deliver(verify, sendAsClerk('msg_1', body))).toBe(reason);
  });
});
