import type { CountContent, CountedContent } from '../domain/file/count-content.ts';
import { AppError, conflict } from '../errors.ts';
import type { Sandbox } from '../extraction/sandbox/sandbox.ts';

/** Each waits some tens of milliseconds for the one before; a line longer than this would be answered too late anyway. */
const LONGEST_LINE = 500;

/** Counts one upload after the other, each file once at a time. */
export function createPageCounter(sandbox: Pick<Sandbox, 'count'>): CountContent {
  const underWay = new Set<number>();
  let last: Promise<unknown> = Promise.resolve();
  return async (fileId, read, { password } = {}): Promise<CountedContent> => {
    if (underWay.has(fileId)) throw conflict('File is already being processed; wait for it to finish');
    if (underWay.size >= LONGEST_LINE) throw new AppError('RATE_LIMITED', 'Too Many Requests');
    underWay.add(fileId);
    const turn = last.then(async () => sandbox.count(await read(), password === undefined ? {} : { password }));
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      underWay.delete(fileId);
    }
  };
}
