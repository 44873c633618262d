import type { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  type Extension,
  type GeneralSubtrees,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_kp_serverAuth,
  KeyUsage,
  KeyUsageFlags,
  NameConstraints,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509';

/** What a certificate says about itself and about those below it, as far as Node does not tell (RFC 5280 §4.2.1). */
export type CertificateExtensions = {
  isAuthority: boolean;
  /** How many authorities may stand between it and the last certificate; null: as many as there are. */
  pathLength: number | null;
  mayIssue: boolean;
  maySign: boolean;
  /** Whether its key is meant for servers that prove their name. */
  isForServers: boolean;
  dnsNames: string[];
  /** Which names it may be given below it: none but these, none of these. Null where it does not say. */
  permitted: NameTree | null;
  excluded: NameTree | null;
  signatureAlgorithm: string;
  /** Critical, and not among those that are read here: whoever does not know it must not believe the certificate. */
  unknown: string[];
};
export type NameTree = { dnsNames: string[]; hasDirectories: boolean };

/** Policies may be critical, but nobody here asks for one (RFC 5280 §6.1.1 (c), any-policy). */
const KNOWN = [
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
];

/** Throws where it cannot be read. */
export function readExtensions({ raw }: X509Certificate): CertificateExtensions {
  const { tbsCertificate, signatureAlgorithm } = AsnConvert.parse(Uint8Array.from(raw).buffer, Certificate);
  const extensions: Extension[] = [...(tbsCertificate.extensions ?? [])];
  const read = <Value>(id: string, shape: new () => Value): Value | null => {
    const [extension, ...more] = extensions.filter(({ extnID }) => extnID === id);
    if (more.length > 0) throw new Error('A certificate of the chain says something twice');
    return extension ? AsnConvert.parse(extension.extnValue.buffer, shape) : null;
  };
  const basic = read(id_ce_basicConstraints, BasicConstraints);
  const usage = read(id_ce_keyUsage, KeyUsage)?.toNumber();
  const purposes = read(id_ce_extKeyUsage, ExtendedKeyUsage);
  const names = read(id_ce_nameConstraints, NameConstraints);
  const may = (flag: KeyUsageFlags): boolean => usage === undefined || (usage & flag) !== 0;
  return {
    isAuthority: basic?.cA === true,
    pathLength: basic?.pathLenConstraint ?? null,
    mayIssue: may(KeyUsageFlags.keyCertSign),
    maySign: may(KeyUsageFlags.digitalSignature),
    isForServers: purposes === null || purposes.includes(id_kp_serverAuth),
    dnsNames: dnsNamesIn(read(id_ce_subjectAltName, SubjectAlternativeName) ?? []),
    permitted: treeOf(names?.permittedSubtrees),
    excluded: treeOf(names?.excludedSubtrees),
    signatureAlgorithm: signatureAlgorithm.algorithm,
    unknown: extensions.flatMap(({ critical, extnID }) => (critical && !KNOWN.includes(extnID) ? [extnID] : [])),
  };
}

const dnsNamesIn = (names: readonly { dNSName?: string }[]): string[] =>
  names.flatMap(({ dNSName: name }) => (name === undefined ? [] : [name.toLowerCase()]));

/** Addresses of mail and of the network are left out: no such name is believed here. */
function treeOf(subtrees: GeneralSubtrees | undefined): NameTree | null {
  if (subtrees === undefined) return null;
  const bases = [...subtrees].map(({ base }) => base);
  return {
    dnsNames: dnsNamesIn(bases),
    hasDirectories: bases.some(({ directoryName }) => directoryName !== undefined),
  };
}
