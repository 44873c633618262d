import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Ends the connection of a client that has not sent the whole body in time: one that drips would otherwise hold it, and
 * what its request has taken of the server, for as long as it likes. Node's own limit is one for all requests, and
 * uploads need a long one. Like that one, it answers 408 where nothing has been answered yet (RFC 9110, 15.5.9).
 */
export function holdToBodyTime(request: IncomingMessage, response: ServerResponse, milliseconds: number): void {
  const deadline = setTimeout(() => {
    if (request.complete) return;
    const answer = response.headersSent ? '' : 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';
    request.socket.end(answer, () => request.destroy());
  }, milliseconds);
  response.once('close', () => clearTimeout(deadline));
}
