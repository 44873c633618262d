import type { Transaction } from './answers.ts';

/** What the flags of a row say: docs/extraction.md. */
const FLAGS: Readonly<Record<string, string>> = {
  balance_mismatch: 'Its balance does not follow from the row before',
  sign_inferred: 'Money in or out was inferred: nothing at the figure says it',
  date_ambiguous: 'Day and month could be the other way round',
  date_outside_period: 'Its date lies outside the printed period',
};

export const explainFlag = (flag: string): string => FLAGS[flag] ?? flag.replaceAll('_', ' ');

/** Arithmetic contradicts the row; other flags only ask to look again. */
export const isFailing = ({ flags }: Transaction): boolean => flags.includes('balance_mismatch');

const CHECKS: Readonly<Record<string, string>> = {
  running_balance: 'Running balance',
  opening_balance: 'Opening balance',
  closing_balance: 'Closing balance',
  total_credits: 'Total money in',
  total_debits: 'Total money out',
};

export const nameCheck = (name: string): string => CHECKS[name] ?? name.replaceAll('_', ' ');
