import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORY_RULES } from '../../../src/workbook/categories/category-rules.ts';
import { foldedWords } from '../../../src/workbook/categories/folded-words.ts';
import { matchCategory } from '../../../src/workbook/categories/match-category.ts';

const categorise = matchCategory(CATEGORY_RULES);
const categoryOf = (description: string, amount = '-10.00'): string => categorise({ description, amount }).category;

describe('the rules that the project brings along', () => {
  test.each([
    ['CARD PURCHASE TESCO STORES 3297', 'Groceries'],
    ['Lastschrift REWE Markt Köln//DE', 'Groceries'],
    ['CB CARREFOUR CITY PARIS', 'Groceries'],
    ['AMZN Mktp DE*2K3', 'Online shopping'],
    ['UBER *TRIP HELP.UBER.COM', 'Transport'],
    ['UBER *EATS HELP.UBER.COM', 'Restaurants and cafés'],
    ['McDonald’s #2231', 'Restaurants and cafés'],
    ['東京電力 1月分 電気', 'Utilities'],
    ['Miete Januar Wohnung 4', 'Rent and housing'],
    ['ATM WITHDRAWAL HIGH ST', 'Cash'],
    ['ATM FEE', 'Bank charges'],
    ['Online transfer to J. Example', 'Transfers'],
  ])('call %j %s', (description, category) => {
    expect(categoryOf(description)).toBe(category);
  });

  test('tell by its side what a word means', () => {
    expect(categoryOf('INTEREST', '1.20')).toBe('Interest received');
    expect(categoryOf('INTEREST', '-1.20')).toBe('Interest paid');
    expect(categoryOf('TRANSFER SALARY JANUARY', '2000.00')).toBe('Salary and wages');
    expect(categoryOf('AMAZON REFUND', '20.00')).toBe('Refunds');
  });

  test.each(['SHELLEY J', 'Rentokil Initial', 'Barbara Example', 'FX 991', ''])(
    'guess nothing of %j',
    (description) => {
      expect(categorise({ description, amount: '-1.00' })).toEqual({ category: 'Uncategorised', rule: null });
    },
  );

  test('say each thing once', () => {
    const all = CATEGORY_RULES.map(({ words, side }) => `${foldedWords(words).join(' ')} ${side}`);
    expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
    expect(all.filter((each) => each.startsWith(' '))).toEqual([]);
  });
});

test('more words win, then the earlier rule', () => {
  const rules = [
    { words: 'green', category: 'first' },
    { words: 'bay', category: 'second' },
    { words: 'green bay', category: 'longest' },
  ];
  const match = matchCategory(rules);
  expect(match({ description: 'Bay, green', amount: '-1' }).category).toBe('first');
  expect(match({ description: 'the GREEN-BAY shop', amount: '-1' }).rule).toBe(rules[2]);
});

test('whatever the text around it, the rule that is shown is one whose words stand in it', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...CATEGORY_RULES), fc.string(), (before, rule, after) => {
      const { rule: found } = categorise({ description: `${before} ${rule.words} ${after}`, amount: '-1.00' });
      const words = foldedWords(`${before} ${rule.words} ${after}`).join(' ');
      expect(found === null).toBe(rule.side === 'in' && found === null);
      expect(` ${words} `).toContain(found === null ? '' : ` ${foldedWords(found.words).join(' ')} `);
    }),
  );
});
