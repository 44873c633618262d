import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = {
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
};

/** A certificate with its private key, both as PEM; it may issue others, rightly or not. */
export type Holder = {
  certificate: string;
  privateKey: string;
  issue(issued: Issued): Promise<Holder>;
};

/** An authority of our own, which the tests, and only they, trust. */
export const createAuthority = (commonName: string): Promise<Holder> => issue(null, { commonName, isAuthority: true });

type Issuer = { name: string; keys: CryptoKeyPair };

async function issue(issuer: Issuer | null, { commonName, isAuthority = false, ...valid }: Issued): Promise<Holder> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const name = `CN=${commonName}, O=Testers`;
  const certificate = await X509CertificateGenerator.create({
    subject: name,
    issuer: issuer?.name ?? name,
    notBefore: valid.validFrom ?? new Date('2020-01-01'),
    notAfter: valid.validTo ?? new Date('2099-01-01'),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    extensions: [
      new BasicConstraintsExtension(isAuthority, undefined, true),
      new KeyUsagesExtension(isAuthority ? KeyUsageFlags.keyCertSign : KeyUsageFlags.digitalSignature, true),
      ...(isAuthority ? [] : [new SubjectAlternativeNameExtension([{ type: 'dns', value: commonName }])]),
    ],
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    certificate: certificate.toString('pem'),
    privateKey: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replaceAll(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`,
    issue: (issued) => issue({ name, keys }, issued),
  };
}
