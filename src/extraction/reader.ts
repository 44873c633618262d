import type { Interpretation } from './interpret.ts';
import type { ExtractedDocument } from './statement.ts';

export type ReadOptions = {
  maxPages: number;
  password?: string;
  /** How many threads may read pages from their pictures; where it is 1, as if nothing is said, this one does. */
  scanThreads?: number;
  /** Called after each page is read with how many are, and how many there are. */
  onPage?: (page: number, pages: number) => void;
  /** Called before a page is read from its picture: it may take seconds. */
  onScan?: () => void;
  /** Called with what the document's lines say, where it is read by lines: files for machines have none. */
  onInterpreted?: (interpretation: Interpretation) => void;
};

/** How documents of one format are read. Both throw `ExtractionError` with a sentence for the document's owner. */
export type Reader = {
  /** What the document costs, in pages, without reading it. */
  countPages(bytes: Uint8Array, options: { password?: string }): number | Promise<number>;
  read(bytes: Uint8Array, options: ReadOptions): ExtractedDocument | Promise<ExtractedDocument>;
};
