import type { Services } from '../services.ts';
import { File } from './file.entity.ts';
import type { RunOfFile } from './running-file.ts';

/** Notes how far a run is, in percent. It only ever grows, and only while the run is under way. */
export async function reportProgress(
  { em, clock, progress }: Pick<Services, 'em' | 'clock' | 'progress'>,
  { fileId, run }: RunOfFile,
  percent: number,
): Promise<void> {
  const changed = await em.nativeUpdate(
    File,
    { id: fileId, run, status: 'processing', progress: { $lt: percent } },
    { progress: percent, updatedAt: clock() },
  );
  if (changed > 0) progress.publish(fileId);
}
