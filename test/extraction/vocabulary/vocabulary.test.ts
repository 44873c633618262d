import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../../src/extraction/vocabulary/figures.ts';
import { HEADINGS } from '../../../src/extraction/vocabulary/headings.ts';
import { foldTerms, phraseBook } from '../../../src/extraction/vocabulary/phrase-book.ts';
import { NARRATIVE_WORDS, SIGN_WORDS } from '../../../src/extraction/vocabulary/signs.ts';
import { languages } from '../../support/statements/languages/index.ts';
import type { Words } from '../../support/statements/languages/language-pack.ts';

const headings = phraseBook(HEADINGS);
const figures = phraseBook(FIGURES);
const signs = phraseBook(SIGN_WORDS);

const packs = Object.entries(languages).map(([language, { words }]) => ({ language, words }));
const choices = (words: Words, key: keyof Words) => words[key].split('|').map((text) => text.replace('{currency}', ''));

/** What a statement calls a thing, and what that must be read as. */
const asHeading: [keyof Words, string[]][] = [
  ['date', ['date', 'transactionDate', 'postingDate']],
  ['valueDate', ['valueDate', 'postingDate', 'date']],
  ['debit', ['debit']],
  ['credit', ['credit']],
  ['balance', ['balance']],
];

const asFigure: [keyof Words, string[]][] = [
  ['opening', ['opening', 'carried']],
  ['closing', ['closing', 'carried']],
  ['brought', ['carried', 'opening']],
  ['carried', ['carried', 'closing']],
];

describe.each(packs)('in $language', ({ words }) => {
  it.each(asHeading)('the headings for %s are known', (key, roles) => {
    const unknown = choices(words, key).filter((text) => !roles.includes(headings.meaningOf(text) ?? ''));
    expect(unknown).toEqual([]);
  });

  it.each(asFigure)('the labels for %s are known', (key, kinds) => {
    const found = (text: string) => figures.find(foldTerms(text)).map(({ meaning }) => meaning as string);
    const isBalance = (text: string) => headings.meaningOf(text) === 'balance';
    const unknown = choices(words, key).filter(
      (text) => !found(text).some((kind) => kinds.includes(kind)) && !isBalance(text),
    );
    expect(unknown).toEqual([]);
  });

  // `D` is debit in most languages and credit in Czech; figures decide there. Signs are no words.
  it('the marks for money in and out are known', () => {
    const wrong = (key: 'debitMark' | 'creditMark', side: string) =>
      choices(words, key)
        .map((text) => text.trim())
        .filter((text) => /\p{L}/u.test(text) && text !== 'D' && signs.meaningOf(text) !== side);
    expect(wrong('debitMark', 'debit')).toEqual([]);
    expect(wrong('creditMark', 'credit')).toEqual([]);
  });
});

describe('no word stands on both sides of an account', () => {
  it.each([
    ['signs', SIGN_WORDS],
    ['narratives', NARRATIVE_WORDS],
  ])('of %s', (_, { credit, debit }) => {
    const folded = (phrases: string[]) => new Set(phrases.map((phrase) => foldTerms(phrase).join(' ')));
    expect([...folded(credit)].filter((phrase) => folded(debit).has(phrase))).toEqual([]);
  });

  it('of headings', () => {
    const debits = new Set(HEADINGS.debit.map((phrase) => foldTerms(phrase).join(' ')));
    expect(HEADINGS.credit.filter((phrase) => debits.has(foldTerms(phrase).join(' ')))).toEqual([]);
  });
});

describe('phrases are found', () => {
  const book = phraseBook({ fruit: ['apple', 'apple tree', 'äpfel', '苹果'], stone: ['pebble'] });

  it('whatever their case, accents and punctuation', () => {
    expect(book.meaningOf('APPLE:')).toBe('fruit');
    expect(book.meaningOf('Apfel.')).toBe('fruit');
    expect(book.meaningOf('pebbles')).toBeNull();
  });

  it('the longest first, and none twice', () => {
    expect(book.find(foldTerms('an apple tree and a pebble'))).toEqual([
      { meaning: 'fruit', start: 1, end: 3 },
      { meaning: 'stone', start: 5, end: 6 },
    ]);
  });

  it('inside of a term where words are not parted', () => {
    expect(book.find(foldTerms('红苹果树'))).toEqual([{ meaning: 'fruit', start: 0, end: 1 }]);
  });
});
