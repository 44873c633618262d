import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { GreyImage } from './grey-image.ts';
import type { OcrLanguage } from './languages.ts';

/** The little of Tesseract's API that is used here; the package brings no types. */
type TessApi = {
  Init(dataPath: null, languages: string, engine: number): number;
  SetVariable(name: string, value: string): boolean;
  SetPageSegMode(mode: number): void;
  SetImageFile(orientation: number, angle: number): number;
  SetRectangle(left: number, top: number, width: number, height: number): void;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  Clear(): void;
};
type TessModule = {
  FS: { writeFile(path: string, bytes: Uint8Array): void };
  TessBaseAPI: new () => TessApi;
};
type TessCore = (options: { print(): void; printErr(): void }) => Promise<TessModule>;

/** What was found, as Tesseract prints it: pixels, y downwards, confidence in percent. */
export type TessLine = {
  baseline: { x0: number; y0: number; x1: number; y1: number };
  rowAttributes: { rowHeight: number; descenders: number; ascenders: number };
  words: TessWord[];
  /** Which part of its page it was found in, where that was read in several. */
  part?: number;
};
export type TessWord = { text: string; confidence: number; bbox: TessBox };
export type TessBox = { x0: number; y0: number; x1: number; y1: number };
type TessPage = { blocks: { paragraphs: { lines: TessLine[] }[] | null }[] };

/** A line that was found in a part of a page, where it is on the page. */
export function moved(line: TessLine, right: number, down: number): TessLine {
  const move = ({ x0, y0, x1, y1 }: TessBox): TessBox => ({
    x0: x0 + right,
    y0: y0 + down,
    x1: x1 + right,
    y1: y1 + down,
  });
  const words = line.words.map((word) => ({ ...word, bbox: move(word.bbox) }));
  return { ...line, baseline: move(line.baseline), words };
}

/** How the page is taken apart (`PageSegMode`, publictypes.h). */
export const SEGMENTATION = { automatic: 3, column: 4, block: 6, line: 7, sparse: 11 } as const;
export type Segmentation = keyof typeof SEGMENTATION;

/** `OEM_LSTM_ONLY` (publictypes.h). */
const LSTM = 1;
const require = createRequire(import.meta.url);

/** Reads text in one language. It is not re-entrant, but every call runs to its end without yielding. */
export type Tesseract = {
  readLines(image: GreyImage, options: { segmentation: Segmentation; whitelist?: string }): TessLine[];
};

let core: Promise<TessModule> | undefined;
const engines = new Map<OcrLanguage, Promise<Tesseract>>();

/**
 * Starts Tesseract for a language, once for the process. Code and models come out of the packages: nothing is fetched
 * and nothing written.
 */
export function loadTesseract(language: OcrLanguage): Promise<Tesseract> {
  const known = engines.get(language);
  if (known !== undefined) return known;
  const engine = start(language);
  engines.set(language, engine);
  return engine;
}

async function start(language: OcrLanguage): Promise<Tesseract> {
  // With SIMD, but not the relaxed kind, whose results depend on the machine.
  core ??= (require('tesseract.js-core/tesseract-core-simd-lstm.js') as TessCore)({ print() {}, printErr() {} });
  const module = await core;
  const packed = await readFile(
    require.resolve(`@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`),
  );
  module.FS.writeFile(`${language}.traineddata`, gunzipSync(packed));
  const api = new module.TessBaseAPI();
  if (api.Init(null, language, LSTM) !== 0) throw new Error(`Tesseract does not start with ${language}`);
  return {
    readLines(image, { segmentation, whitelist = '' }) {
      module.FS.writeFile('/input', portableGreyMap(image));
      api.SetVariable('tessedit_char_whitelist', whitelist);
      api.SetPageSegMode(SEGMENTATION[segmentation]);
      if (api.SetImageFile(1, 0) === 1) throw new Error('Tesseract cannot read the image');
      api.Recognize(null);
      const page: TessPage = JSON.parse(api.GetJSONText());
      api.Clear();
      return page.blocks.flatMap(({ paragraphs }) => paragraphs ?? []).flatMap(({ lines }) => lines);
    },
  };
}

/** A PGM: the least that Tesseract reads. */
function portableGreyMap({ width, height, pixels }: GreyImage): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  return Buffer.concat([head, pixels]);
}
