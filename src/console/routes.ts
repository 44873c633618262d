import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { type Assets, loadAssets } from './assets.ts';
import { pagePolicy, WORKER_POLICY } from './page-policy.ts';
import { hostnameOf, isFromOwnPage, LOOPBACK_HOSTNAMES } from './same-page.ts';
import { renderShell, type Settings } from './shell.ts';

export type ConsoleOptions = {
  settings: Omit<Settings, 'publicOrigin' | 'signIn'>;
  /** A token for the local user; null where tokens come from Clerk. */
  signInLocally: (() => Promise<string>) | null;
  /** The address the server listens on. */
  host: string;
  /** What signed URLs start with; whole only once the server listens. */
  publicUrl: () => string;
  /** The origins of a store that is not this server. */
  storageOrigins: readonly string[];
};

/**
 * The page at `/` and its files. The one-click sign-in is there only while the server listens on this machine alone:
 * whoever can reach the address is taken for its owner.
 */
export function consoleRoutes({ settings, signInLocally, host, publicUrl, storageOrigins }: ConsoleOptions): Hono {
  const oneClick = LOOPBACK_HOSTNAMES.includes(hostnameOf(`http://${host.includes(':') ? `[${host}]` : host}`) ?? '');
  const signIn = signInLocally ? (oneClick ? 'local' : 'token') : 'clerk';
  const clerk = settings.clerkPublishableKey === null ? null : clerkOrigin(settings.clerkPublishableKey);
  let loading: Promise<Assets> | undefined;
  const assets = (): Promise<Assets> => (loading ??= loadAssets());

  const routes = new Hono()
    .use('/console/*', compress())
    .get('/', async (c) => {
      const publicOrigin = new URL(publicUrl()).origin;
      c.header('Content-Security-Policy', pagePolicy({ storage: [publicOrigin, ...storageOrigins], clerk }));
      c.header('Cache-Control', 'no-cache');
      return c.html(renderShell(await assets(), { ...settings, signIn, publicOrigin }));
    })
    .get('/console/:version/:path{.+}', async (c, next) => {
      const { base, find } = await assets();
      const path = c.req.param('path');
      const asset = base.endsWith(`/${c.req.param('version')}`) ? await find(path) : null;
      if (!asset) return next();
      c.header('Content-Type', asset.contentType);
      c.header('Cache-Control', 'public, max-age=31536000, immutable');
      if (path.endsWith('.worker.min.mjs')) c.header('Content-Security-Policy', WORKER_POLICY);
      return c.body(asset.body);
    });
  if (!signInLocally || !oneClick) return routes;

  return routes.post('/console/sign-in', async (c) => {
    const ownHostnames = [...LOOPBACK_HOSTNAMES, hostnameOf(publicUrl()) ?? ''];
    if (!isFromOwnPage(c.req.raw.headers, ownHostnames)) {
      return c.json({ detail: 'Only the page at / of this server may sign in here' }, 403);
    }
    c.header('Cache-Control', 'no-store');
    return c.json({ token: await signInLocally() });
  });
}

/** A publishable key names its instance: `pk_test_` and, in Base64, the host and a dollar sign. */
function clerkOrigin(publishableKey: string): string | null {
  const host = Buffer.from(publishableKey.replace(/^pk_(test|live)_/, ''), 'base64')
    .toString()
    .replace(/\$$/, '');
  return /^[\w-]+(\.[\w-]+)+$/.test(host) ? `https://${host}` : null;
}
