import pMap from 'p-map';

type Options = {
  /** How many pages are read at once by threads; 1 where there are none. */
  threads: number;
  /** Hears how many pages are read of how many. */
  onPage: ((page: number, pages: number) => void) | undefined;
};

/**
 * Reads the pages 0 to `count` - 1 of a document, several at once, and gives what was read in their order. The first
 * failure ends it.
 */
export function mapPages<Page>(
  count: number,
  read: (index: number) => Promise<Page>,
  { threads, onPage }: Options,
): Promise<Page[]> {
  let done = 0;
  const readOne = async (index: number): Promise<Page> => {
    const page = await read(index);
    onPage?.(++done, count);
    return page;
  };
  // While threads read, the next page is drawn; where there are none, a second picture would only take room.
  const concurrency = threads > 1 ? threads + 1 : 1;
  return pMap(Array.from({ length: count }).keys(), readOne, { concurrency });
}
