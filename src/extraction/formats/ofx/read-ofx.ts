import { ExtractionError } from '../../extraction-error.ts';
import type { ExtractedDocument } from '../../statement.ts';
import { decodeText } from '../decode-text.ts';
import { emptyLedger, type Ledger, type LedgerEntry } from '../ledger.ts';
import { readMoney } from '../money.ts';
import { proveLedger } from '../prove-ledger.ts';
import { statedDate } from '../stated-date.ts';
import { joinTexts, tidyOrNull } from '../tidy-text.ts';
import { type OfxElement, parseSgml } from './parse-sgml.ts';
import { withSigns } from './unsigned-amounts.ts';

/** A currency that is said to be unknown (ISO 4217). */
const NO_CURRENCY = 'XXX';

/**
 * Reads OFX and QFX, versions 1 (SGML) and 2 (XML): every statement of a bank account or a credit card. The ledger
 * balance is the closing one; an opening balance is not stated in OFX.
 *
 * @throws {ExtractionError} `damaged_file`, `no_transactions`
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
  const ledgers = all
    .filter(({ name }) => name === 'STMTRS' || name === 'CCSTMTRS')
    .map((response) => ledgerOf(response, bank, warnings));
  const hasInvestments = all.some(({ name }) => name === 'INVSTMTRS');
  if (ledgers.length === 0 && hasInvestments) {
    throw new ExtractionError(
      'no_transactions',
      'The file holds an investment account. Only bank accounts and credit cards can be read.',
    );
  }
  if (hasInvestments) warnings.push('An investment account in the file was left out.');
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

function ledgerOf(response: OfxElement, bank: string | null, warnings: string[]): Ledger {
  const account = childOf(response, 'BANKACCTFROM') ?? childOf(response, 'CCACCTFROM');
  const list = childOf(response, 'BANKTRANLIST');
  const items = (list?.children ?? []).filter(({ name }) => name === 'STMTTRN');
  const currency = currencyCode(valueOf(response, 'CURDEF'));
  const found = items.flatMap((item) => {
    const entry = entryOf(item);
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
    accountNumber: knownOrNull(valueOf(account, 'ACCTID')),
    currency: currency ?? onlyCurrency(read),
    periodStart: readDate(valueOf(list, 'DTSTART')),
    periodEnd: readDate(valueOf(list, 'DTEND')),
    closing: readMoney(valueOf(childOf(response, 'LEDGERBAL'), 'BALAMT')),
    hasGaps: read.length < items.length,
    entries: read,
  };
}

function entryOf(item: OfxElement): LedgerEntry | null {
  const value = (name: string) => valueOf(item, name);
  const date = readDate(value('DTPOSTED')) ?? readDate(value('DTUSER')) ?? readDate(value('DTAVAIL'));
  // Some banks write the currency beside the figure.
  const amount = readMoney(value('TRNAMT').replaceAll(/[\p{Sc}\p{L}]/gu, ''));
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
    balance: readMoney(value('ACCTBAL')),
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
