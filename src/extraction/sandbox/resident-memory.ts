import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const POLL_MS = 50;

/** The memory that a process really occupies, in bytes; 0 once it is gone. WebAssembly memory counts, unlike in V8's limits. */
export const residentMemory = async (pid: number): Promise<number> => {
  try {
    const kilobytes = process.platform === 'linux' ? await readStatus(pid) : await askPs(pid);
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
};

const readStatus = async (pid: number): Promise<string> =>
  /^VmRSS:\s*(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';

const askPs = async (pid: number): Promise<string> =>
  (await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])).stdout.trim();

/** Calls `onExceeded` once when the process occupies more than the limit, unless `signal` ends the watch before. */
export const watchMemory = async (
  pid: number,
  limitBytes: number,
  signal: AbortSignal,
  onExceeded: () => void,
): Promise<void> => {
  while (!signal.aborted) {
    if ((await residentMemory(pid)) > limitBytes) return onExceeded();
    await delay(POLL_MS);
  }
};
