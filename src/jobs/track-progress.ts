import { reportProgress } from '../domain/file/report-progress.ts';
import type { RunOfFile } from '../domain/file/running-file.ts';
import type { Services } from '../domain/services.ts';

/**
 * Writes progress down as it comes, one write at a time; what comes during a write waits, and only the last counts.
 * Calls `onGone` where the run turns out not to be under way any more.
 */
export function trackProgress(services: Services, run: RunOfFile, onGone: () => void) {
  let latest = 0;
  let written = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    if (latest <= written) return;
    written = latest;
    if (!(await reportProgress(services, run, written))) onGone();
  };
  return {
    report(percent: number): void {
      latest = Math.max(latest, percent);
      writing = writing.then(write);
      // Whoever waits for `settled` hears of a failure; nobody else needs to.
      writing.catch(() => undefined);
    },
    settled: (): Promise<void> => writing,
  };
}
