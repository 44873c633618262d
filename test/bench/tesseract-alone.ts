import { interpret } from '../../src/extraction/interpret.ts';
import type { Line, Word } from '../../src/extraction/layout/word.ts';
import type { OcrLanguage } from '../../src/extraction/ocr/languages.ts';
import { makeLines } from '../../src/extraction/ocr/make-lines.ts';
import { loadTesseract } from '../../src/extraction/ocr/tesseract.ts';
import type { Statement } from '../../src/extraction/statement.ts';
import { pagesOf } from './pages-of-scan.ts';

/**
 * What our reader makes of Tesseract's own words, as its command line finds them: the picture as it is, the language
 * told beforehand, pages taken apart in its usual way. Nothing is straightened, read twice, mended or repaired, and
 * the words are believed like those of a text layer.
 */
export async function readWithTesseractAlone(
  bytes: Uint8Array,
  language: string,
): Promise<{ statements: Statement[] }> {
  const tesseract = await loadTesseract(modelOf(language));
  const lines: Line[] = [];
  let page = 0;
  for await (const { image, pixelsPerPoint } of pagesOf(bytes)) {
    page += 1;
    const words = tesseract.readLines(image, { segmentation: 'automatic' }).map((line) => ({
      ...line,
      words: line.words.map((word) => ({ ...word, certainty: 1, alternatives: [] })),
    }));
    const placement = [1 / image.width, 0, 0, 1 / image.height, 0, 0] as const;
    for (const line of makeLines(words, { page, pixelsPerPoint, placement })) {
      lines.push({ ...line, words: line.words.map(believed) });
    }
  }
  return interpret(lines);
}

/** A word as a text layer has it: nobody says how sure it is. */
function believed({ text, left, right, baseline, size, afterSpace }: Word): Word {
  return { text, left, right, baseline, size, afterSpace };
}

/** The generator's languages by Tesseract's names; all kinds of English are one. */
function modelOf(language: string): OcrLanguage {
  const names: Record<string, OcrLanguage> = {
    german: 'deu',
    french: 'fra',
    spanish: 'spa',
    italian: 'ita',
    portuguese: 'por',
    dutch: 'nld',
  };
  return names[language] ?? 'eng';
}
