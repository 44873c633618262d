import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

export type ServerProcess = { url: string; process: ChildProcess; exited: Promise<unknown>; output: () => string };

/** `npm start` without npm: the server as a process of its own, which a story may kill. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exited = once(child, 'exit');
  for (;;) {
    const url = /API docs +(\S+)\/docs/.exec(output)?.[1];
    if (url) return { url, process: child, exited, output: () => output };
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
    await pause(50);
  }
}
