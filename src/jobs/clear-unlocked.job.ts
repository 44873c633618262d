import { unlockedPath } from '../domain/file/file-paths.ts';
import { findRunningFile } from '../domain/file/running-file.ts';
import type { Services } from '../domain/services.ts';
import type { JobHandler, Jobs } from './queue.ts';

/** Removes an unlocked copy whose run never began. A run under way removes its own when it ends. */
export const clearUnlockedJob = (newServices: () => Services): JobHandler<Jobs['clear-unlocked']> => ({
  async run({ fileId, run, name }) {
    const { em, storage } = newServices();
    if (await findRunningFile(em, { fileId, run })) return;
    await storage.deletePrefix(unlockedPath(fileId, run, name));
  },
  // The row of the failed job stays for the operator.
  giveUp: async () => undefined,
});
