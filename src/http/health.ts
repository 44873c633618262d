import { Hono } from 'hono';
import type { Logger } from '../log.ts';

/** What must answer for the server to be ready; each throws where it does not. */
export type Checks = Record<string, () => Promise<unknown>>;

/** `/health`: the process is alive. `/ready`: it can do its work. Neither tells more than that. */
export function healthRoutes(checks: Checks, log: Logger): Hono {
  return new Hono()
    .get('/health', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      const names = Object.keys(checks);
      const outcomes = await Promise.allSettled(Object.values(checks).map((check) => check()));
      const failed = names.filter((name, index) => {
        const outcome = outcomes[index];
        if (outcome?.status !== 'rejected') return false;
        log.error({ check: name, error: outcome.reason }, 'not ready');
        return true;
      });
      return failed.length === 0
        ? c.json({ status: 'ready' })
        : c.json({ detail: `Not ready: ${failed.join(', ')}` }, 503);
    });
}
