/** A few turns for many callers, first come, first served. */
export type Turns = {
  /** Resolves when it is the caller's turn; rejects with the signal's reason where that aborts before. */
  take(signal: AbortSignal): Promise<void>;
  /** Ends a turn that was taken. */
  give(): void;
  /** How many turns nobody has taken. */
  readonly free: number;
};

export const createTurns = (count: number): Turns => {
  let free = count;
  const waiting = new Set<() => void>();

  return {
    get free() {
      return free;
    },

    take(signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (free > 0) {
          free -= 1;
          return resolve();
        }
        const leave = () => {
          waiting.delete(begin);
          reject(signal.reason);
        };
        const begin = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        signal.addEventListener('abort', leave, { once: true });
        waiting.add(begin);
      });
    },

    give() {
      const [next] = waiting;
      if (next === undefined) {
        free += 1;
        return;
      }
      waiting.delete(next);
      next();
    },
  };
};
