import { createRouter } from './router.ts';
import { routes } from './routes.ts';

const PAGES = ['/docs', '/openapi.json'];

const router = createRouter(
  [...new Set(routes.map(({ path }) => path)), ...PAGES].map((path) => ({ method: 'any', path, handler: path })),
);

/** The documented route that a path belongs to, with names in the place of ids; null where there is none. */
export const findTemplate = (path: string): string | null => router.find('any', path)?.handler ?? null;
