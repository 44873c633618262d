import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type DatabaseLimits, DEFAULT_DATABASE_LIMITS } from '../database/database-limits.ts';
import type { DatabaseLocation } from '../database/orm.ts';
import { wholeNumber } from './notations.ts';

export type DatabaseConfig = {
  readonly database: Readonly<DatabaseLocation>;
  readonly databaseLimits: DatabaseLimits;
};

const databaseUrl = z
  .string()
  .refine((url) => /^file:./.test(url) || (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)), {
    error: 'must be a postgres:// or postgresql:// URL, or file:<path> for SQLite',
  });

const { connections, jobConnections, statementMs, waitMs } = DEFAULT_DATABASE_LIMITS;

/** Which database, and how much of it. Below two connections, a verb that needs another one would wait for itself. */
export const databaseVariables = {
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_CONNECTIONS: wholeNumber(2, 1_000).default(connections),
  DATABASE_JOB_CONNECTIONS: wholeNumber(2, 100).default(jobConnections),
  DATABASE_STATEMENT_MS: wholeNumber(100, 3_600_000).default(statementMs),
  DATABASE_WAIT_MS: wholeNumber(100, 600_000).default(waitMs),
};
type DatabaseVariables = z.infer<z.ZodObject<typeof databaseVariables>>;

export const arrangeDatabase = (set: DatabaseVariables, dataDir: string): DatabaseConfig => ({
  database: locate(set.DATABASE_URL, dataDir),
  databaseLimits: {
    connections: set.DATABASE_CONNECTIONS,
    jobConnections: set.DATABASE_JOB_CONNECTIONS,
    statementMs: set.DATABASE_STATEMENT_MS,
    waitMs: set.DATABASE_WAIT_MS,
  },
});

const locate = (url: string | undefined, dataDir: string): DatabaseLocation => {
  if (url?.startsWith('postgres')) return { engine: 'postgresql', url };
  const path = url?.replace(/^file:(\/\/)?/, '') ?? join(dataDir, 'excellent-banking.sqlite');
  return { engine: 'sqlite', path: resolve(path) };
};
