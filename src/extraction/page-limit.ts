import { ExtractionError } from './extraction-error.ts';

/** @throws {ExtractionError} `too_many_pages` where the document has more than may be read at once */
export const requirePages = (pages: number, maxPages: number): void => {
  if (pages <= maxPages) return;
  throw new ExtractionError(
    'too_many_pages',
    `The document has ${pages} pages; at most ${maxPages} can be read at once. Split it in parts.`,
  );
};
