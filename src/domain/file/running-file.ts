import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { File } from './file.entity.ts';

/** Names one run of one file: what a job is given. */
export type RunOfFile = { fileId: number; run: number };

const running = ({ fileId, run }: RunOfFile) => ({ id: fileId, run, status: 'processing' as const });

/** The file while this very run is under way; null where it was deleted, finished or started anew since. */
export const findRunningFile = (em: SqlEntityManager, run: RunOfFile): Promise<File | null> =>
  em.findOne(File, running(run), { disableIdentityMap: true });

/** The same, as it stands now and locked until the transaction ends. */
export const lockRunningFile = (em: SqlEntityManager, run: RunOfFile): Promise<File | null> =>
  em.findOne(File, running(run), { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** Whether this very run is the one that the file's outputs come from. */
export const isCompletedRun = async (em: SqlEntityManager, { fileId, run }: RunOfFile): Promise<boolean> =>
  (await em.count(File, { id: fileId, completedRun: run })) > 0;
