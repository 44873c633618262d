import type { ProgressFeed } from './file/progress-feed.ts';

type Watch<Row> = {
  feed: ProgressFeed;
  id: number;
  /** Looks anew at each call. */
  find: () => Promise<Row>;
  isOver: (row: Row) => boolean;
};

/** The row now and after every change, until it is over. Throws what `find` throws. */
export function watchRow<Row>({ feed, id, find, isOver }: Watch<Row>): AsyncIterableIterator<Row> {
  // Listening begins before the first look, so that no change falls between them.
  const changes = feed.subscribe(id);
  const looks = look(changes, find, isOver);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => looks.next(),
    // A generator that waits for a change cannot be told to return; the changes can, and then it does.
    return: async () => {
      await changes.return?.();
      return looks.return();
    },
  };
}

async function* look<Row>(
  changes: AsyncIterator<unknown>,
  find: () => Promise<Row>,
  isOver: (row: Row) => boolean,
): AsyncGenerator<Row, void> {
  try {
    for (;;) {
      const row = await find();
      yield row;
      if (isOver(row)) return;
      if ((await changes.next()).done) return;
    }
  } finally {
    await changes.return?.();
  }
}
