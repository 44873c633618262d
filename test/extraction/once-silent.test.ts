import { expect, it } from 'vitest';
import { readDocument } from '../../src/extraction/read-document.ts';
import { seededRandom } from '../support/random.ts';
import { scoreDocument } from '../support/score.ts';
import { generateStatement } from '../support/statements/generate-statement.ts';

/** Statements that were once called reconciled with a wrong row, by what went wrong. Seeds stand for their documents. */
const onceSilent: Record<string, number[]> = {
  'a date in a description taken for the day of the rows below': [6060, 101179, 201018],
  'a day that stands beside a panel passed over': [6080],
  'a date taken back although words stand beside it': [5024],
  'day and month left in the description': [100502, 400397],
  'the first of two dates left in the description': [200592, 300243, 300526, 2400854],
  'the account’s own rows left out': [6029, 101145, 200129, 840126, 921087],
  'rows given to the other account of a table': [101323, 300074],
  'the right half of a page or its last rows left out': [6138, 100486, 101191],
  'balances left in the description': [100202, 101119, 840859, 870459, 910715, 920366, 944068],
  'all signs turned': [100786, 100956],
  'a year inferred from another date': [100996, 101052],
  'columns of rows read in the wrong order': [301062],
  'a row of nothing left out': [840101, 841023, 944228, 1990139],
  'a nought put together with the figure behind it': [1990097],
  'a date that begins the row’s own lines passed over': [850229],
  'a sentence below the rows taken for one': [841433],
  'a list of sums below taken for another statement': [970717],
  'an entry taken for the heading of another table': [2720360],
  'days of rows taken for those of the page’s head': [5100956],
  'accounts of one table in another order than the document lists them': [2100427, 2100733],
  'the day above the only rows of a page left for a date in a sentence below them': [9990096],
};

it.each(Object.entries(onceSilent))('is not silent any more: %s', async (_, seeds) => {
  for (const seed of seeds) {
    const { pdf, truth } = generateStatement(seededRandom(seed));
    const reading = await readDocument(pdf, { maxPages: 100 }).catch(() => null);
    expect({ seed, isSilent: scoreDocument(truth, reading).isSilentlyWrong }).toEqual({ seed, isSilent: false });
  }
});

/** Statements whose summary contradicts their rows, and that were once called reconciled all the same. */
const onceMissed: Record<string, number[]> = {
  'a total of all rows, in a summary over rows that stand in sections': [2300853, 2720003],
  'a closing balance with another text’s figure beside it': [2400290],
  'a balance carried forward beside the opening one': [7340174],
  'a closing balance that is called no more than that': [2400799, 5101040, 5101250],
  'a closing balance called no more than that, with its day behind it': [8120293],
};

it.each(Object.entries(onceMissed))('contradicts: %s', async (_, seeds) => {
  for (const seed of seeds) {
    const { pdf, truth } = generateStatement(seededRandom(seed));
    const reading = await readDocument(pdf, { maxPages: 100 });
    const { wrong, missesContradiction } = scoreDocument(truth, reading);
    expect({ seed, wrong, missesContradiction }).toEqual({ seed, wrong: 0, missesContradiction: false });
  }
});
