import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for Clerk's Backend API: gives out the keys and counts who asks. */
export const startJwksServer = async (secretKey: string, keys: readonly object[] = []) => {
  const state = {
    keys,
    requests: 0,
    /** Answers instead of the keys; never answering is an answer too. */
    answer: null as ((response: ServerResponse) => void) | null,
  };

  const server = createServer((request, response) => {
    state.requests += 1;
    if (state.answer) return state.answer(response);
    const known = request.url === '/v1/jwks' && request.headers.authorization === `Bearer ${secretKey}`;
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(known ? { keys: state.keys } : { errors: [] }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));

  return {
    state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};
