import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Five projects: `unit` needs no database, `sqlite` and `postgresql` run the same files over both engines
 * (every `*.db.test.ts`; `*.pg.test.ts` is for PostgreSQL alone), `cluster` tells stories again of many processes, `browser` opens the pages in a real Chromium. The PostgreSQL server is started by the global
 * set-up from an npm package, and so is the browser where the system has none.
 */
const base = {
  // One copy of graphql for all, as Node finds it: Vite would give the tests its `module` build beside it, and graphql
  // refuses types "from another realm".
  alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** The stories that are told again of a cluster (`test/support/open-house.ts`): those in which processes have to work together. */
const TRUE_OF_MANY = [
  'audit',
  'auth',
  'credits',
  'dashboards',
  'machine-formats',
  'main-job',
  'passwords',
  'second-reader',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...base,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{db,pg}.test.ts', 'test/browser/**'],
        },
      },
      { test: { ...base, name: 'sqlite', include: ['test/**/*.db.test.ts'], env: { TEST_DATABASE: 'sqlite' } } },
      {
        test: {
          ...base,
          name: 'postgresql',
          include: ['test/**/*.{db,pg}.test.ts'],
          env: { TEST_DATABASE: 'postgresql' },
          globalSetup: ['test/support/postgresql-server.ts'],
        },
      },
      {
        test: {
          ...base,
          name: 'cluster',
          include: TRUE_OF_MANY.map((story) => `test/stories/${story}.db.test.ts`),
          env: { TEST_DATABASE: 'postgresql', TEST_HOUSE: 'cluster' },
          globalSetup: ['test/support/postgresql-server.ts'],
        },
      },
      {
        test: {
          ...base,
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          env: { TEST_DATABASE: 'sqlite' },
          globalSetup: ['test/browser/chromium.ts'],
        },
      },
    ],
  },
});
