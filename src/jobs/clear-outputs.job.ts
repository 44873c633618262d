import type { Storage } from '../storage/storage.ts';
import type { JobHandler, Jobs } from './queue.ts';

/** Removes what a dashboard's row has named before, when no link to it is good any more. */
export const clearOutputsJob = (storage: Storage): JobHandler<Jobs['clear-outputs']> => ({
  run: ({ prefix }) => storage.deletePrefix(prefix),
  // The row of the failed job stays for the operator.
  giveUp: async () => undefined,
});
