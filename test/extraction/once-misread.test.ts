import { expect, it } from 'vitest';
import { readDocument } from '../../src/extraction/read-document.ts';
import { seededRandom } from '../support/random.ts';
import { scoreDocument } from '../support/score.ts';
import { generateStatement } from '../support/statements/generate-statement.ts';

/** Statements of which rows were once lost or misread, by what went wrong. Seeds stand for their documents. */
const onceMisread: Record<string, number[]> = {
  'days in the midst of their column beside a right half without a heading': [944517, 5101003],
  'numbers of pages taken for days that only one order allows': [944464],
  'the first row’s date, broken beside a panel, put on the panel’s line': [5100464, 5100847],
  'a section of one row whose amounts are called values': [5100577],
  'signs in a column of their own, on a line above the figure or behind its currency': [5990128, 5990305],
  'rates of interest below the rows, for what is owed up to a figure': [5990330, 16600045],
  'days and months in columns that no heading names': [5990150, 14500351],
  'accounts behind the closing balance of another, in tables without headings': [5990241, 5990371, 5990491, 5990583],
};

it.each(Object.entries(onceMisread))('reads all rows: %s', async (_, seeds) => {
  for (const seed of seeds) {
    const { pdf, truth } = generateStatement(seededRandom(seed));
    const reading = await readDocument(pdf, { maxPages: 100 });
    expect({ seed, wrong: scoreDocument(truth, reading).wrong }).toEqual({ seed, wrong: 0 });
  }
});
