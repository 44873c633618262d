import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExtractionError } from '../../src/extraction/extraction-error.ts';
import { readDocument } from '../../src/extraction/read-document.ts';
import { recognise } from '../../src/extraction/recognise.ts';
import { type ExpectedDocument, rowF1, scoreDocument } from '../support/score.ts';

/** Public sample statements that are no part of the project. `CORPUS_DIR` says where they are. */
const corpus = process.env.CORPUS_DIR ?? join(import.meta.dirname, '../../../shared/corpus');
const isHere = existsSync(join(corpus, 'pdf'));

/** Of the 20 statements so many are read without an error today. It is raised with the reader and never lowered. */
const LEAST_WITHOUT_ERROR = 20;

describe.skipIf(isHere)('the corpus', () => {
  it(`is not at ${corpus}: its tests are skipped, unless CORPUS_REQUIRED=1 says that it has to be`, () => {
    expect(process.env.CORPUS_REQUIRED ?? '0').not.toBe('1');
  });
});

describe.skipIf(!isHere)('statements of the corpus', async () => {
  const files = globSync(join(corpus, 'pdf/**/*.pdf')).toSorted();
  const cases = await Promise.all(
    files.map(async (file) => {
      const truth: ExpectedDocument = JSON.parse(readFileSync(file.replace(/\.pdf$/, '.truth.json'), 'utf8'));
      const reading = await readDocument(readFileSync(file), { maxPages: 100 }).catch(() => null);
      return { file, score: scoreDocument(truth, reading) };
    }),
  );

  it('are read without an error in a row', () => {
    const wrong = cases.filter(({ score }) => score.wrong > 0).map(({ file }) => file);
    expect(cases.length - wrong.length, `wrong: ${wrong.join(', ')}`).toBeGreaterThanOrEqual(LEAST_WITHOUT_ERROR);
    expect(rowF1(cases.map(({ score }) => score))).toBeGreaterThan(0.995);
  });

  it('are never called reconciled where a row is wrong', () => {
    expect(cases.filter(({ score }) => score.isSilentlyWrong).map(({ file }) => file)).toEqual([]);
  });
});

const answerTo = (bytes: Uint8Array): string => {
  try {
    return recognise(bytes).format.format;
  } catch (error) {
    if (error instanceof ExtractionError) return error.code;
    throw error;
  }
};

describe.skipIf(!isHere)('files of the corpus for machines', () => {
  const files = globSync(join(corpus, 'formats/*/*.{sta,xml,ofx,qif}')).toSorted();

  it('are answered with what can be done instead, and not taken for something else', () => {
    const answers = files.map((file) => ({ file, size: statSync(file).size, answer: answerTo(readFileSync(file)) }));
    const expected = ({ size }: { size: number }) => (size === 0 ? 'empty_file' : 'unsupported_format');
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter((one) => one.answer !== expected(one))).toEqual([]);
  });
});
