import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Metrics } from './metrics.ts';

/** `/metrics`, for whoever presents the token; for everybody where there is none. */
export function metricsRoutes(metrics: Metrics, token: string | null): Hono {
  const expected = token === null ? null : digest(`Bearer ${token}`);
  return new Hono()
    .get('/metrics', async (c) => {
      if (expected && !timingSafeEqual(digest(c.req.header('authorization') ?? ''), expected)) {
        return c.json({ detail: 'Not authenticated' }, 401, { 'WWW-Authenticate': 'Bearer' });
      }
      return c.body(await metrics.print(), 200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' });
    })
    .all('/metrics', (c) => c.json({ detail: 'Method Not Allowed' }, 405, { Allow: 'GET' }))
    .all('/metrics/', (c) => c.redirect('/metrics', 307));
}

/** Hashes have one length, and their comparison takes one time. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
