import 'reflect-metadata';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import {
  BasicConstraintsExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

export const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

type Issued = {
  commonName: string;
  isAuthority?: boolean;
  validFrom?: Date;
  validTo?: Date;
  /** How many authorities may follow. */
  pathLength?: number;
  usages?: KeyUsageFlags;
  /** Besides those that every certificate has. */
  extensions?: Extension[];
  algorithm?: RsaHashedKeyGenParams;
};

/** A certificate with its private key, both as PEM; it may issue others, rightly or not. */
export type Holder = {
  certificate: string;
  privateKey: string;
  issue(issued: Issued): Promise<Holder>;
};

/** An authority of our own, which the tests, and only they, trust. */
export const createAuthority = (commonName: string): Promise<Holder> => issue(null, { commonName, isAuthority: true });

type Issuer = { name: string; keys: CryptoKeyPair; algorithm: RsaHashedKeyGenParams };

async function issue(issuer: Issuer | null, issued: Issued): Promise<Holder> {
  const { commonName, isAuthority = false, pathLength, algorithm = RSA } = issued;
  const { usages = isAuthority ? KeyUsageFlags.keyCertSign : KeyUsageFlags.digitalSignature } = issued;
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const name = `CN=${commonName}, O=Testers`;
  const certificate = await X509CertificateGenerator.create({
    subject: name,
    issuer: issuer?.name ?? name,
    notBefore: issued.validFrom ?? new Date('2020-01-01'),
    notAfter: issued.validTo ?? new Date('2099-01-01'),
    signingAlgorithm: (issuer ?? { algorithm }).algorithm,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    extensions: [
      new BasicConstraintsExtension(isAuthority, pathLength, true),
      new KeyUsagesExtension(usages, true),
      ...(isAuthority ? [] : [new SubjectAlternativeNameExtension([{ type: 'dns', value: commonName }])]),
      ...(issued.extensions ?? []),
    ],
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    certificate: certificate.toString('pem'),
    privateKey: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replaceAll(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`,
    issue: (next) => issue({ name, keys, algorithm }, next),
  };
}

/** Which names an authority may give to those below it. */
export function nameConstraints(names: { permitted?: string[]; excluded?: string[] }): Extension {
  const subtrees = (dnsNames: string[] = []): GeneralSubtrees =>
    new GeneralSubtrees(dnsNames.map((dNSName) => new GeneralSubtree({ base: new GeneralName({ dNSName }) })));
  const constraints = new NameConstraints({
    ...(names.permitted && { permittedSubtrees: subtrees(names.permitted) }),
    ...(names.excluded && { excludedSubtrees: subtrees(names.excluded) }),
  });
  return new Extension(id_ce_nameConstraints, true, AsnConvert.serialize(constraints));
}
