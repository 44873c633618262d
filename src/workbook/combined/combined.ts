import type { Statement, Transaction } from '../../extraction/statement.ts';
import type { CategoryMatch } from '../categories/match-category.ts';

/** Several statements as one set of books. Money is decimal strings, signed as extraction signs it; dates are ISO. */
export type Combined = {
  accounts: CombinedAccount[];
  /** Sentences of the readers, each with the file it is about. */
  warnings: string[];
  pages: number;
};

/** One account in one currency, over all of its statements. Figures count every transaction once. */
export type CombinedAccount = {
  /** Names the account wherever it stands among others: unique in the workbook, and no number to a spreadsheet. */
  label: string;
  bank: string | null;
  accountNumber: string | null;
  accountHolder: string | null;
  currency: string | null;
  /** How many decimals its figures are shown with. */
  decimals: number;
  /** By the days they cover. */
  statements: CombinedStatement[];
  /** By statement, as printed. */
  rows: CombinedRow[];
  openingBalance: string | null;
  moneyIn: string;
  moneyOut: string;
  /** What must have moved where statements are missing: the sum of the jumps between them. */
  unaccounted: string;
  /** Opening balance, money in, money out and what is unaccounted for. */
  closingComputed: string | null;
  closingPrinted: string | null;
  /** Whether its statements name neither bank nor number, so that it was taken for one account by its currency. */
  isUnnamed: boolean;
};

export type CombinedStatement = {
  fileId: number;
  filename: string;
  /** 1-based within its file. */
  statementNumber: number;
  /** How many statements its file has. */
  statementsInFile: number;
  statement: Statement;
  /** The printed period, or the first and the last day of its rows. */
  firstDay: string | null;
  lastDay: string | null;
  seam: Seam;
};

/** How a statement joins those before it. Null where there is nothing to compare. */
export type Seam = {
  /** Its opening balance beside the balance that the statements before it lead to. */
  opening: Comparison | null;
  /** What must have moved before it that no statement shows: the balance goes on from its own opening. Mostly null. */
  jump: string | null;
  /** Its closing balance beside the balance continued through its rows. */
  closing: Comparison | null;
  /** Days that no statement covers, before this one. */
  gap: DaySpan | null;
  /** Days that an earlier statement covers too. */
  overlap: DaySpan | null;
  /** How many of its rows an earlier statement has already. */
  duplicates: number;
  /** The earlier statement that has all of its rows. */
  copyOf: CombinedStatement | null;
};

export type Comparison = { printed: string; continued: string; difference: string; ok: boolean };
export type DaySpan = { from: string; to: string; days: number };

export type CombinedRow = {
  transaction: Transaction;
  source: CombinedStatement;
  /** 1-based in its statement. */
  rowNumber: number;
  category: CategoryMatch;
  /** The row of an earlier statement that this one repeats: it stays visible and is not counted. */
  duplicateOf: CombinedRow | null;
  /** A row of an earlier statement that is the same but for its printed balance: both are counted. */
  resembles: CombinedRow | null;
  /** The balance after this row, continued from the first statement of the account on. */
  continuedBalance: string | null;
};
