import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signRequest, verifyRequest } from '../../src/storage/signed-url.ts';
import type { SignedRequest } from '../../src/storage/signed-url.ts';

const now = new Date('2026-03-01T12:00:00Z');
const secret = Buffer.from('a secret of the test');

const key = fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9=]{1,8}){0,3}\.pdf$/);
const anyRequest: fc.Arbitrary<SignedRequest> = fc.record({
  method: fc.constantFrom('GET', 'PUT'),
  key,
  expiresAt: fc.integer({ min: 1, max: 86_400 }).map((seconds) => new Date(now.getTime() + seconds * 1000)),
  contentType: fc.constantFrom('application/pdf', 'text/csv', 'text/csv; charset=utf-8', 'application/json'),
  sizeBytes: fc.option(fc.nat()),
  filename: fc.option(fc.string({ unit: 'grapheme' })),
});
/** As it arrives: through the text of a URL and back. */
const sent = (query: URLSearchParams): URLSearchParams => new URLSearchParams(String(query));

describe('a signed request', () => {
  test('is read back exactly as it was signed', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { method } = request;
        const asked = { method, key: request.key, query: sent(signRequest(secret, request)) };
        expect(verifyRequest([secret], asked, now)).toEqual({ ok: true, request });
      }),
    );
  });

  test('keeps a file name with half a character in it', () => {
    const request = {
      method: 'GET',
      key: 'a',
      expiresAt: now,
      contentType: 'a/b',
      sizeBytes: null,
      filename: '\ud800',
    };
    const asked = { method: 'GET', key: 'a', query: sent(signRequest(secret, request)) };
    expect(verifyRequest([secret], asked, new Date(0))).toMatchObject({ ok: true, request: { filename: '\ufffd' } });
  });

  test('is refused once any part of it was changed, added, doubled or taken away', () => {
    const name = fc.constantFrom('expires', 'type', 'size', 'filename', 'signature');
    const tampering = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), name, value: fc.string() }),
      fc.record({ kind: fc.constant('append' as const), name: fc.oneof(name, fc.string()), value: fc.string() }),
      fc.record({ kind: fc.constant('delete' as const), name, value: fc.constant('') }),
    );
    fc.assert(
      fc.property(anyRequest, tampering, (request, { kind, name, value }) => {
        const query = signRequest(secret, request);
        const signed = String(query);
        query[kind](name, value);
        fc.pre(String(query) !== signed);
        const asked = { method: request.method, key: request.key, query: sent(query) };
        expect(verifyRequest([secret], asked, now)).toEqual({ ok: false, reason: 'invalid' });
      }),
    );
  });

  test('is refused once any one character of its query was changed', () => {
    fc.assert(
      fc.property(anyRequest, fc.nat(), fc.constantFrom(...'0Aa-_=&%+.'), (request, at, character) => {
        const before = String(signRequest(secret, request));
        const index = at % before.length;
        const after = before.slice(0, index) + character + before.slice(index + 1);
        // `+` and `%20` are one and the same: only another meaning is a change.
        fc.pre(JSON.stringify([...new URLSearchParams(after)]) !== JSON.stringify([...new URLSearchParams(before)]));
        const asked = { method: request.method, key: request.key, query: new URLSearchParams(after) };
        expect(verifyRequest([secret], asked, now)).toEqual({ ok: false, reason: 'invalid' });
      }),
    );
  });

  test('is refused with another method, another key and another secret', () => {
    fc.assert(
      fc.property(anyRequest, key, fc.uint8Array({ minLength: 1 }), (request, otherKey, otherSecret) => {
        fc.pre(otherKey !== request.key);
        const query = signRequest(secret, request);
        const asked = { method: request.method, key: request.key, query };
        const refused = { ok: false, reason: 'invalid' };
        for (const method of ['GET', 'PUT', 'POST', 'DELETE'].filter((method) => method !== request.method)) {
          expect(verifyRequest([secret], { ...asked, method }, now)).toEqual(refused);
        }
        expect(verifyRequest([secret], { ...asked, key: otherKey }, now)).toEqual(refused);
        expect(verifyRequest([Buffer.from(otherSecret)], asked, now)).toEqual(refused);
      }),
    );
  });

  test('ends with the second that it names', () => {
    fc.assert(
      fc.property(anyRequest, fc.integer({ min: -5000, max: 5000 }), (request, offsetMs) => {
        const asked = { method: request.method, key: request.key, query: signRequest(secret, request) };
        const verified = verifyRequest([secret], asked, new Date(request.expiresAt.getTime() + offsetMs));
        expect(verified.ok).toBe(offsetMs < 0);
        if (!verified.ok) expect(verified.reason).toBe('expired');
      }),
    );
  });

  test('keeps its parts apart: none can be moved into the next', () => {
    const request = { method: 'GET', key: 'a', expiresAt: now, contentType: 'b', sizeBytes: null, filename: 'c' };
    const query = signRequest(secret, { ...request, key: 'a', contentType: 'bc', filename: '' });
    query.set('type', 'b');
    query.set('filename', 'c');
    expect(verifyRequest([secret], { method: 'GET', key: 'a', query }, new Date(0)).ok).toBe(false);
  });
});
