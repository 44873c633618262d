import type { ExtractedDocument } from '../../statement.ts';
import { decodeText } from '../decode-text.ts';
import { emptyLedger, type Ledger, type LedgerEntry } from '../ledger.ts';
import { MONEY_DECIMALS } from '../money.ts';
import { proveLedger } from '../prove-ledger.ts';
import { fullYear, statedDate } from '../stated-date.ts';
import { joinTexts, tidyOrNull } from '../tidy-text.ts';
import { type BaiRecord, fundsLength, readRecords } from './read-records.ts';
import { isCredit, typeName } from './type-codes.ts';

/** What the group over an account says. */
type Group = { bank: string | null; date: string | null; currency: string | null };

/** Balances among an account's summaries (`03`): opening ledger, closing ledger. */
const OPENING = '010';
const CLOSING = '015';
const TOTAL_CREDITS = '100';
const TOTAL_DEBITS = '400';
/** Words about the account, without any money. */
const NO_MOVEMENT = '890';

/** Currencies without decimals, and with three; the others count in hundredths. */
const DECIMALS: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  CLP: 0,
  ISK: 0,
  VND: 0,
  BHD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
  JOD: 3,
};

/**
 * Reads BAI2 (cash management balance reporting): every account with its transactions. Amounts are whole numbers of the
 * currency's smallest unit; the type code says on which side an entry is.
 */
export function readBai2(bytes: Uint8Array): ExtractedDocument {
  const text = decodeText(bytes);
  const warnings: string[] = [];
  const ledgers: Ledger[] = [];
  let group: Group = { bank: null, date: null, currency: null };
  for (const record of readRecords(text)) {
    const { code, fields } = record;
    if (code === '02') group = groupOf(fields);
    else if (code === '03') ledgers.push(accountOf(fields, group));
    else if (code === '16') addEntry(ledgers.at(-1), record, group, warnings);
  }
  return { statements: ledgers.map(proveLedger), sourceFormat: 'bai2', warnings, pages: 1, characters: text.length };
}

/** `02,receiver,originator,status,as-of date,time,currency,…` */
function groupOf([, originator = '', , date = '', , currency = '']: readonly string[]): Group {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(date);
  return {
    bank: tidyOrNull(originator),
    date: match === null ? null : statedDate(fullYear(Number(match[1])), Number(match[2]), Number(match[3])),
    currency: tidyOrNull(currency),
  };
}

/** `03,account,currency,type,amount,count,funds,type,amount,…`: balances and totals of one account. */
function accountOf([account = '', currency = '', ...summaries]: readonly string[], group: Group): Ledger {
  const ledger = emptyLedger();
  ledger.bank = group.bank;
  ledger.accountNumber = tidyOrNull(account);
  // Without a currency amounts are in United States dollars (BAI2's specification).
  ledger.currency = tidyOrNull(currency) ?? group.currency ?? 'USD';
  ledger.periodStart = group.date;
  ledger.periodEnd = group.date;
  for (let at = 0; at + 1 < summaries.length;) {
    const [type = '', amount = ''] = summaries.slice(at, at + 2);
    const value = readAmount(amount, ledger.currency);
    if (value !== null && type === OPENING) ledger.opening = value;
    if (value !== null && type === CLOSING) ledger.closing = value;
    if (value !== null && type === TOTAL_CREDITS) ledger.statedCredits = value;
    if (value !== null && type === TOTAL_DEBITS) ledger.statedDebits = -(value < 0n ? -value : value);
    // Type, amount, count, then the funds type, which may bring fields of its own.
    at += 3 + fundsLength(summaries, at + 3);
  }
  return ledger;
}

/** `16,type,amount,funds,bank reference,customer reference,text` */
function addEntry(ledger: Ledger | undefined, { fields, text }: BaiRecord, group: Group, warnings: string[]): void {
  if (ledger === undefined) return;
  const [type = '', amount = ''] = fields;
  if (type === NO_MOVEMENT) return;
  const value = readAmount(amount, ledger.currency ?? 'USD');
  const side = isCredit(type);
  if (value === null || side === null || group.date === null) {
    ledger.hasGaps = true;
    warnings.push(`A transaction of type ${type || '?'} could not be read and was left out.`);
    return;
  }
  const funds = 2 + fundsLength(fields, 2);
  const [bankReference = '', customerReference = '', ...words] = fields.slice(funds);
  const entry: LedgerEntry = {
    date: group.date,
    valueDate: fields[2] === 'V' ? valueDateOf(fields[3] ?? '') : null,
    description: joinTexts([words.join(','), ...text]) || typeName(type),
    reference: tidyOrNull(customerReference) ?? tidyOrNull(bankReference),
    amount: side ? value : -value,
    balance: null,
    currency: null,
    flags: [],
  };
  ledger.entries.push(entry);
}

function valueDateOf(text: string): string | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  return match === null ? null : statedDate(fullYear(Number(match[1])), Number(match[2]), Number(match[3]));
}

/** Whole smallest units; some banks write a decimal point all the same. */
function readAmount(text: string, currency: string): bigint | null {
  const match = /^([+-]?)(\d{1,18})(?:\.(\d{1,4}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign, digits = '', decimals] = match;
  const places = decimals === undefined ? (DECIMALS[currency] ?? 2) : decimals.length;
  const value = BigInt(digits + (decimals ?? '')) * 10n ** BigInt(MONEY_DECIMALS - places);
  return sign === '-' ? -value : value;
}
