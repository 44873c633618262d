import { X509Certificate } from 'node:crypto';
import { holdToPath } from './certificate-path.ts';

const LONGEST_CHAIN = 5;

/**
 * The first certificate of a PEM text, once a chain of the others leads from it to one of the roots, each of them is
 * valid now, and each allows those below it (RFC 5280 §6.1, as far as public certificates for servers need it; whether
 * one was revoked is not asked). Throws where there is no such chain.
 */
export function verifyChain(pem: string, roots: readonly X509Certificate[], now: Date): X509Certificate {
  const [leaf, ...others] = readCertificates(pem);
  if (!leaf) throw new Error('There is no certificate');
  if (leaf.ca) throw new Error('It is the certificate of an authority');
  const authorities = others.filter(({ ca }) => ca);
  const path = [leaf];
  let last = leaf;
  for (let length = 1; length <= LONGEST_CHAIN; length += 1) {
    mustBeValid(last, now);
    const root = roots.find((candidate) => issued(candidate, last));
    if (root) {
      mustBeValid(root, now);
      holdToPath([...path, root], commonName(leaf));
      return leaf;
    }
    const issuer = authorities.find((candidate) => candidate !== last && issued(candidate, last));
    if (!issuer) throw new Error('Nobody who is trusted has issued it');
    last = issuer;
    path.push(issuer);
  }
  throw new Error('Its chain is too long');
}

/** Throws where the time is not within the certificate's. */
export function mustBeValid({ validFromDate, validToDate }: X509Certificate, now: Date): void {
  if (now < validFromDate) throw new Error('A certificate of the chain is not valid yet');
  if (now > validToDate) throw new Error('A certificate of the chain has expired');
}

const readCertificates = (pem: string): X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (one) => new X509Certificate(one),
  );

/** Names, key identifiers, the right to sign certificates, and the signature itself. */
const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** What its subject is called. Of a subject with several names, none counts. */
export function commonName(certificate: X509Certificate): string {
  const { CN } = certificate.toLegacyObject().subject as { CN?: unknown };
  return typeof CN === 'string' ? CN : '';
}
