/** Tells whoever watches a file (or a dashboard) that it has changed. It carries no state: the row does. */
export interface ProgressFeed {
  publish(id: number): void;
  /** Yields at every change from now on, until the reader returns, which also ends a `next` that still waits. */
  subscribe(id: number): AsyncIterableIterator<unknown>;
}
