import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/extraction/read-document.ts';
import { type ExpectedDocument, scoreDocument } from '../support/score.ts';

/** Sample statements with their rows; not part of the project. `CORPUS_DIR` says where they are. */
const folder = join(process.env.CORPUS_DIR ?? '../shared/corpus', 'pdf');
const isThere = existsSync(folder);

/** Statements that may be misread without failing the suite. None of them may be called reconciled. */
const ALLOWED_MISTAKES = 2;

describe.skipIf(!isThere)('sample statements of several banks', () => {
  const files = globSync('*/*.pdf', { cwd: folder }).toSorted();
  const results = files.map(async (file) => {
    const pdf = readFileSync(join(folder, file));
    const truth = JSON.parse(
      readFileSync(join(folder, file.replace(/\.pdf$/, '.truth.json')), 'utf8'),
    ) as ExpectedDocument;
    return { file, score: scoreDocument(truth, await readDocument(pdf, { maxPages: 50 })) };
  });

  it('are read without a row error, but for a few', async () => {
    const scores = await Promise.all(results);
    const mistaken = scores.filter(({ score }) => score.wrong > 0).map(({ file }) => file);
    expect(mistaken.length, mistaken.join(', ')).toBeLessThanOrEqual(ALLOWED_MISTAKES);
  });

  it('are never called reconciled where a row is wrong', async () => {
    const scores = await Promise.all(results);
    expect(scores.filter(({ score }) => score.isSilentlyWrong).map(({ file }) => file)).toEqual([]);
  });
});

describe.skipIf(isThere)('sample statements of several banks', () => {
  it(`are missing from ${folder}: their test is skipped`, () => {
    expect(process.env.CORPUS_REQUIRED ?? '0').not.toBe('1');
  });
});
