import { EventEmitter, on } from 'node:events';
import type { ProgressFeed } from '../domain/file/progress-feed.ts';

export type InProcessFeed = ProgressFeed & {
  /** Tells every reader that there may be a change. */
  publishAll(): void;
  /** Ends all subscriptions. */
  stop(): void;
};

/** A progress feed for one process, in which jobs and readers both live. */
export function createInProcessFeed(): InProcessFeed {
  const emitter = new EventEmitter().setMaxListeners(0);
  const changed = (id: number): string => `changed:${id}`;
  return {
    publish: (id) => void emitter.emit(changed(id)),
    publishAll: () => emitter.eventNames().forEach((name) => name === 'stop' || emitter.emit(name)),
    subscribe: (id) => on(emitter, changed(id), { close: ['stop'] }),
    stop: () => void emitter.emit('stop'),
  };
}
