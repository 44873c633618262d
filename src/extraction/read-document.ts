import { ExtractionError } from './extraction-error.ts';
import { interpret } from './interpret.ts';
import type { CharacterPage } from './layout/character.ts';
import { readLines } from './layout/read-lines.ts';
import type { Line } from './layout/word.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { readCharacters } from './pdf/read-characters.ts';
import { recognise } from './recognise.ts';
import type { ExtractedDocument } from './statement.ts';

export type ReadOptions = {
  maxPages: number;
  password?: string;
  /** Called after each page is read, 1-based. */
  onPage?: (page: number, pages: number) => void;
};

/**
 * Reads the statements of a document.
 *
 * @throws {ExtractionError} with a sentence for the document's owner: `empty_file`, `unsupported_format`,
 *   `encrypted_pdf`, `damaged_file`, `too_many_pages`, `no_text_layer`, `no_transactions`
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<ExtractedDocument> {
  recognise(bytes);
  using pdf = await openPdf(bytes, options);
  if (pdf.pageCount > options.maxPages) {
    throw new ExtractionError(
      'too_many_pages',
      `The document has ${pdf.pageCount} pages; at most ${options.maxPages} can be read at once. Split it in parts.`,
    );
  }
  const lines: Line[] = [];
  const warnings: string[] = [];
  let characters = 0;
  for (let index = 0; index < pdf.pageCount; index++) {
    const page = readCharacters(pdf, index);
    characters += page.characters.length;
    const problem = problemOf(page);
    if (problem === null) lines.push(...readLines(page));
    else warnings.push(problem);
    options.onPage?.(index + 1, pdf.pageCount);
  }
  if (lines.length === 0) {
    throw new ExtractionError(
      'no_text_layer',
      'The document is a picture without text. Upload the PDF that your bank offers for download, not a scan or photo.',
    );
  }
  const statements = interpret(lines);
  if (statements.every((statement) => statement.transactions.length === 0)) {
    throw new ExtractionError(
      'no_transactions',
      'No transactions were found in the document. Make sure that it is an account statement with its list of entries.',
    );
  }
  return { statements, sourceFormat: 'pdf-text', warnings, pages: pdf.pageCount, characters };
}

/** Fewer characters than this are a stamp or a page number. */
const LEAST_TEXT = 8;

/** Why a page cannot be read, as a sentence; null where it can. */
function problemOf({ page, characters, undecoded }: CharacterPage): string | null {
  if (characters.length < LEAST_TEXT) return `Page ${page} has no text: it may be empty or a picture.`;
  if (undecoded > 0.3) return `The text of page ${page} is stored in a way that only shows it, so it was left out.`;
  return null;
}
