import { Hono } from 'hono';
import type { Logger } from '../log.ts';

/** What must answer for the server to be ready; each throws where it does not. */
export type Checks = Record<string, () => Promise<unknown>>;

/** Whoever asks whether we are ready will not wait for long. */
const CHECK_LIMIT_MS = 2_000;

/** `/health`: the process is alive. `/ready`: it can do its work. Neither tells more than that. */
export function healthRoutes(checks: Checks, log: Logger): Hono {
  const fails = async ([name, check]: [string, () => Promise<unknown>]): Promise<boolean> => {
    try {
      await withinLimit(check());
      return false;
    } catch (error) {
      log.error({ check: name, err: error }, 'not ready');
      return true;
    }
  };
  return new Hono()
    .get('/health', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      const failed = await Promise.all(Object.entries(checks).map(fails));
      const names = Object.keys(checks).filter((_, index) => failed[index]);
      if (names.length === 0) return c.json({ status: 'ready' });
      return c.json({ detail: `Not ready: ${names.join(', ')}` }, 503);
    })
    .all('/:path{health|ready}', (c) => c.json({ detail: 'Method Not Allowed' }, 405, { Allow: 'GET' }))
    .all('/:path{health|ready}/', (c) => c.redirect(`/${c.req.param('path')}`, 307));
}

function withinLimit(answer: Promise<unknown>): Promise<unknown> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer within ${CHECK_LIMIT_MS} ms`)), CHECK_LIMIT_MS);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
