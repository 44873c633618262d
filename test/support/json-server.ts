import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
};
export type Answered = { status?: number; json: object };

/** A server on a loopback port of its own that answers in JSON: the ground of the providers' stand-ins. */
export async function startJsonServer(answer: (asked: Asked) => Promise<Answered> | Answered) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://stand-in');
      const { method = 'GET', headers } = request;
      const asked = { method, path, query, headers, body: Buffer.concat(chunks).toString() };
      const failed = (error: unknown): Answered => ({ status: 500, json: { error: { message: String(error) } } });
      void Promise.resolve()
        .then(() => answer(asked))
        .catch(failed)
        .then(({ status = 200, json }) => {
          response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
