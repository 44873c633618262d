import type { ExtractedDocument } from '../../statement.ts';
import type { DecimalMark } from '../../tokens/amount.ts';
import type { DateOrder } from '../../tokens/calendar-date.ts';
import type { DateToken } from '../../tokens/find-dates.ts';
import { dateTokenOf, readToken, settleOrder } from '../date-texts.ts';
import { decodeText } from '../decode-text.ts';
import { emptyLedger, type LedgerEntry } from '../ledger.ts';
import { proveLedger } from '../prove-ledger.ts';
import { readMarkedMoney, settleMark } from '../settle-mark.ts';
import { joinTexts, tidyOrNull } from '../tidy-text.ts';
import { type QifRecord, readRecords } from './read-records.ts';

/** Sections that list no entries of an account. All others do: programs name them in their own language. */
const OTHER_SECTIONS: ReadonlySet<string> = new Set(
  'account invst port cat class tag memorized security prices budget template'.split(' '),
);

type Account = { header: QifRecord | null; records: QifRecord[] };
type Notation = { mark: DecimalMark; order: DateOrder; isSure: boolean };

/**
 * Reads QIF: entries of bank accounts, credit cards, cash and other accounts. A file never says how its dates are
 * written, so the order of day and month is settled over all of it; where nothing tells, it is month first, as the
 * format's original has it, and every row is flagged.
 */
export function readQif(bytes: Uint8Array): ExtractedDocument {
  const text = decodeText(bytes);
  const all = readRecords(text);
  const accounts = accountsOf(all);
  const records = accounts.flatMap((account) => account.records);
  const tokens = records.map((record) => qifDate(valueOf(record, 'D')));
  const { order, isSure } = settleOrder(tokens, 'month-first');
  const mark = settleMark(records.map(amountOf), '.');
  const warnings: string[] = [];
  const isInvestment = ({ section }: QifRecord) => section === 'invst' || section === 'port';
  if (all.some(isInvestment)) warnings.push('An investment account in the file was left out.');
  const statements = accounts.map((account) => {
    const entries = account.records.map((record) => entryOf(record, { mark, order, isSure }));
    const read = entries.filter((entry) => entry !== null);
    if (read.length < entries.length) {
      warnings.push(
        `${entries.length - read.length} of ${entries.length} entries have no date or amount and were left out.`,
      );
    }
    const [first, ...rest] = read;
    const isOpening = first !== undefined && account.records[0] !== undefined && isOpeningBalance(account.records[0]);
    return proveLedger({
      ...emptyLedger(),
      accountNumber: account.header === null ? null : tidyOrNull(valueOf(account.header, 'N')),
      opening: isOpening ? first.amount : null,
      closing: statedBalance(account, { mark, order, isSure }, read),
      hasGaps: read.length < entries.length,
      entries: isOpening ? rest : read,
    });
  });
  return { statements, sourceFormat: 'qif', warnings, pages: 1, characters: text.length };
}

/** Each account with its entries: the last account record before them is theirs. */
function accountsOf(records: readonly QifRecord[]): Account[] {
  const accounts: Account[] = [];
  let header: QifRecord | null = null;
  let current: Account | null = null;
  for (const record of records) {
    if (record.section === 'account') {
      header = record;
      current = null;
    } else if (!OTHER_SECTIONS.has(record.section) && isEntry(record)) {
      if (current === null) {
        current = { header, records: [] };
        accounts.push(current);
      }
      current.records.push(record);
    }
  }
  return accounts;
}

function isEntry(record: QifRecord): boolean {
  return valueOf(record, 'D') !== '' || amountOf(record) !== '';
}

function entryOf(record: QifRecord, { mark, order, isSure }: Notation): LedgerEntry | null {
  const token = qifDate(valueOf(record, 'D'));
  const date = readToken(token, order) ?? readToken(token, 'day-first') ?? readToken(token, 'month-first');
  const amount = readMarkedMoney(amountOf(record), mark);
  if (date === null || amount === null) return null;
  return {
    date,
    valueDate: null,
    description: joinTexts([valueOf(record, 'P'), valueOf(record, 'M')]) || (tidyOrNull(valueOf(record, 'L')) ?? ''),
    reference: tidyOrNull(valueOf(record, 'N')),
    amount,
    balance: null,
    currency: null,
    flags: isSure ? [] : ['date_ambiguous'],
  };
}

/** `U` repeats `T` with more digits; what stands in a split (`S`, `E`, `$`) is part of it. */
function amountOf(record: QifRecord): string {
  return valueOf(record, 'T') || valueOf(record, 'U');
}

/** The first field of that letter: those of a split come later. */
function valueOf({ fields }: QifRecord, code: string): string {
  return fields.find((field) => field.code === code)?.value ?? '';
}

/** `1/31'04`, `1/ 1'00`: the apostrophe stands before years from 2000 on. */
function qifDate(text: string): DateToken | null {
  const compact = text.replaceAll(/(?<=[/.' -]) +| +(?=[/.'-])/g, '');
  return dateTokenOf(
    compact.replace(/^(\d{1,2}[/.-]\d{1,2})['’](\d{2}|\d{4})$/, (_, day: string, year: string) => {
      return `${day}/${year.padStart(4, '20')}`.replaceAll(/[.-]/g, '/');
    }),
  );
}

/** The first record of an account may be its opening balance, booked from the account to itself. */
function isOpeningBalance(record: QifRecord): boolean {
  return /^opening balance$/i.test(valueOf(record, 'P')) && /^\[.*\]$/.test(valueOf(record, 'L'));
}

/** An account record may state a balance (`$`) and its day (`/`); it closes the entries if none is later. */
function statedBalance({ header }: Account, { mark, order }: Notation, entries: readonly LedgerEntry[]): bigint | null {
  if (header === null) return null;
  const date = readToken(qifDate(valueOf(header, '/')), order);
  const isLater = date !== null && entries.every((entry) => entry.date <= date);
  return isLater ? readMarkedMoney(valueOf(header, '$'), mark) : null;
}
