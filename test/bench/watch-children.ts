import { readFileSync } from 'node:fs';

const INTERVAL_MS = 20;
const TICKS_A_SECOND = 100;

/** The most memory that any child of this process ever had resident, and the CPU time of all, as Linux tells them. */
export const watchChildren = () => {
  const peaks = new Map<string, number>();
  const cpu = new Map<string, number>();
  const look = (): void => {
    for (const pid of read(`/proc/self/task/${process.pid}/children`).split(' ').filter(Boolean)) {
      const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
      peaks.set(pid, Math.max(peaks.get(pid) ?? 0, kilobytes / 1024));
      const [user = 0, system = 0] =
        read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
      cpu.set(pid, Math.max(cpu.get(pid) ?? 0, (user + system) / TICKS_A_SECOND));
    }
  };
  const timer = setInterval(look, INTERVAL_MS);
  return {
    stop() {
      clearInterval(timer);
      return {
        childPeakMegabytes: Math.max(0, ...peaks.values()),
        childCpuSeconds: [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0),
      };
    },
  };
};

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // It has just ended.
  }
};
