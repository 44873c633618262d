import { emptyLedger, type LedgerEntry } from '../ledger.ts';
import { joinTexts, tidyOrNull } from '../tidy-text.ts';
import { readEntryText, readNumberedLines } from './entry-text.ts';
import type { Page } from './join-pages.ts';
import type { SwiftField, SwiftMessage } from './read-messages.ts';
import { readStatementLine, type StatementLine } from './statement-line.ts';
import { readBalance, readSum } from './swift-values.ts';

/** A statement line with the fields that follow it and tell more of it. */
type Item = { line: StatementLine; texts: SwiftField[] };

/** What one message states about its account. Lines that are no statement lines are left out with a warning. */
export function ledgerOfMessage({ fields, sender }: SwiftMessage, warnings: string[]): Page {
  const ledger = emptyLedger();
  const page: Page = { ...ledger, statementNumber: null, pageNumber: null, goesOn: { from: false, to: false } };
  page.bank = sender;
  const items: Item[] = [];
  let isClosed = false;
  for (const field of fields) {
    const { tag } = field;
    const [value = ''] = field.lines;
    if (tag === '61') {
      const line = readStatementLine(field.lines);
      if (line === null) {
        page.hasGaps = true;
        warnings.push('A statement line (:61:) could not be read and was left out.');
      } else items.push({ line, texts: [] });
    } else if (tag === '60F' || tag === '60M' || tag === '62F' || tag === '62M') {
      readBalanceField(page, tag, value);
      if (tag.startsWith('62')) isClosed = true;
    } else if (tag === '25' || tag === '25P') {
      // An account behind a statement line is the line's text under a wrong tag.
      if (items.length > 0) items.at(-1)?.texts.push(field);
      else readAccount(page, field);
    } else if (tag === '28' || tag === '28C') {
      const match = /^\s*(\d+)(?:\/(\d+))?/.exec(value);
      page.statementNumber = match?.[1] ?? null;
      page.pageNumber = match?.[2] === undefined ? null : Number(match[2]);
    } else if (tag === '86' || tag === 'NS') {
      if (isClosed) continue;
      if (items.length > 0) items.at(-1)?.texts.push(field);
      else if (tag === 'NS') page.accountHolder = readNumberedLines(field.lines).holder;
    } else readTotals(page, field);
  }
  const booked = items.filter(({ line }) => !line.isExpected);
  if (booked.length < items.length) {
    warnings.push(`${items.length - booked.length} entries are only expected and were left out.`);
    // Sums count them, too.
    Object.assign(page, { statedCredits: null, statedDebits: null });
  }
  page.entries = booked.map(entryOf);
  page.currency ??= /[\d.-]([A-Z]{3})$/.exec(page.accountNumber ?? '')?.[1] ?? null;
  return page;
}

function readBalanceField(page: Page, tag: string, value: string): void {
  const balance = readBalance(value);
  const isOpening = tag.startsWith('60');
  if (tag.endsWith('M')) page.goesOn[isOpening ? 'from' : 'to'] = true;
  if (balance === null) {
    page.hasGaps = true;
    return;
  }
  page.currency ??= balance.currency;
  if (balance.currency !== null && balance.currency !== page.currency) page.hasGaps = true;
  page[isOpening ? 'opening' : 'closing'] = balance.amount;
  page[isOpening ? 'periodStart' : 'periodEnd'] = balance.date;
}

/** `:25:` is the account as the bank names it; `:25P:` has the bank's BIC on its second line. */
function readAccount(page: Page, { lines }: SwiftField): void {
  const [value = '', second] = lines;
  page.accountNumber = tidyOrNull(value);
  const bic = second ?? /^([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\//.exec(value)?.[1];
  page.bank ??= tidyOrNull(bic);
}

/** An interim report sums its entries up; the floor limit names their currency. */
function readTotals(page: Page, { tag, lines }: SwiftField): void {
  const [value = ''] = lines;
  if (tag === '34F') page.currency ??= /^\s*([A-Z]{3})/.exec(value)?.[1] ?? null;
  if (tag !== '90C' && tag !== '90D') return;
  const sum = readSum(value);
  if (sum === null) return;
  page.currency ??= sum.currency;
  if (tag === '90C') page.statedCredits = sum.amount;
  else page.statedDebits = -sum.amount;
}

/**
 * The date of an entry is its value date: `:61:` always has one, and an entry date only sometimes. Where an entry date
 * differs, the description tells it.
 */
function entryOf({ line, texts }: Item): LedgerEntry {
  const words = texts.filter(({ tag }) => tag !== 'NS').flatMap(({ lines }) => lines);
  const numbered = texts.filter(({ tag }) => tag === 'NS').flatMap(({ lines }) => lines);
  const free = words.length > 0 ? readEntryText(words) : null;
  const lines = [...(free?.lines ?? []), ...(numbered.length > 0 ? readNumberedLines(numbered).text.lines : [])];
  const told = joinTexts([...lines, line.details]) || line.type;
  const isBookedApart = line.entryDate !== null && line.entryDate !== line.valueDate;
  return {
    date: line.valueDate,
    valueDate: line.valueDate,
    description: isBookedApart ? `${told}\nBooked ${line.entryDate}` : told,
    reference: line.reference ?? free?.reference ?? line.bankReference,
    amount: line.amount,
    balance: null,
    currency: null,
    flags: [],
  };
}
