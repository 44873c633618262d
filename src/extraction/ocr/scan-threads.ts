import { Piscina } from 'piscina';
import { readScannedPage, type ReadPage, type ScannedPage } from './read-scanned-page.ts';

export type PageReader = (page: ScannedPage) => Promise<ReadPage>;

/** A thread holds models of 100 MB: it goes when nobody has asked for so long. */
const IDLE_MS = 2_000;

const pools = new Map<number, Piscina<ScannedPage, ReadPage>>();

/** Reads so many pages at once: in threads of this process, or, where that is one, right here. */
export function openScanThreads(threads: number): PageReader {
  if (threads <= 1) return readScannedPage;
  const pool = pools.get(threads) ?? startPool(threads);
  pools.set(threads, pool);
  return (page) => pool.run(page);
}

function startPool(threads: number): Piscina<ScannedPage, ReadPage> {
  return new Piscina({
    filename: new URL('./read-scanned-page.ts', import.meta.url).href,
    name: readScannedPage.name,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    env: {},
  });
}
