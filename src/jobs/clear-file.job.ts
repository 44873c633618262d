import { outputPrefix, uploadPrefix } from '../domain/file/file-paths.ts';
import type { Storage } from '../storage/storage.ts';
import type { JobHandler, Jobs } from './queue.ts';

/**
 * Removes what may have been written after its file was deleted: by an upload URL that was still good, by a run that
 * was just finishing, by a deletion that died halfway.
 */
export const clearFileJob = (storage: Storage): JobHandler<Jobs['clear-file']> => ({
  async run({ userId, fileId }) {
    await storage.deletePrefix(uploadPrefix({ userId, id: fileId }));
    await storage.deletePrefix(outputPrefix(fileId));
  },
  // The row of the failed job stays for the operator.
  giveUp: async () => undefined,
});
