import { X509Certificate } from 'node:crypto';
import type { RequestOptions } from 'node:https';
import { getCACertificates } from 'node:tls';
import QuickLRU from 'quick-lru';
import type { Clock } from '../../src/clock.ts';
import { commonName, mustBeValid, verifyChain } from './certificate-chain.ts';
import { DeliveryRefused } from './delivery.ts';
import { fetchCertificate } from './fetch-certificate.ts';

export type PaypalEnvironment = 'sandbox' | 'live';

/** Whom to believe instead of the system's authorities, and where to find PayPal's hosts: for tests. */
export type CertificateTrust = { roots: readonly string[]; connection: RequestOptions };

/** PayPal's certificate at this URL, proven and valid now. Throws `DeliveryRefused`. */
export type FindCertificate = (url: string) => Promise<X509Certificate>;

const HOSTS: Readonly<Record<PaypalEnvironment, readonly string[]>> = {
  live: ['api.paypal.com', 'api-m.paypal.com'],
  sandbox: ['api.paypal.com', 'api-m.paypal.com', 'api.sandbox.paypal.com', 'api-m.sandbox.paypal.com'],
};
const SUBJECTS: Readonly<Record<PaypalEnvironment, RegExp>> = {
  live: /^(?!.*\.sandbox\.)[a-z\d-]+\.paypal\.com$/,
  sandbox: /^[a-z\d-]+\.(?:sandbox\.)?paypal\.com$/,
};
const REMEMBERED = 20;
const REMEMBERED_MS = 60 * 60_000;
const FETCHES_AT_ONCE = 4;

/**
 * Finds the certificates that deliveries name. Their URL is anybody's claim: only PayPal's own hosts are ever asked, a
 * few times at once, and what they say must be PayPal's by a chain to an authority that the system trusts.
 */
export function createPaypalCertificates(options: {
  environment: PaypalEnvironment;
  clock: Clock;
  trust?: CertificateTrust | undefined;
}): FindCertificate {
  const { environment, clock, trust } = options;
  const known = new QuickLRU<string, X509Certificate>({ maxSize: REMEMBERED, maxAge: REMEMBERED_MS });
  const underWay = new Map<string, Promise<X509Certificate>>();
  let roots: X509Certificate[] | undefined;

  const find = async (url: string): Promise<X509Certificate> => {
    const pem = await fetchCertificate(new URL(url), trust?.connection);
    roots ??= (trust?.roots ?? getCACertificates('default')).map((root) => new X509Certificate(root));
    const certificate = verifyChain(pem, roots, clock());
    if (!SUBJECTS[environment].test(commonName(certificate))) throw new Error('It is not a certificate of PayPal');
    known.set(url, certificate);
    return certificate;
  };

  return async (url) => {
    mustBePaypals(url, HOSTS[environment]);
    const finding = known.get(url) ?? underWay.get(url) ?? begin(url);
    try {
      const certificate = await finding;
      mustBeValid(certificate, clock());
      return certificate;
    } catch (error) {
      throw new DeliveryRefused(`The certificate is refused: ${error instanceof Error ? error.message : 'unreadable'}`);
    }
  };

  function begin(url: string): Promise<X509Certificate> {
    if (underWay.size >= FETCHES_AT_ONCE) throw new DeliveryRefused('Too many certificates are being fetched');
    const finding = find(url).finally(() => underWay.delete(url));
    underWay.set(url, finding);
    return finding;
  }
}

/** One of the hosts, and in front of it and behind it nothing that a URL may have besides: no user, no port. */
function mustBePaypals(url: string, hosts: readonly string[]): void {
  const host = /^https:\/\/([a-z.-]+)\/[\w./~-]*$/.exec(url)?.[1];
  if (host === undefined || !hosts.includes(host)) throw new DeliveryRefused('paypal-cert-url is not at PayPal');
}
