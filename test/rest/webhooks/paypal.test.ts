import 'reflect-metadata';
import { Socket } from 'node:net';
import { getCACertificates } from 'node:tls';
import { ExtendedKeyUsage, ExtendedKeyUsageExtension, Extension, KeyUsageFlags } from '@peculiar/x509';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import {
  type CertificateTrust,
  createPaypalCertificates,
  type PaypalEnvironment,
} from '../../../rest/webhooks/paypal-certificates.ts';
import { createPaypalVerifier, proveByCertificate } from '../../../rest/webhooks/paypal.ts';
import { proveByPostback } from '../../../rest/webhooks/paypal-postback.ts';
import type { VerifyDelivery } from '../../../rest/webhooks/delivery.ts';
import { createAuthority, nameConstraints, RSA } from '../../support/webhooks/authority.ts';
import { type CertificateHost, startCertificateHost } from '../../support/webhooks/certificate-host.ts';
import { deliver } from '../../support/webhooks/deliver.ts';
import { PAYPAL_WEBHOOK_ID, sendAsPaypal, type Sent } from '../../support/webhooks/senders.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60;
const DAY = 86_400;
const at = (seconds = 0): Date => new Date(NOW + seconds * 1000);
const EVENT = {
  id: 'WH-1',
  event_type: 'PAYMENT.CAPTURE.COMPLETED',
  resource: {
    id: 'CAP-1',
    amount: { value: '9.00' },
    payee: { merchant_id: 'US' },
    payer: { email: 'ada@example.com' },
  },
};
const LIVE_URL = 'https://api.paypal.com/v1/notifications/certs/CERT-1';

let host: CertificateHost;
let connect: MockInstance<Socket['connect']>;
let verify: VerifyDelivery;
let now: Date;
beforeAll(async () => {
  host = await startCertificateHost();
});
afterAll(() => host.close());
beforeEach(() => {
  now = at();
  host.answerChain(host.paypal, host.intermediate);
  verify = verifierFor('sandbox');
  connect = vi.spyOn(Socket.prototype, 'connect');
});
afterEach(() => connect.mockRestore());

const verifierFor = (environment: PaypalEnvironment): VerifyDelivery => {
  const clock = () => now;
  const findCertificate = createPaypalCertificates({ environment, clock, trust: host.trust });
  return createPaypalVerifier({ clock, prove: proveByCertificate(PAYPAL_WEBHOOK_ID, findCertificate) });
};
const send = (options: Partial<Parameters<typeof sendAsPaypal>[1]> = {}, event: object | string = EVENT): Sent =>
  sendAsPaypal(event, { privateKey: host.paypal.privateKey, at: at(), ...options });
const withHeaders = (changes: Record<string, string>): Sent => ({
  ...send(),
  headers: { ...send().headers, ...changes },
});

test('what is kept is the event without the person who paid', async () => {
  const { payer: _payer, ...resource } = EVENT.resource;
  expect(await deliver(verify, send())).toEqual({
    eventId: 'WH-1',
    type: 'PAYMENT.CAPTURE.COMPLETED',
    subject: null,
    payload: { ...EVENT, resource },
  });
  expect(connect).toHaveBeenCalled();
});

test('a certificate is fetched once, however many deliveries name it at once and later', async () => {
  const before = host.requests();
  await Promise.all(Array.from({ length: 20 }, () => deliver(verify, send())));
  expect(await deliver(verify, send())).toMatchObject({ eventId: 'WH-1' });
  expect(host.requests() - before).toBe(1);
});

test('a certificate that could not be had is asked for again', async () => {
  host.answer((_request, response) => response.writeHead(503).end());
  expect(await deliver(verify, send())).toBe('The certificate is refused: The answer is 503');
  host.answerChain(host.paypal, host.intermediate);
  expect(await deliver(verify, send())).toMatchObject({ eventId: 'WH-1' });
});

test('made-up URLs at PayPal do not make us a flood: few are fetched at once', async () => {
  const waiting: (() => void)[] = [];
  host.answer((_request, response) => void waiting.push(() => response.writeHead(404).end()));
  const urls = Array.from({ length: 50 }, (_, n) => `https://api.sandbox.paypal.com/v1/notifications/certs/CERT-${n}`);
  const answers = Promise.all(urls.map((url) => deliver(verify, send({ url }))));
  await vi.waitFor(() => expect(waiting).toHaveLength(4));
  for (const end of waiting) end();
  const counted = Map.groupBy(await answers, (answer) => answer);
  expect(counted.get('The certificate is refused: The answer is 404')).toHaveLength(4);
  expect(counted.get('Too many certificates are being fetched')).toHaveLength(46);
});

describe('a delivery is taken', () => {
  test.each([-DAY, -DAY + 1, 5 * MINUTE, 299])('%i s away from now', async (seconds) => {
    expect(await deliver(verify, send({ at: at(seconds) }))).toMatchObject({ eventId: 'WH-1' });
  });

  test.each<[PaypalEnvironment, string]>([
    ['sandbox', 'https://api.sandbox.paypal.com/a'],
    ['sandbox', 'https://api-m.sandbox.paypal.com/a'],
    ['sandbox', LIVE_URL],
    ['sandbox', 'https://api-m.paypal.com/a'],
  ])('in %s, with a certificate at %s', async (environment, url) => {
    expect(await deliver(verifierFor(environment), send({ url }))).toMatchObject({ eventId: 'WH-1' });
  });

  test('in live, with a certificate of live', async () => {
    const paypal = await host.intermediate.issue({ commonName: 'messageverificationcerts.paypal.com' });
    host.answerChain(paypal, host.intermediate);
    const sent = send({ url: LIVE_URL, privateKey: paypal.privateKey });
    expect(await deliver(verifierFor('live'), sent)).toMatchObject({ eventId: 'WH-1' });
  });
});

test('issuers may say what they allow: so many below them, and such names', async () => {
  const permitted = nameConstraints({ permitted: ['evil.test', 'paypal.com'], excluded: ['www.paypal.com'] });
  const bounded = { isAuthority: true, pathLength: 1, extensions: [permitted] };
  const upper = await host.root.issue({ commonName: 'Upper', ...bounded });
  const lower = await upper.issue({ commonName: 'Lower', ...bounded, pathLength: 0 });
  const extensions = [new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth, ExtendedKeyUsage.serverAuth])];
  const paypal = await lower.issue({ commonName: 'certs.paypal.com', extensions });
  // In whatever order they stand.
  host.answerChain(paypal, upper, lower);
  expect(await deliver(verify, send({ privateKey: paypal.privateKey }))).toMatchObject({ eventId: 'WH-1' });
});

describe('a delivery is refused, and nobody is called', () => {
  afterEach(() => expect(connect).not.toHaveBeenCalled());

  test.each([-DAY - 1, 5 * MINUTE + 1, -400 * DAY, 400 * DAY])('%i s away from now', async (seconds) => {
    expect(await deliver(verify, send({ at: at(seconds) }))).toBe(`It was sent ${-seconds} s ago`);
  });

  test.each([
    'https://169.254.169.254/latest/meta-data/',
    'https://metadata.google.internal/',
    'https://localhost/cert',
    'https://127.0.0.1/cert',
    'https://[::1]/cert',
    'https://api.paypal.com.evil.test/cert',
    'https://evil.test/api.paypal.com/',
    'https://evil.test/?https://api.paypal.com/',
    'https://evil.test#@api.paypal.com/',
    'https://xapi.paypal.com/cert',
    'https://www.paypal.com/cert',
    'https://paypal.com/cert',
    'https://user@api.paypal.com/cert',
    'https://user:word@api.paypal.com/cert',
    'https://api.paypal.com@evil.test/cert',
    'https://api.paypal.com:443/cert',
    'https://api.paypal.com:8443/cert',
    'https://api.paypal.com./cert',
    'https://api.paypal.com',
    'https://api.paypal.com\\@evil.test/cert',
    'https:/api.paypal.com/cert',
    'https:api.paypal.com/cert',
    'HTTPS://API.PAYPAL.COM/cert',
    'http://api.paypal.com/cert',
    'ftp://api.paypal.com/cert',
    'file:///etc/passwd',
    'data:text/plain;cert',
    '//api.paypal.com/cert',
    'https://api.paypal.com/cert?redirect=https://evil.test',
    'https://api.paypal.com/cert#fragment',
    'api.paypal.com',
  ])('with its certificate at %s', async (url) => {
    expect(await deliver(verify, send({ url }))).toBe('paypal-cert-url is not at PayPal');
    expect(await deliver(verifierFor('live'), send({ url }))).toBe('paypal-cert-url is not at PayPal');
  });

  test.each(['https://api.sandbox.paypal.com/cert', 'https://api-m.sandbox.paypal.com/cert'])(
    'in live, with its certificate at %s',
    async (url) => {
      expect(await deliver(verifierFor('live'), send({ url }))).toBe('paypal-cert-url is not at PayPal');
    },
  );

  test.each(['auth-algo', 'cert-url', 'transmission-id', 'transmission-sig', 'transmission-time'])(
    'without paypal-%s, and with two of them',
    async (ending) => {
      const name = `paypal-${ending}`;
      const { [name]: value = '', ...others } = send().headers;
      expect(await deliver(verify, { ...send(), headers: others })).toBe(`${name} is missing`);
      // What two headers of one name arrive as.
      const twice = withHeaders({ [name]: `${value}, ${value}` });
      expect(await deliver(verify, twice)).toBe(`${name} is malformed, or there are several`);
    },
  );

  test.each(['SHA1withRSA', 'SHA256withECDSA', 'sha256withrsa', 'none', 'MD5withRSA'])(
    'signed by %s',
    async (algorithm) => {
      expect(await deliver(verify, withHeaders({ 'paypal-auth-algo': algorithm }))).toBe(
        'paypal-auth-algo is malformed, or there are several',
      );
    },
  );

  test.each(['2026-13-45T99:99:99Z', '2026-02-31T25:00:00Z'])('sent at %s', async (time) => {
    expect(await deliver(verify, withHeaders({ 'paypal-transmission-time': time }))).toBe('It was sent NaN s ago');
  });

  test.each([
    ['\ufeff{}', 'The body is no JSON'],
    ['no json', 'The body is no JSON'],
    ['{"id":"WH-1"}', 'The body is no event of PayPal'],
  ])('where what is signed is no event: %j', async (body, reason) => {
    expect(await deliver(verify, send({}, body))).toBe(reason);
  });
});

describe('a delivery is refused, whatever PayPal’s host says', () => {
  const answered = async (listener: Parameters<CertificateHost['answer']>[0]) => {
    host.answer(listener);
    return deliver(verify, send());
  };

  test('a redirect is not followed', async () => {
    const elsewhere = { Location: 'https://api.sandbox.paypal.com/elsewhere' };
    const before = host.requests();
    const refused = await answered((_request, response) => response.writeHead(302, elsewhere).end());
    expect(refused).toBe('The certificate is refused: The answer is 302');
    expect(host.requests() - before).toBe(1);
  });

  test('an answer of more than 16 KiB is not read on', async () => {
    const chain = `${host.paypal.certificate}\n${host.intermediate.certificate}\n`;
    expect(await answered((_request, response) => response.end(chain.padEnd(16 * 1024, '\n')))).toMatchObject({
      eventId: 'WH-1',
    });
    verify = verifierFor('sandbox');
    const refused = await answered((_request, response) => response.end(chain.padEnd(16 * 1024 + 1, '\n')));
    expect(refused).toBe('The certificate is refused: The answer is too large');
  });

  test('an answer that has not come after 5 s is not waited for', async () => {
    const deadline = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(deadline.signal);
    const refused = await answered((_request, response) => {
      response.write(host.paypal.certificate);
      deadline.abort();
    });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(5_000);
    timeout.mockRestore();
    expect(refused).toMatch(/^The certificate is refused: .*abort/);
  });

  test.each(['', 'no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'what is no certificate is none: %j',
    async (text) => {
      const refused = await answered((_request, response) => response.end(text));
      expect(refused).toMatch(/^The certificate is refused: /);
    },
  );

  test.each<[string, string, () => Promise<{ chain: Parameters<CertificateHost['answerChain']>; key?: string }>]>([
    [
      'an expired certificate',
      'A certificate of the chain has expired',
      async () => {
        const paypal = await host.intermediate.issue({ commonName: 'certs.paypal.com', validTo: at(-1) });
        return { chain: [paypal, host.intermediate], key: paypal.privateKey };
      },
    ],
    [
      'one that is not valid yet',
      'A certificate of the chain is not valid yet',
      async () => {
        const paypal = await host.intermediate.issue({ commonName: 'certs.paypal.com', validFrom: at(1) });
        return { chain: [paypal, host.intermediate], key: paypal.privateKey };
      },
    ],
    [
      'one of an expired intermediate',
      'A certificate of the chain has expired',
      async () => {
        const intermediate = await host.root.issue({ commonName: 'Old', isAuthority: true, validTo: at(-1) });
        const paypal = await intermediate.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, intermediate], key: paypal.privateKey };
      },
    ],
    [
      'one of somebody else, who is trusted too',
      'It is not a certificate of PayPal',
      async () => {
        const other = await host.intermediate.issue({ commonName: 'www.evil.test' });
        return { chain: [other, host.intermediate], key: other.privateKey };
      },
    ],
    [
      'one that PayPal’s name only begins',
      'It is not a certificate of PayPal',
      async () => {
        const other = await host.intermediate.issue({ commonName: 'certs.paypal.com.evil.test' });
        return { chain: [other, host.intermediate], key: other.privateKey };
      },
    ],
    [
      'one of an authority that nobody trusts',
      'Nobody who is trusted has issued it',
      async () => {
        const foreign = await createAuthority('Root of somebody else');
        const paypal = await foreign.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, foreign], key: paypal.privateKey };
      },
    ],
    [
      'one of an authority that only has the name of a trusted one',
      'Nobody who is trusted has issued it',
      async () => {
        const foreign = await createAuthority('Root of the tests');
        const paypal = await foreign.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, foreign], key: paypal.privateKey };
      },
    ],
    [
      'one that was issued by somebody who is no authority',
      'Nobody who is trusted has issued it',
      async () => {
        const other = await host.intermediate.issue({ commonName: 'www.evil.test' });
        const paypal = await other.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, other, host.intermediate], key: paypal.privateKey };
      },
    ],
    [
      'one that was issued by a certificate of PayPal’s own',
      'Nobody who is trusted has issued it',
      async () => {
        const paypal = await host.paypal.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, host.paypal, host.intermediate], key: paypal.privateKey };
      },
    ],
    [
      'one of an authority whose key may not issue',
      'Nobody who is trusted has issued it',
      async () => {
        const usages = KeyUsageFlags.digitalSignature;
        const other = await host.root.issue({ commonName: 'Signer', isAuthority: true, usages });
        const paypal = await other.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, other], key: paypal.privateKey };
      },
    ],
    [
      'one at the end of a chain that is longer than an issuer allows',
      'An issuer allows no chain so long',
      async () => {
        const bounded = await host.root.issue({ commonName: 'Bounded', isAuthority: true, pathLength: 0 });
        const below = await bounded.issue({ commonName: 'Below', isAuthority: true });
        const paypal = await below.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, below, bounded], key: paypal.privateKey };
      },
    ],
    [
      'one of an authority for other names',
      'An issuer may not issue for this name',
      async () => {
        const names = nameConstraints({ permitted: ['evil.test'] });
        const other = await host.root.issue({ commonName: 'Of evil.test', isAuthority: true, extensions: [names] });
        const paypal = await other.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, other], key: paypal.privateKey };
      },
    ],
    [
      'one of an authority for all names but PayPal’s',
      'An issuer may not issue for this name',
      async () => {
        const names = nameConstraints({ excluded: ['paypal.com'] });
        const other = await host.root.issue({ commonName: 'Of the others', isAuthority: true, extensions: [names] });
        const paypal = await other.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, other], key: paypal.privateKey };
      },
    ],
    [
      'one whose key is not for signatures',
      'Its key is for something else than to sign',
      async () => {
        const usages = KeyUsageFlags.keyEncipherment;
        const paypal = await host.intermediate.issue({ commonName: 'certs.paypal.com', usages });
        return { chain: [paypal, host.intermediate], key: paypal.privateKey };
      },
    ],
    [
      'one that is not for a server',
      'Its key is for something else than to sign',
      async () => {
        const extensions = [new ExtendedKeyUsageExtension([ExtendedKeyUsage.codeSigning])];
        const paypal = await host.intermediate.issue({ commonName: 'certs.paypal.com', extensions });
        return { chain: [paypal, host.intermediate], key: paypal.privateKey };
      },
    ],
    [
      'one that asks for what is unknown here',
      'A certificate of the chain asks for what is unknown: 1.2.3.4',
      async () => {
        const extensions = [new Extension('1.2.3.4', true, new Uint8Array([5, 0]))];
        const paypal = await host.intermediate.issue({ commonName: 'certs.paypal.com', extensions });
        return { chain: [paypal, host.intermediate], key: paypal.privateKey };
      },
    ],
    [
      'one that is signed with SHA-1',
      'A certificate of the chain is signed too weakly',
      async () => {
        const other = await host.root.issue({
          commonName: 'Old',
          isAuthority: true,
          algorithm: { ...RSA, hash: 'SHA-1' },
        });
        const paypal = await other.issue({ commonName: 'certs.paypal.com' });
        return { chain: [paypal, other], key: paypal.privateKey };
      },
    ],
    [
      'one with a short key',
      'A key of the chain is too short',
      async () => {
        const algorithm = { ...RSA, modulusLength: 1024 };
        const paypal = await host.intermediate.issue({ commonName: 'certs.paypal.com', algorithm });
        return { chain: [paypal, host.intermediate], key: paypal.privateKey };
      },
    ],
    ['one without its intermediate', 'Nobody who is trusted has issued it', async () => ({ chain: [host.paypal] })],
    [
      'that of an authority',
      'It is the certificate of an authority',
      async () => ({
        chain: [host.intermediate],
        key: host.intermediate.privateKey,
      }),
    ],
  ])('%s is refused', async (_, reason, make) => {
    const { chain, key = host.paypal.privateKey } = await make();
    host.answerChain(...chain);
    expect(await deliver(verify, send({ privateKey: key }))).toBe(`The certificate is refused: ${reason}`);
  });

  const trusting = (trust: CertificateTrust): VerifyDelivery => {
    const clock = () => now;
    const findCertificate = createPaypalCertificates({ environment: 'sandbox', clock, trust });
    return createPaypalVerifier({ clock, prove: proveByCertificate(PAYPAL_WEBHOOK_ID, findCertificate) });
  };

  test('the authority of the tests is trusted by nobody who is not told to', async () => {
    const byDefault = trusting({ ...host.trust, roots: getCACertificates('default') });
    expect(await deliver(byDefault, send())).toBe('The certificate is refused: Nobody who is trusted has issued it');
  });

  test('a host that cannot prove its name is not listened to', async () => {
    const { ca: _ca, ...connection } = host.trust.connection;
    const before = host.requests();
    expect(await deliver(trusting({ ...host.trust, connection }), send())).toMatch(
      /^The certificate is refused: .*(self-signed|unable to)/,
    );
    expect(host.requests()).toBe(before);
  });

  test('a certificate of the sandbox proves nothing in live', async () => {
    expect(await deliver(verifierFor('live'), send({ url: LIVE_URL }))).toBe(
      'The certificate is refused: It is not a certificate of PayPal',
    );
  });

  test('a certificate that expires while it is remembered is remembered in vain', async () => {
    const paypal = await host.intermediate.issue({ commonName: 'certs.paypal.com', validTo: at(60) });
    host.answerChain(paypal, host.intermediate);
    const sent = send({ privateKey: paypal.privateKey });
    expect(await deliver(verify, sent)).toMatchObject({ eventId: 'WH-1' });
    now = at(61);
    expect(await deliver(verify, sent)).toBe('The certificate is refused: A certificate of the chain has expired');
  });
});

describe('by postback', () => {
  const asked: { path: string; json: string }[] = [];
  const verifierThatHears = (answer: unknown): VerifyDelivery =>
    createPaypalVerifier({
      clock: () => now,
      prove: proveByPostback(PAYPAL_WEBHOOK_ID, async (path, json) => {
        asked.push({ path, json });
        return answer;
      }),
    });
  // Two spaces, a number that a float would round, a key that comes twice: written anew it would be another text.
  const body = '{"id":"WH-1",  "event_type":"A.B", "n":12345678901234567890.10, "a":1, "a":2}';

  test('PayPal is asked about the body as it came', async () => {
    const sent = send({}, body);
    expect(await deliver(verifierThatHears({ verification_status: 'SUCCESS' }), sent)).toMatchObject({ type: 'A.B' });
    expect(asked.at(-1)?.path).toBe('/v1/notifications/verify-webhook-signature');
    expect(asked.at(-1)?.json.endsWith(`,"webhook_event":${body}}`)).toBe(true);
    expect(JSON.parse(asked.at(-1)?.json ?? '')).toMatchObject({
      auth_algo: 'SHA256withRSA',
      cert_url: sent.headers['paypal-cert-url'],
      transmission_id: sent.headers['paypal-transmission-id'],
      transmission_sig: sent.headers['paypal-transmission-sig'],
      transmission_time: '2026-03-01T12:00:00Z',
      webhook_id: PAYPAL_WEBHOOK_ID,
    });
  });

  test.each([{ verification_status: 'FAILURE' }, { name: 'VALIDATION_ERROR' }, null])(
    'a delivery that PayPal does not know is refused: %j',
    async (answer) => {
      expect(await deliver(verifierThatHears(answer), send())).toBe('PayPal says that it did not send it');
    },
  );

  test('what is stale or no JSON is not even asked about', async () => {
    const before = asked.length;
    const verify = verifierThatHears({ verification_status: 'SUCCESS' });
    expect(await deliver(verify, send({ at: at(-DAY - 1) }))).toBe('It was sent 86401 s ago');
    expect(await deliver(verify, send({}, '{"id":"WH-1","event_type":"A.B"},"webhook_id":"other"'))).toBe(
      'The body is no JSON',
    );
    expect(asked).toHaveLength(before);
  });
});

describe('a delivery is refused with PayPal’s certificate', () => {
  test.each<[string, () => Sent]>([
    ['and the signature of another key', () => send({ privateKey: host.root.privateKey })],
    ['signed for another webhook', () => send({ webhookId: '1JE4291016473214C' })],
    ['signed by the simulator', () => send({ webhookId: 'WEBHOOK_ID' })],
    ['and another id', () => withHeaders({ 'paypal-transmission-id': 'another' })],
    ['and another time', () => withHeaders({ 'paypal-transmission-time': '2026-03-01T12:00:01Z' })],
    ['and a body written anew', () => ({ ...send(), body: JSON.stringify(EVENT, null, 2) })],
    ['and a body with another amount', () => ({ ...send(), body: JSON.stringify(EVENT).replace('9.00', '9.01') })],
  ])('%s', async (_, sent) => {
    expect(await deliver(verify, sent())).toBe('The signature does not fit');
  });
});
