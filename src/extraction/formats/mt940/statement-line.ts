import { readMoney } from '../money.ts';
import { entryDate, swiftDate } from './swift-values.ts';

/** What a statement line (`:61:`) says. Money out is negative. */
export type StatementLine = {
  valueDate: string;
  entryDate: string | null;
  amount: bigint;
  /** An interim report announces it: it has not moved the account yet. */
  isExpected: boolean;
  /** Transaction type, such as `NTRF`. */
  type: string;
  /** The account owner's reference and the bank's; null where the line says that there is none. */
  reference: string | null;
  bankReference: string | null;
  /** What stands behind the references and on the lines below. */
  details: string;
};

/**
 * Value date, entry date (optional), mark, funds code (optional), amount, type, references. The mark is `C` or `D`, with
 * an `R` in front for a reversal (`RC` takes a credit back), or an `E` for what is only expected. `CR` is a credit with
 * the last letter of `EUR` as its funds code.
 */
const LINE = /^\s*(\d{6})(\d{4})?\s*(R[CD]|E[CD]|[CD])([A-Z])?\s*(\d[\d.]*,?\d*|,\d+)\s*([A-Z][A-Z0-9 ]{3})?(.*)$/;

/** References have 16 characters; what some banks write behind them is a name. */
const REFERENCE_LENGTH = 16;

/** Reads a statement line with the lines below it, or null where it is none. */
export function readStatementLine([first = '', ...below]: readonly string[]): StatementLine | null {
  const match = LINE.exec(first);
  if (match === null) return null;
  const [, value = '', entry, mark = '', , figure = '', type = '', rest = ''] = match;
  const valueDate = swiftDate(value);
  const amount = readMoney(figure);
  if (valueDate === null || amount === null) return null;
  const at = rest.indexOf('//');
  const own = at < 0 ? rest : rest.slice(0, at);
  const isOut = mark === 'D' || mark === 'ED' || mark === 'RC';
  return {
    valueDate,
    entryDate: entry === undefined ? null : entryDate(entry, valueDate),
    amount: isOut ? -amount : amount,
    isExpected: mark.startsWith('E'),
    type: type.trim(),
    reference: knownReference(own.slice(0, REFERENCE_LENGTH)),
    bankReference: at < 0 ? null : knownReference(rest.slice(at + 2)),
    details: [own.slice(REFERENCE_LENGTH), ...below].join(' ').trim(),
  };
}

/** Longer texts are no references. */
const LONGEST_REFERENCE = 35;
/** What banks write where there is none, and codes that say which reference would stand here. */
const NO_REFERENCE = /^(?:NONREF|NOTPROVIDED|NOREF|EREF|PREF|MARF|0+)$/i;

/** A single letter is what is left of a reference that was left out (`NCHKN`). */
export function knownReference(text: string): string | null {
  const { length } = text.trim();
  return length < 2 || length > LONGEST_REFERENCE || NO_REFERENCE.test(text.trim()) ? null : text.trim();
}
