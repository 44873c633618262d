import { createServer, type Server } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import type { RequestListener } from 'node:http';
import type { CertificateTrust } from '../../../rest/webhooks/paypal-certificates.ts';
import { createAuthority, type Holder } from './authority.ts';

/**
 * Stands where PayPal's hosts are: an HTTPS server on loopback that calls itself by their names, an authority that the
 * verifier is told to trust, and a certificate of PayPal's issued by it through an intermediate.
 */
export type CertificateHost = {
  trust: CertificateTrust;
  root: Holder;
  intermediate: Holder;
  /** Whose key signs the events. */
  paypal: Holder;
  /** How many requests it has seen. */
  requests: () => number;
  /** What it answers from now on; the certificate of PayPal's with its chain unless told otherwise. */
  answer: (listener: RequestListener) => void;
  answerChain: (...holders: Holder[]) => void;
  close: () => Promise<void>;
};

const HOSTS = ['api.paypal.com', 'api-m.paypal.com', 'api.sandbox.paypal.com', 'api-m.sandbox.paypal.com'];

export async function startCertificateHost(): Promise<CertificateHost> {
  const root = await createAuthority('Root of the tests');
  const intermediate = await root.issue({ commonName: 'Intermediate of the tests', isAuthority: true });
  const paypal = await intermediate.issue({ commonName: 'messageverificationcerts.sandbox.paypal.com' });
  const hosts = await Promise.all(HOSTS.map((commonName) => root.issue({ commonName })));
  let listener: RequestListener = () => undefined;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    listener(request, response);
  });
  for (const [index, { certificate, privateKey }] of hosts.entries()) {
    server.addContext(HOSTS[index] ?? '', { cert: certificate, key: privateKey });
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answerChain = (...holders: Holder[]): void => {
    listener = (_request, response) => response.end(holders.map(({ certificate }) => certificate).join('\n'));
  };
  answerChain(paypal, intermediate);
  return {
    trust: {
      roots: [root.certificate],
      connection: { ca: root.certificate, port: portOf(server), lookup: loopback },
    },
    root,
    intermediate,
    paypal,
    requests: () => requests,
    answer: (next) => {
      listener = next;
    },
    answerChain,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const loopback: LookupFunction = (_hostname, { all }, callback) =>
  all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);
