import type { ExtractedDocument, Statement } from '../../../src/extraction/statement.ts';
import { scoreDocument } from '../score.ts';
import type { TrueStatement, Truth } from './sheet.ts';

/**
 * What is wrong with the reading of a sheet, in a few words each: rows, texts, balances, what is called reconciled, and
 * whose statement it is. Of the last, what was not found is no fault: null rather than a guess.
 */
export function faultsOfReading(truth: Truth, document: ExtractedDocument | null): string[] {
  const { wrong, expected, expectedTotals, rightTotals, isSilentlyWrong } = scoreDocument(truth, document);
  const found = document?.statements ?? [];
  const faults: string[] = [];
  if (wrong > 0) faults.push(`${wrong} rows wrong, of ${expected}`);
  if (isSilentlyWrong) faults.push('silently wrong');
  if (found.length !== truth.statements.length)
    faults.push(`${found.length} statements, not ${truth.statements.length}`);
  if (rightTotals < expectedTotals)
    faults.push(`${expectedTotals - rightTotals} of opening and closing balances wrong`);
  if (found[0] !== undefined && isOther(found[0].bank, truth.bank)) faults.push(`bank ${found[0].bank}`);
  return [...faults, ...truth.statements.flatMap((own, at) => faultsOfStatement(own, found[at]))];
}

function faultsOfStatement(truth: TrueStatement, found: Statement | undefined): string[] {
  if (found === undefined) return [];
  const faults: string[] = [];
  if (found.reconciled !== (truth.proven ? true : null)) faults.push(`reconciled ${found.reconciled}`);
  for (const [name, value, right] of identityOf(truth, found))
    if (isOther(value, right)) faults.push(`${name} ${value}`);
  const lost = truth.transactions.find(({ description }, at) => !isTold(description, found.transactions[at]));
  if (lost !== undefined && truth.transactions.length === found.transactions.length)
    faults.push(`text lost: ${lost.description}`);
  return faults;
}

/** What a statement is called, as read and as it is. */
export function identityOf(truth: TrueStatement, found: Statement): [string, string | null, string | null][] {
  return [
    ['account', found.accountNumber, truth.account_number],
    ['holder', found.accountHolder, truth.account_holder],
    ['currency', found.currency, truth.currency],
    ['period start', found.periodStart, truth.period_start],
    ['period end', found.periodEnd, truth.period_end],
  ];
}

function isOther(found: string | null, right: string | null): boolean {
  return found !== null && (right === null || !plain(found).includes(plain(right)));
}

function isTold(text: string, row: { description: string; reference: string | null } | undefined): boolean {
  return row !== undefined && plain(`${row.description} ${row.reference ?? ''}`).includes(plain(text));
}

/** Letters and digits alone: a line may be broken anywhere. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/&\w+;|[^\p{L}\p{N}]/gu, '');
}
