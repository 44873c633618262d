import { dayNumber, type CalendarDate } from '../tokens/calendar-date.ts';
import { dateOf, type PrintedFigure, type Row } from '../table/row.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { Hypothesis } from './hypotheses/hypothesis.ts';
import type { Proof } from './prove.ts';

/** OCR whose readings of a date differ in a digit may well be outvoted by two that are wrong. */
const SURE = 0.9;

/** Whether a row was read from a picture: in what a text layer says, nothing is mended. */
function isScanned({ cells }: Row): boolean {
  for (const { certainty } of cells.values()) if (certainty !== undefined) return true;
  return false;
}

/** What a person should look at in a row that was read from a picture. */
export function scanFlags(row: Row, { meanings }: Hypothesis): string[] {
  const flags: string[] = [];
  const cells = isScanned(row) ? [...row.cells] : [];
  const mended = cells.filter(([, token]) => token.isMended === true).map(([key]) => meanings.get(key));
  if (mended.some((meaning) => meaning !== undefined && meaning !== 'ignored' && meaning !== 'balance')) {
    flags.push('amount_repaired');
  }
  if (mended.includes('balance')) flags.push('balance_repaired');
  if (isDayUncertain(row)) flags.push('date_uncertain');
  return flags;
}

export function isDayUncertain(row: Row): boolean {
  return (dateOf(row)?.certainty ?? 1) < SURE;
}

/** Whether a figure that counts was repaired by the sums: they cannot prove what they have made. */
export function hasRepairedFigures({ entries, hypothesis }: Proof, figures: readonly PrintedFigure[]): boolean {
  const isUsed = (key: string) => (hypothesis.meanings.get(key) ?? 'ignored') !== 'ignored';
  return (
    figures.some(({ token }) => token.isRepaired === true) ||
    entries.some(
      ({ row }) => isScanned(row) && [...row.cells].some(([key, token]) => token.isRepaired === true && isUsed(key)),
    )
  );
}

/**
 * Whether dates that were read from a picture run neither forwards nor backwards: one of them may be misread. Each
 * section of a statement, such as its deposits or its fees, begins anew.
 */
export function isOutOfOrder(entries: readonly { row: Row; date: CalendarDate }[]): boolean {
  if (!entries.some(({ row }) => dateOf(row)?.certainty !== undefined)) return false;
  const steps = entries.slice(1).flatMap((own, at) => {
    const before = entries[at] ?? own;
    const isOneSection = before.row.table === own.row.table && before.row.section === own.row.section;
    return isOneSection ? [dayNumber(own.date) - dayNumber(before.date)] : [];
  });
  return steps.some((step) => step > 0) && steps.some((step) => step < 0);
}

/**
 * Whether a row that was read from a picture has digits behind its first figure that make no figure: a balance or an
 * amount that OCR has spoilt. The sums may follow without it, and prove nothing about it.
 */
export function hasSpoiltFigures(rows: readonly Row[], lines: readonly TokenLine[]): boolean {
  return rows.some((row) => {
    if (!isScanned(row)) return false;
    const cells = [...row.cells.values()];
    const first = Math.min(...cells.map(({ left }) => left));
    return lines[row.index]?.text.words.some(
      (word) =>
        word.certainty !== undefined &&
        word.left > first &&
        /\d\D?\d/.test(word.text) &&
        !cells.some(({ left, right }) => word.left < right && word.right > left),
    );
  });
}
