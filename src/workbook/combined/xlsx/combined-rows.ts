import { signOfDecimal, subtractDecimals } from '../../decimal.ts';
import { flagSentence } from '../../plain-words.ts';
import { isExactInExcel } from '../../xlsx/excel-number.ts';
import type { Combined, CombinedAccount, CombinedRow } from '../combined.ts';
import { statementTitle } from '../statement-title.ts';

/** A transaction as the table shows it, with what its row needs to know of its account. */
export type CombinedTableRow = {
  row: CombinedRow;
  account: CombinedAccount;
  /** How many decimals its figures are shown with. */
  decimals: number;
  /** The row of the sheet, as formulas name it. */
  sheetRow: number;
  /** What is wrong or to be known, in plain words; empty where nothing is. */
  note: string;
};

/** The rows of the table: account by account, statement by statement, as printed. */
export const combinedRows = ({ accounts }: Combined): CombinedTableRow[] => {
  const tableRows: CombinedTableRow[] = [];
  for (const account of accounts) {
    const decimals = account.decimals;
    let knownDifference = '0';
    for (const row of account.rows) {
      const difference = differenceOf(row) ?? knownDifference;
      const isNew = row.duplicateOf === null && signOfDecimal(subtractDecimals(difference, knownDifference)) !== 0;
      const notes = [...notesOf(row), ...(isNew ? [differenceNote(difference)] : [])];
      tableRows.push({ row, account, decimals, sheetRow: tableRows.length + 2, note: notes.join(' ') });
      if (row.duplicateOf === null) knownDifference = difference;
    }
  }
  return tableRows;
};

const notesOf = ({ transaction, resembles }: CombinedRow): string[] => {
  const { amount, balance, flags } = transaction;
  const isExact = isExactInExcel(amount) && (balance === null || isExactInExcel(balance));
  const notes = [...flags, ...(isExact ? [] : ['too_many_digits'])].map(flagSentence);
  if (resembles) {
    const place = `${statementTitle(resembles.source)}, page ${resembles.transaction.page}`;
    notes.push(`The same as a row of ${place}, but for its balance: both are counted.`);
  }
  return notes;
};

/** The printed balance less the continued one. */
const differenceOf = ({ transaction: { balance }, continuedBalance }: CombinedRow): string | null =>
  balance === null || continuedBalance === null ? null : subtractDecimals(balance, continuedBalance);

const differenceNote = (difference: string): string =>
  signOfDecimal(difference) === 0
    ? 'From here on the printed balance is the continued one again.'
    : `From here on the printed balance differs from the continued one by ${difference}.`;
