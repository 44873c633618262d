import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
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
      void respond({ method, path, query, headers, body: Buffer.concat(chunks).toString() }, response);
    });
  });
  const respond = async (asked: Asked, response: ServerResponse): Promise<void> => {
    let answered: Answered;
    try {
      answered = await answer(asked);
    } catch (error) {
      answered = { status: 500, json: { error: { message: String(error) } } };
    }
    response.writeHead(answered.status ?? 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answered.json));
  };
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
