/** Wall and CPU seconds of one piece of work, and the most memory that the process has ever had resident. */
export type Measured = {
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  /** Where the work starts processes of its own. */
  childPeakMegabytes?: number;
};

export const measureWork = async (work: () => Promise<unknown>): Promise<Measured> => {
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
};
