import type { ExtractedDocument } from '../../statement.ts';
import { decodeText } from '../decode-text.ts';
import { emptyLedger, type Ledger, type LedgerEntry } from '../ledger.ts';
import { proveLedger } from '../prove-ledger.ts';
import { readMarkedMoney, settleMark } from '../settle-mark.ts';
import { statedDate } from '../stated-date.ts';
import { joinTexts, tidyLine, tidyOrNull } from '../tidy-text.ts';
import { cashMovements } from './investment-cash.ts';
import { type OfxElement, parseSgml } from './parse-sgml.ts';
import { withSigns } from './unsigned-amounts.ts';

/** A currency that is said to be unknown (ISO 4217). */
const NO_CURRENCY = 'XXX';

/**
 * Reads OFX and QFX, versions 1 (SGML) and 2 (XML): every statement of a bank account or a credit card. The ledger
 * balance is the closing one; an opening balance is not stated in OFX.
 *
 * @throws {ExtractionError} `damaged_file`
 */
export function readOfx(bytes: Uint8Array): ExtractedDocument {
  const text = decodeText(bytes, declaredCharset(bytes));
  const { root, isWhole } = parseSgml(text.slice(Math.max(0, text.search(/<(?:\w+:)?OFX[\s>]/i))));
  const warnings: string[] = [];
  if (!isWhole) warnings.push('The file breaks off before its end: later transactions may be missing.');
  const all = descendants(root);
  const bank = tidyOrNull(
    valueOf(
      all.find(({ name }) => name === 'FI'),
      'ORG',
    ),
  );
  const file: Context = { bank, warnings, money: moneyReader(all) };
  const ledgers = all.flatMap((response) => {
    if (response.name === 'INVSTMTRS') return investmentLedger(response, file);
    return response.name === 'STMTRS' || response.name === 'CCSTMTRS' ? [ledgerOf(response, file)] : [];
  });
  return {
    statements: ledgers.map((ledger) => proveLedger({ ...ledger, hasGaps: ledger.hasGaps || !isWhole })),
    sourceFormat: 'ofx',
    warnings,
    pages: 1,
    characters: text.length,
  };
}

/** OFX 1 names a code page (`CHARSET:1252`), OFX 2 the encoding of its XML. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  const [, charset, xml] = /CHARSET:\s*([\w-]+)|<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head) ?? [];
  return charset ?? xml ?? null;
}

type Context = { bank: string | null; warnings: string[]; money: (text: string) => bigint | null };

const FIGURES: ReadonlySet<string> = new Set(['TRNAMT', 'BALAMT', 'TOTAL']);

/** Reads the figures of a file: the standard leaves the decimal mark to the bank, so that all of them settle it. */
function moneyReader(elements: readonly OfxElement[]): Context['money'] {
  // Some banks write the currency beside the figure.
  const plain = (text: string) => text.replaceAll(/[\p{Sc}\p{L}]/gu, '').trim();
  const figures = elements.flatMap(({ name, text }) => (FIGURES.has(name) ? plain(text) : []));
  const mark = settleMark(figures, '.');
  return (text) => readMarkedMoney(plain(text), mark);
}

/** What moved the cash of an investment account, where anything did. */
function investmentLedger(response: OfxElement, file: Context): Ledger[] {
  const list = childOf(response, 'INVTRANLIST');
  const banked = (list?.children ?? []).filter(({ name }) => name === 'INVBANKTRAN');
  const items = banked.flatMap(({ children }) => children.filter(({ name }) => name === 'STMTTRN'));
  const traded = cashMovements(list).flatMap(({ date, settled, total, memo, id }): LedgerEntry[] => {
    const [day, amount] = [readDate(date) ?? readDate(settled), file.money(total)];
    if (day === null || amount === null) return [];
    const common = { balance: null, currency: null, flags: [], reference: tidyOrNull(id) };
    return [{ ...common, date: day, valueDate: readDate(settled), description: tidyLine(memo), amount }];
  });
  if (items.length === 0 && traded.length === 0) return [];
  file.warnings.push(
    'Only the cash of an investment account was read: what was bought and sold is told by what it moved.',
  );
  const account = childOf(response, 'INVACCTFROM');
  const own = ledgerOfItems(items, currencyCode(valueOf(response, 'CURDEF')), file);
  const entries = [...own.entries, ...traded].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  return [{ ...own, accountNumber: knownOrNull(valueOf(account, 'ACCTID')), hasGaps: true, entries }];
}

function ledgerOf(response: OfxElement, file: Context): Ledger {
  const account = childOf(response, 'BANKACCTFROM') ?? childOf(response, 'CCACCTFROM');
  const lists = response.children.filter(({ name }) => name === 'BANKTRANLIST');
  const items = lists.flatMap(({ children }) => children.filter(({ name }) => name === 'STMTTRN'));
  const [list] = lists;
  return {
    ...ledgerOfItems(items, currencyCode(valueOf(response, 'CURDEF')), file),
    accountNumber: knownOrNull(valueOf(account, 'ACCTID')),
    periodStart: readDate(valueOf(list, 'DTSTART')),
    periodEnd: readDate(valueOf(lists.at(-1), 'DTEND')),
    closing: file.money(valueOf(childOf(response, 'LEDGERBAL'), 'BALAMT')),
  };
}

function ledgerOfItems(items: readonly OfxElement[], currency: string | null, file: Context): Ledger {
  const { bank, warnings } = file;
  const found = items.flatMap((item) => {
    const entry = entryOf(item, file);
    return entry === null ? [] : [{ type: valueOf(item, 'TRNTYPE'), entry }];
  });
  const read = withSigns(found);
  if (read.some(({ flags }) => flags.includes('sign_inferred'))) {
    warnings.push('The amounts have no signs: which are money out is taken from the types of the transactions.');
  }
  if (read.length < items.length) {
    warnings.push(
      `${items.length - read.length} of ${items.length} transactions have no date or amount and were left out.`,
    );
  }
  return {
    ...emptyLedger(),
    bank,
    currency: currency ?? onlyCurrency(read),
    hasGaps: read.length < items.length,
    entries: read,
  };
}

function entryOf(item: OfxElement, { money }: Context): LedgerEntry | null {
  const value = (name: string) => valueOf(item, name);
  const date = readDate(value('DTPOSTED')) ?? readDate(value('DTUSER')) ?? readDate(value('DTAVAIL'));
  const amount = money(value('TRNAMT'));
  if (date === null || amount === null) return null;
  const name = value('NAME') || valueOf(childOf(item, 'PAYEE'), 'NAME') || value('PAYEE');
  const check = value('CHECKNUM').replace(/^0+$/, '');
  return {
    date,
    valueDate: readDate(value('DTAVAIL')) ?? readDate(value('VALUEDATE')),
    description: joinTexts([name, value('MEMO'), value('EXTDNAME')]) || tidyOrNull(value('TRNTYPE')) || '',
    reference: tidyOrNull(value('REFNUM') || check || value('FITID')),
    amount,
    // No part of the standard, but some banks state it.
    balance: money(value('ACCTBAL')),
    // ORIGCURRENCY tells of amounts that are converted already (section 5.2); CURRENCY of those that are not.
    currency: currencyCode(valueOf(childOf(item, 'CURRENCY'), 'CURSYM')),
    flags: [],
  };
}

/** `YYYYMMDDHHMMSS.XXX[offset:zone]`: the day in the zone that the bank writes. */
function readDate(text: string): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text);
  return match === null ? null : statedDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

function currencyCode(text: string): string | null {
  const code = text.toUpperCase();
  return /^[A-Z]{3}$/.test(code) && code !== NO_CURRENCY ? code : null;
}

function onlyCurrency(entries: readonly LedgerEntry[]): string | null {
  const codes = new Set(entries.map(({ currency }) => currency));
  const [first = null] = codes;
  return codes.size === 1 ? first : null;
}

/** Exports write `UNKNOWN` where the standard wants a value that nobody has. */
function knownOrNull(text: string): string | null {
  return text === 'UNKNOWN' ? null : tidyOrNull(text);
}

function childOf(element: OfxElement | undefined, name: string): OfxElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The text of a child, without the white space around it; empty where there is none. */
function valueOf(element: OfxElement | undefined, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}

function descendants(root: OfxElement): OfxElement[] {
  const all: OfxElement[] = [];
  const left = [root];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    all.push(next);
    for (const child of next.children.toReversed()) left.push(child);
  }
  return all;
}
