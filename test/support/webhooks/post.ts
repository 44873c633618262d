import { request } from 'node:http';
import type { Sent } from './senders.ts';

export type Answer = { status: number; body: unknown; headers: Headers };

/** Delivers to a running server. */
export async function post(url: string, path: string, { headers, body }: Sent): Promise<Answer> {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : Uint8Array.from(body),
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, body: text && JSON.parse(text), headers: response.headers };
}

/** Delivers with one header sent twice, as two lines, which `fetch` would join. */
export function postTwice(url: string, path: string, { headers, body }: Sent, name: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const value = headers[name] ?? '';
  const sending = request(new URL(path, url), { method: 'POST', headers: { ...headers, [name]: [value, value] } });
  sending.on('error', reject).on('response', (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  });
  sending.end(body);
  return promise;
}
