import type { Statement } from '../../extraction/statement.ts';
import { sumDecimals } from '../decimal.ts';
import { element, field, noon } from './elements.ts';

const FROM_OPENING =
  'The statement prints no closing balance: the ledger balance is its opening balance and its transactions.';
const FROM_NOTHING = 'The statement prints no balance: the ledger balance is the sum of its transactions.';

/**
 * LEDGERBAL, which no statement may be without (section 11.4.2.2), and MKTGINFO, which says so where the figure is not
 * the statement's own but what its rows come to. `today` is an ISO date for a statement that has none.
 */
export const ledgerBalance = (statement: Statement, today: string): string[] => {
  const { openingBalance, closingBalance, transactions, periodEnd } = statement;
  const amounts = transactions.map(({ amount }) => amount);
  const lastDate = transactions
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return [
    element('LEDGERBAL', [
      field('BALAMT', closingBalance ?? sumDecimals([openingBalance ?? '0.00', ...amounts])),
      field('DTASOF', noon(periodEnd ?? lastDate ?? today)),
    ]),
    closingBalance === null ? field('MKTGINFO', openingBalance === null ? FROM_NOTHING : FROM_OPENING) : '',
  ];
};
