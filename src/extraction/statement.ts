import type { Box } from './layout/placement.ts';

/**
 * What extraction returns: the shape of `processed_data` in the API's own terms (camelCase here; REST and the JSON
 * export print snake_case). Money is a decimal string with at least two decimals, signed from the account holder's
 * side: money out is negative. Dates are ISO `YYYY-MM-DD`.
 */
export type ExtractedDocument = {
  statements: Statement[];
  sourceFormat: SourceFormat;
  /** Sentences for a person about the document as a whole: a page that could not be read, a figure that contradicts. */
  warnings: string[];
  pages: number;
  characters: number;
};

/** What was read: a PDF's text or pictures, or a file for machines. */
export type SourceFormat =
  | 'pdf-text'
  | 'pdf-ocr'
  /** Some pages by their text, others by their picture. */
  | 'pdf-mixed'
  | 'image-ocr'
  | 'csv'
  | 'xlsx'
  /** A workbook of Excel before 2007, or of Excel 2003 in XML. */
  | 'xls'
  | 'ods'
  /** A page with tables, mostly under the name of a workbook. */
  | 'html'
  | 'ofx'
  | 'qif'
  | 'mt940'
  | 'camt'
  | 'bai2';

/** One statement of one account in one currency. */
export type Statement = {
  bank: string | null;
  accountNumber: string | null;
  accountHolder: string | null;
  /** ISO 4217, or null where the document never says. */
  currency: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  openingBalance: string | null;
  closingBalance: string | null;
  totalCredits: string;
  totalDebits: string;
  /**
   * `true` only where arithmetic proves the rows, `false` where a printed figure contradicts them (the row is flagged),
   * `null` where the statement prints nothing to check against.
   */
  reconciled: boolean | null;
  checks: Check[];
  transactions: Transaction[];
};

/** One proof that was tried: a printed figure (`expected`) beside the one computed from the rows (`found`). */
export type Check = { name: string; ok: boolean; expected: string; found: string };

export type Transaction = {
  date: string;
  valueDate: string | null;
  description: string;
  reference: string | null;
  amount: string;
  /** The running balance printed on this row, or null where none is printed. */
  balance: string | null;
  currency: string | null;
  /** 1-based page of the document. */
  page: number;
  /** 0 to 1. */
  confidence: number;
  /** What is wrong or was repaired with this row, in snake_case words: `balance_mismatch`, … Empty where nothing is. */
  flags: string[];
  /**
   * Where the row stands on its page as a viewer shows it, with the lines that continue it: shares (0 to 1) of the page's
   * width and height from its top left. Null or absent where that is not known: machine formats have no pages.
   */
  box?: Box | null;
};
