import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.ts';

/** A PostgreSQL with the tools that belong to it, in one folder: the package of the other tests has the server alone. */
const NEEDED = ['initdb', 'postgres', 'createdb', 'pg_dump', 'pg_restore'];
const DEBIAN = '/usr/lib/postgresql';

/** The newest of Debian's, or what PATH leads to; null where the machine has none. */
export function findPostgresqlTools(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...pathFolders()];
  return folders.find((folder) => NEEDED.every((tool) => existsSync(join(folder, tool)))) ?? null;
}

const pathFolders = (): string[] => (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');

export type ToolsServer = {
  /** Of the server, without a database. */
  url: string;
  /** Runs one of the tools and throws what it has to say where it fails. */
  run(tool: string, ...args: string[]): Promise<void>;
  stop(): Promise<void>;
};

/** Its server, empty, on a free loopback port, in a folder that goes with it. */
export async function startToolsServer(folder: string): Promise<ToolsServer> {
  const directory = mkdtempSync(join(tmpdir(), 'excellent-banking-postgresql-tools-'));
  const who = process.getuid?.() === 0 ? userOf('postgres') : null;
  if (who) chownSync(directory, who.uid, who.gid);
  const data = join(directory, 'data');
  const port = await freePort();
  execFileSync(
    join(folder, 'initdb'),
    ['-D', data, '-U', 'tester', '--auth=trust', '--no-sync', '--locale=C', '-E', 'UTF8'],
    {
      ...who,
      stdio: 'ignore',
    },
  );
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', `unix_socket_directories=${directory}`];
  const server = spawn(
    join(folder, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    {
      ...who,
      stdio: 'ignore',
    },
  );
  const url = `postgresql://tester@127.0.0.1:${port}`;
  await untilItAnswers(`${url}/postgres`, server);
  return {
    url,
    async run(tool, ...args) {
      await promisify(execFile)(join(folder, tool), args);
    },
    async stop() {
      const exited = once(server, 'exit');
      server.kill('SIGINT');
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root. */
function userOf(name: string): { uid: number; gid: number } {
  const idOf = (kind: string): number => Number(execFileSync('id', [kind, name], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await pause(50);
    }
  }
}
