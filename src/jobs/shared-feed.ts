import { createInProcessFeed, type InProcessFeed } from './in-process-feed.ts';

/** What carries a word to the other processes, and theirs to us; null where some may have been missed. */
export type Broadcast = {
  listen(channel: string, listener: (payload: string | null) => void): void;
  notify(channel: string, payload: string): void;
};

/**
 * A progress feed over several processes: the job runs in one, its readers are connected to another. Readers here are
 * told at once, those elsewhere by the broadcast; being told twice does no harm, since a reader only looks again.
 */
export function createSharedFeed(channel: string, broadcast: Broadcast): InProcessFeed {
  const feed = createInProcessFeed();
  broadcast.listen(channel, (payload) => (payload === null ? feed.publishAll() : feed.publish(Number(payload))));
  return {
    ...feed,
    publish(id) {
      feed.publish(id);
      broadcast.notify(channel, String(id));
    },
  };
}
