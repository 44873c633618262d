import { expect, test } from 'vitest';
import { likelyTerm } from '../../../src/extraction/vocabulary/likely-term.ts';

test.each([
  ['soide', 'solde', 'one letter is another'],
  ['solide', 'solde', 'one is too many'],
  ['openng', 'opening', 'one is missing'],
  ['balance', 'balance', 'all are right'],
  ['granville', 'granville', 'it is another word'],
  ['sado', 'sado', 'it is too short to tell'],
  ['', '', 'there is none'],
])('%s is read as %s: %s', (read, meant) => {
  expect(likelyTerm(read)).toBe(meant);
});
