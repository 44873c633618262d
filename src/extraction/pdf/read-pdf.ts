import { ExtractionError } from '../extraction-error.ts';
import { interpret } from '../interpret.ts';
import type { CharacterPage } from '../layout/character.ts';
import { readLines } from '../layout/read-lines.ts';
import type { Line } from '../layout/word.ts';
import { requirePages } from '../page-limit.ts';
import type { ReadOptions } from '../reader.ts';
import type { ExtractedDocument } from '../statement.ts';
import { openPdf } from './open-pdf.ts';
import { readCharacters } from './read-characters.ts';

/**
 * Reads the statements of a PDF with text.
 *
 * @throws {ExtractionError} `encrypted_pdf`, `damaged_file`, `too_many_pages`, `no_text_layer`
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<ExtractedDocument> {
  using pdf = await openPdf(bytes, options);
  requirePages(pdf.pageCount, options.maxPages);
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
  const { statements, warnings: doubts } = interpret(lines);
  warnings.push(...doubts);
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
