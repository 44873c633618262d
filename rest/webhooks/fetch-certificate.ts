import type { IncomingMessage } from 'node:http';
import { get, type RequestOptions } from 'node:https';

const LARGEST_BYTES = 16 * 1024;
const LONGEST_MS = 5_000;

/**
 * What is at an https URL, as text: in one go, without following redirects, not larger than a chain of certificates and
 * not slower than 5 s. Throws everything else. `connection` is for tests, whose server is not where the host's name
 * leads.
 */
export async function fetchCertificate(url: URL, connection: RequestOptions = {}): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const signal = AbortSignal.timeout(LONGEST_MS);
  get(url, { ...connection, agent: false, signal }, resolve).on('error', reject);
  const response = await promise;
  try {
    if (response.statusCode !== 200) throw new Error(`The answer is ${response.statusCode}`);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > LARGEST_BYTES) throw new Error('The answer is too large');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('latin1');
  } finally {
    response.destroy();
  }
}
