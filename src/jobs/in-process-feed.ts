import { EventEmitter, on } from 'node:events';
import type { ProgressFeed } from '../domain/file/progress-feed.ts';

/** A progress feed for one process, in which jobs and readers both live. `stop` ends all subscriptions. */
export function createInProcessFeed(): ProgressFeed & { stop(): void } {
  const emitter = new EventEmitter().setMaxListeners(0);
  const changed = (id: number): string => `changed:${id}`;
  return {
    publish: (id) => void emitter.emit(changed(id)),
    subscribe: (id) => on(emitter, changed(id), { close: ['stop'] }),
    stop: () => void emitter.emit('stop'),
  };
}
