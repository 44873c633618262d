import type { Interpretation } from '../interpret.ts';
import type { Line } from '../layout/word.ts';
import { interpretScanned } from './interpret-scanned.ts';
import type { OcrLanguage } from './languages.ts';
import type { ScannedPage } from './read-scanned-page.ts';
import { openScanThreads } from './scan-threads.ts';

/** Reads the pages of one document; its language is that of its first pages. */
export type ScanReader = {
  /** May be asked for several pages at once. */
  readPage(page: Omit<ScannedPage, 'language'>): Promise<Line[]>;
  /** What the lines of all pages say, once they are read. */
  interpret(lines: readonly Line[]): Interpretation;
};

/** Reads so many pages at once. */
export function createScanReader(threads: number): ScanReader {
  const read = openScanThreads(threads);
  /** What the pages before say: the first ones are read one after the other, until one tells. */
  let settling: Promise<OcrLanguage | null> = Promise.resolve(null);

  return {
    interpret: interpretScanned,

    async readPage(page) {
      const before = settling;
      const reading = before.then((language) => read({ ...page, language }));
      const own = reading.then(
        ({ language }) => language,
        () => null,
      );
      settling = before.then((language) => language ?? own);
      return (await reading).lines;
    },
  };
}
