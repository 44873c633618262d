import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type ServerProcess = { url: string; process: ChildProcess; exited: Promise<unknown>; output: () => string };

/** A server that may not be up yet. `ready` rejects, with what it has said, where it ends before it is. */
export type SpawnedServer = Omit<ServerProcess, 'url'> & { ready: Promise<string> };

/** `npm start` without npm: the server as a process of its own, which a story may kill. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const { ready, ...server } = spawnServer(environment);
  return { url: await ready, ...server };
}

/** Where Node keeps what it has compiled unless it is told otherwise; a server is up a third sooner with it. */
const COMPILED = join(tmpdir(), 'node-compile-cache');

export function spawnServer(environment: Record<string, string>): SpawnedServer {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILED, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const listening = async (): Promise<string> => {
    for (;;) {
      const url = /API docs +(\S+)\/docs/.exec(output)?.[1];
      if (url) return url;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server did not start:\n${output}`);
      await pause(50);
    }
  };
  return { ready: listening(), process: child, exited: once(child, 'exit'), output: () => output };
}
