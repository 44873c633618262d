import type { X509Certificate } from 'node:crypto';
import { type CertificateExtensions, readExtensions } from './certificate-extensions.ts';

/** RSA and ECDSA with SHA-2 (RFC 4055 §5, RFC 5758 §3.2). PSS names its hash elsewhere, and no public authority uses it. */
const SIGNATURES = [
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
];
const SHORTEST_RSA_BITS = 2048;

/**
 * Holds a chain, the leaf first and the root last, to what each of its certificates allows those below it (RFC 5280
 * §6.1.4): to be an authority and to issue, how many may follow, and which names. `name` is what the leaf is called.
 * Throws where one of them does not allow it, or asks for something that nobody here knows.
 */
export function holdToPath(path: readonly X509Certificate[], name: string): void {
  const chain = path.map(readExtensions);
  const [leaf, ...issuers] = chain;
  if (!leaf) throw new Error('There is no certificate');
  if (leaf.isAuthority) throw new Error('It is the certificate of an authority');
  if (!leaf.maySign || !leaf.isForServers) throw new Error('Its key is for something else than to sign');
  for (const [between, issuer] of issuers.entries()) {
    if (!issuer.isAuthority || !issuer.mayIssue) throw new Error('One of its issuers may issue none');
    if (issuer.pathLength !== null && between > issuer.pathLength) throw new Error('An issuer allows no chain so long');
    for (const one of [name.toLowerCase(), ...leaf.dnsNames]) mustBeAllowed(one, issuer);
  }
  chain.forEach(mustBeKnown);
  path.forEach(mustBeStrong);
  // The root's own signature proves nothing.
  chain.slice(0, -1).forEach(mustBeModern);
}

function mustBeModern({ signatureAlgorithm }: CertificateExtensions): void {
  if (!SIGNATURES.includes(signatureAlgorithm)) throw new Error('A certificate of the chain is signed too weakly');
}

function mustBeKnown({ unknown }: CertificateExtensions): void {
  if (unknown.length > 0) throw new Error(`A certificate of the chain asks for what is unknown: ${unknown.join(', ')}`);
}

function mustBeStrong({ publicKey: { asymmetricKeyType, asymmetricKeyDetails } }: X509Certificate): void {
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  if (asymmetricKeyType === 'rsa' && bits < SHORTEST_RSA_BITS) throw new Error('A key of the chain is too short');
}

/** Names of directories are not compared: an issuer that bounds them is refused. */
function mustBeAllowed(name: string, { permitted, excluded }: CertificateExtensions): void {
  const isIn = (tree: string): boolean =>
    tree === '' || name.endsWith(tree.startsWith('.') ? tree : `.${tree}`) || name === tree;
  const refused =
    permitted?.hasDirectories ||
    excluded?.hasDirectories ||
    excluded?.dnsNames.some(isIn) ||
    (permitted && permitted.dnsNames.length > 0 && !permitted.dnsNames.some(isIn));
  if (refused) throw new Error('An issuer may not issue for this name');
}
