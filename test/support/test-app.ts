import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../src/app.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import type { DatabaseLocation } from '../../src/database/orm.ts';
import { createLog } from '../../src/log.ts';
import { type Client, createClient } from './client.ts';
import { createTestDatabase } from './test-database.ts';

export const ADMIN_KEY = 'test-admin-key';

export type TestApp = {
  url: string;
  /** Every line that was logged, as one text. */
  logged: () => string;
  signIn: (email: string, credits?: number) => Promise<Client>;
  /** The environment that another process over the same data would be given. */
  environment: Record<string, string>;
  stop: () => Promise<void>;
};

/** The whole server on a free loopback port, over an empty database of the engine that this run is for. */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
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
  const app = await buildApp(parseConfig(whole), { log });
  const url = await app.start();
  return {
    url,
    logged: () => lines.join(''),
    environment: whole,
    signIn: async (email, credits) => createClient(url, await issueLocalToken(app, { email, credits })),
    stop: async () => {
      await app.stop();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const urlOf = (location: DatabaseLocation): string =>
  location.engine === 'postgresql' ? location.url : `file:${location.path}`;
