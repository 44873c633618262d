import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Run = { exitCode: number | null; stdout: string; stderr: string };

/** A folder to work in and, beside it, the only one the command can make temporary files in. */
export async function makeDesk() {
  const root = await mkdtemp(join(tmpdir(), 'excellent-banking-desk-'));
  const folder = join(root, 'desk');
  const temporary = join(root, 'temporary');
  await mkdir(folder);
  await mkdir(temporary);
  return {
    folder,
    at: (name: string): string => join(folder, name),
    /** What lies on the desk, and what the command has forgotten elsewhere. */
    files: async (): Promise<string[]> => (await readdir(folder)).sort(),
    forgotten: (): Promise<string[]> => readdir(temporary),
    remove: () => rm(root, { recursive: true, force: true }),

    /** Runs `npm run convert` without npm, in this folder. `onStderr` sees what is told to whoever waits. */
    async convert(args: string[], onStderr?: (soFar: string, interrupt: () => void) => void): Promise<Run> {
      const command = spawn(process.execPath, [resolve('src/cli/convert.ts'), ...args], {
        cwd: folder,
        env: { PATH: process.env['PATH'], TMPDIR: temporary },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own, so that a process it leaves behind can be seen.
        detached: true,
      });
      let stdout = '';
      let stderr = '';
      command.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      command.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
        onStderr?.(stderr, () => command.kill('SIGINT'));
      });
      const [exitCode] = (await once(command, 'close')) as [number | null];
      await groupHasEnded(command.pid);
      return { exitCode, stdout, stderr };
    },
  };
}

export type Desk = Awaited<ReturnType<typeof makeDesk>>;

/** Waits for the last process of a group. One that stays is what the test's time limit is for. */
async function groupHasEnded(groupId: number | undefined): Promise<void> {
  if (groupId === undefined) throw new Error('The command did not start');
  while (isGroupAlive(groupId)) await pause(20);
}

function isGroupAlive(groupId: number): boolean {
  try {
    return process.kill(-groupId, 0);
  } catch {
    return false;
  }
}
