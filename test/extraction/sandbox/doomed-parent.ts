import { createSandbox } from '../../../src/extraction/sandbox/sandbox.ts';

/** A server that is about to die: prints the process ids of its readers, one of which is idle and one busy. */
const sandbox = createSandbox({
  processes: 2,
  timeLimitMs: 600_000,
  memoryLimitBytes: 1024 ** 3,
  maxPages: 1,
  childModule: new URL('./misbehaving-child.ts', import.meta.url),
});
const pidOf = (order: string) =>
  new Promise<number>((resolve) => {
    void sandbox.read(Buffer.from(order), { onPage: (page) => page > 1 && resolve(page) });
  });
const pids = await Promise.all([pidOf('spin'), pidOf('hello')]);
process.stdout.write(`${pids.join(' ')}\n`);
