import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const current = new AsyncLocalStorage<string | null>();

/** Answers a request so that whatever does the work can ask whence it came. Kept apart from what the log shows. */
export const withClientAddress = <T>(address: string | null, run: () => T): T => current.run(address, run);

/** Whence the request under way came; null where nobody can say. */
export const currentClientAddress = (): string | null => current.getStore() ?? null;

/**
 * The client's address as far as it can be trusted, or null. With proxies in front each adds the address it was asked
 * from at the end of `X-Forwarded-For`: the one that the first of them saw is that many from the end, and what stands
 * before it is the client's own invention. Without, it is the connection's, unless that is of a private network: then a
 * proxy is in front that we have not been told of, and all its clients would be taken for one.
 */
export function clientAddressOf({ headers, socket }: IncomingMessage, proxies: number): string | null {
  if (proxies === 0)
    return socket.remoteAddress && !isPrivate(socket.remoteAddress) ? groupOf(socket.remoteAddress) : null;
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  return groupOf(forwarded.at(-proxies)?.trim() ?? '');
}

/** IPv4 as it is; of IPv6 the network, since one subscriber has all the addresses of a /64. */
function groupOf(text: string): string | null {
  const address = plain(text);
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return null;
  // The URL parser writes every form of an address in one way.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Without a zone, a port, or the form in which a socket for both kinds shows IPv4. */
const plain = (text: string): string =>
  text
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');

/** RFC 1918, 6598, 4193, and what never leaves a machine or a link. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, bits);
}
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

function isPrivate(text: string): boolean {
  const address = plain(text);
  const kind = isIP(address);
  return kind !== 0 && PRIVATE.check(address, kind === 4 ? 'ipv4' : 'ipv6');
}
