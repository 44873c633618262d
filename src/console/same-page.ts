/**
 * Whether a request comes from our own page, opened under one of our own names. Another site's script is told apart by
 * the headers that it cannot set (Fetch Metadata, Origin), and a name that was rebound to our address by the `Host`.
 */
export function isFromOwnPage(headers: Headers, ownHostnames: readonly string[]): boolean {
  const host = headers.get('host');
  const hostname = host === null ? null : hostnameOf(`http://${host}`);
  if (host === null || hostname === null || !ownHostnames.includes(hostname)) return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/** What a browser on this machine calls it. */
export const LOOPBACK_HOSTNAMES = ['localhost', '127.0.0.1', '[::1]'];

export const hostnameOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).hostname : null);
