import { setTimeout as pause } from 'node:timers/promises';
import { type SpawnedServer, spawnServer } from '../server-process.ts';

/** One of the processes of a cluster. It keeps its address, and is started again as often as it ends. */
export type Member = {
  name: string;
  url: string;
  /** How often it was up. */
  starts(): number;
  /** What all its lives have written, in the order of their writing. */
  output(): string;
  /** SIGKILL, now; resolves when it is gone. Says whether there was anything to kill. */
  kill(): Promise<boolean>;
  /** SIGTERM, and no other life after this one. */
  stop(): Promise<void>;
};

const PAUSE_MS = 300;

/** Resolves when the process answers. Throws what it wrote where its first start fails. */
export async function startMember(name: string, environment: Record<string, string>): Promise<Member> {
  let stopping = false;
  let starts = 0;
  let earlierOutput = '';
  let current: SpawnedServer;

  const launch = async (): Promise<string> => {
    current = spawnServer(environment);
    const url = await current.ready;
    starts += 1;
    return url;
  };
  const startAgain = async (): Promise<void> => {
    try {
      await launch();
    } catch {
      // What it needs may be away, too: it ends, and is started once more.
    }
  };
  const keepAlive = async (): Promise<void> => {
    for (;;) {
      await current.exited;
      if (stopping) return;
      earlierOutput += current.output();
      await pause(PAUSE_MS);
      if (stopping) return;
      await startAgain();
    }
  };

  const url = await launch();
  const kept = keepAlive();
  return {
    name,
    url,
    starts: () => starts,
    output: () => earlierOutput + current.output(),
    async kill() {
      const { process, exited } = current;
      const killed = process.kill('SIGKILL');
      await exited;
      return killed;
    },
    async stop() {
      stopping = true;
      current.process.kill('SIGTERM');
      await kept;
    },
  };
}
