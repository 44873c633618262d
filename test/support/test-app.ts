import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp, type World } from '../../src/app.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import type { DatabaseLocation } from '../../src/database/orm.ts';
import { createLog } from '../../src/log.ts';
import { type Client, createClient } from './client.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export const ADMIN_KEY = 'test-admin-key';

export type TestApp = {
  readonly url: string;
  /** Every line that was logged, as one text. */
  logged: () => string;
  signIn: (email: string, credits?: number) => Promise<Client>;
  /** The session of somebody whom nobody here has to know. */
  sessionOf: (clerkUserId: string) => Promise<Client>;
  database: TestDatabase;
  /** The environment that another process over the same data would be given. */
  environment: Record<string, string>;
  /** Where it keeps what it writes to a disk. */
  folders: string[];
  stop: () => Promise<void>;
};

/** The whole server on a free loopback port, over an empty database of the engine that this run is for. */
export async function startTestApp(environment: Record<string, string> = {}, world: World = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'excellent-banking-app-'));
  const whole = {
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: urlOf(database.location),
    ADMIN_API_KEY: ADMIN_KEY,
    EXTRACTION_PROCESSES: '2',
    ...environment,
  };
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const app = await buildApp(parseConfig(whole), { log, ...world });
  const url = await app.start();
  return {
    url,
    logged: () => lines.join(''),
    environment: whole,
    folders: [dataDir],
    signIn: async (email, credits) => createClient(url, await issueLocalToken(app, { email, credits })),
    sessionOf: async (clerkUserId) => {
      if (!app.auth.localIssuer) throw new Error('Tokens come from Clerk here');
      return createClient(url, await app.auth.localIssuer.issue({ sub: clerkUserId, email: 'somebody@example.com' }));
    },
    database,
    stop: async () => {
      await app.stop();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const urlOf = (location: DatabaseLocation): string =>
  location.engine === 'postgresql' ? location.url : `file:${location.path}`;
