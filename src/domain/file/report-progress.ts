import type { Services } from '../services.ts';
import { File } from './file.entity.ts';
import { findRunningFile, type RunOfFile } from './running-file.ts';

/**
 * Notes how far a run is, in percent. It only ever grows, and only while the run is under way: false where it is not
 * any more.
 */
export async function reportProgress(
  { em, clock, progress }: Pick<Services, 'em' | 'clock' | 'progress'>,
  run: RunOfFile,
  percent: number,
): Promise<boolean> {
  const changed = await em.nativeUpdate(
    File,
    { id: run.fileId, run: run.run, status: 'processing', progress: { $lt: percent } },
    { progress: percent, updatedAt: clock() },
  );
  if (changed === 0) return (await findRunningFile(em, run)) !== null;
  progress.publish(run.fileId);
  return true;
}
