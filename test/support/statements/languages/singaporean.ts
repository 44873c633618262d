import { british } from './british.ts';
import type { LanguagePack } from './language-pack.ts';

export const singaporean: LanguagePack = {
  ...british,
  currencies: ['SGD', 'MYR', 'HKD', 'AUD', 'ZAR', 'CAD', 'AED', 'KWD'],
  numbers: ['1,234.56'],
  dates: ['DD MMM', 'DD MMM YYYY', 'DD/MM/YYYY', 'D/M/YYYY', 'DDMMMYY', 'DD/MM', 'YYYY-MM-DD', 'DD MMM YY'],
  banks: 'Straits Sample Bank|Southern Cross Example|Merlion Savings',
  words: {
    ...british.words,
    debit: 'Withdrawal|Withdrawals|Debit',
    credit: 'Deposit|Deposits|Credit',
    brought: 'BALANCE B/F|Balance Brought Forward',
    carried: 'BALANCE C/F|Balance Carried Forward',
  },
};
