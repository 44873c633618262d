import { firstCharacters, oneLine } from '../printable-text.ts';
import type { CombinedStatement } from './combined.ts';

type Named = Pick<CombinedStatement['statement'], 'bank' | 'accountNumber' | 'accountHolder' | 'currency'>;

const BANK_LENGTH_MAX = 24;
const NUMBER_TAIL_LENGTH = 4;

/**
 * A short name for each account, `Example Bank …4321 EUR`, no two of which are the same. Formulas compare with it, so
 * that it holds nothing which a spreadsheet's conditions read as more than text (wild cards, comparisons, a number).
 */
export const accountLabels = (accounts: readonly Named[]): string[] => {
  const used = new Set<string>();
  return accounts.map((account) => {
    const label = labelOf(account);
    let unique = label;
    for (let number = 2; used.has(unique.toLowerCase()); number += 1) unique = `${label} (${number})`;
    used.add(unique.toLowerCase());
    return unique;
  });
};

const labelOf = ({ bank, accountNumber, accountHolder, currency }: Named): string => {
  const name = firstCharacters(plain(bank ?? '') || plain(accountHolder ?? '') || 'Account', BANK_LENGTH_MAX).trim();
  const digits = plain(accountNumber ?? '').replace(/[^\p{L}\p{N}]/gu, '');
  const tail = Array.from(digits).slice(-NUMBER_TAIL_LENGTH).join('');
  return [/\p{L}/u.test(name) ? name : `Account ${name}`, tail && `…${tail}`, currency && plain(currency)]
    .filter(Boolean)
    .join(' ');
};

const plain = (text: string): string => oneLine(text.replace(/[*?~<>="]/g, ' '));
