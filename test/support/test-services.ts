import type { Services } from '../../src/domain/services.ts';
import { createMemoryStorage } from './memory-storage.ts';
import type { TestDatabase } from './test-database.ts';

const silent = { publish: () => undefined, subscribe: async function* () {} };

/** Services for tests of single verbs: a real database, a clock that stands still, everything else in memory. */
export function createTestServices(database: TestDatabase, overrides: Partial<Services> = {}): Services {
  let names = 0;
  return {
    em: database.orm.em.fork(),
    clock: () => new Date('2026-03-01T12:00:00.000Z'),
    randomName: () => `name-${(names += 1)}`,
    storage: createMemoryStorage(),
    queue: { enqueue: async () => undefined },
    countContent: async (_fileId: number, read: () => Promise<Uint8Array>) => {
      await read();
      return { pages: 1, mimeType: 'application/pdf', sha256: '0'.repeat(64) };
    },
    progress: silent,
    dashboardProgress: silent,
    categoryOf: () => 'Uncategorised',
    plans: [],
    stripe: null,
    paypal: null,
    audit: () => undefined,
    settings: {
      rates: { process: 0, upload: 0, checkout: 0, build: 0, change: 0 },
      queueBounds: { all: 0, perUser: 0 },
      signupCredits: 10,
      maxUploadBytes: 1024 * 1024,
      signedUrlLifetimeMs: 3_600_000,
      checkoutReturnUrl: () => 'http://localhost:4000',
    },
    ...overrides,
  };
}

/** The same services with an entity manager of their own, as another request would have. */
export const anotherRequest = (database: TestDatabase, services: Services): Services => ({
  ...services,
  em: database.orm.em.fork(),
});
