import { emptyLedger, type Ledger, type LedgerEntry } from '../ledger.ts';
import { tidyOrNull } from '../tidy-text.ts';
import { allAt, at, textAt, type XmlElement } from '../xml/xml-tree.ts';
import { readEntry } from './read-entry.ts';
import { isoDay, signedAmount } from './values.ts';

/** What one statement, report or notification states about its account. */
export function ledgerOfReport(report: XmlElement, warnings: string[]): Ledger {
  const account = at(report, 'Acct');
  const all = allAt(report, 'Ntry');
  const booked = all.filter(isBooked);
  const issued = isoDay(textAt(report, 'CreDtTm'));
  const read = booked.map((entry) => readEntry(entry, issued));
  const entries = read.filter((entry) => entry !== null);
  if (booked.length < all.length)
    warnings.push(`${all.length - booked.length} entries are not booked yet and were left out.`);
  if (entries.length < booked.length) {
    warnings.push(`${booked.length - entries.length} entries have no date or amount and were left out.`);
  }
  const balances = balancesOf(report);
  const currency = (textAt(account, 'Ccy') || onlyCurrency(entries)) ?? balances[0]?.currency ?? null;
  // Sums of several currencies mean nothing.
  const own = balances.filter((balance) => balance.currency === currency);
  const isMixed = entries.some((entry) => entry.currency !== currency) || own.length < balances.length;
  const { opening, closing } = endsOf(own);
  const totals = at(report, 'TxsSummry');
  const stated = (side: string, indicator: string) =>
    booked.length < all.length ? null : signedAmount(textAt(totals, side, 'Sum'), indicator);
  return {
    ...emptyLedger(),
    bank: bankOf(account),
    accountNumber: accountNumberOf(account),
    accountHolder: tidyOrNull(textAt(account, 'Ownr', 'Nm') || textAt(account, 'Ownr', 'Pty', 'Nm')),
    currency,
    periodStart: isoDay(textAt(report, 'FrToDt', 'FrDtTm') || textAt(report, 'FrToDt', 'FrDt')),
    periodEnd: isoDay(textAt(report, 'FrToDt', 'ToDtTm') || textAt(report, 'FrToDt', 'ToDt')),
    opening,
    closing,
    statedCredits: stated('TtlCdtNtries', 'CRDT'),
    statedDebits: stated('TtlDbtNtries', 'DBIT'),
    hasGaps: isMixed || entries.length < booked.length,
    entries,
  };
}

/** Entries that are pending, announced or for information only have not moved the booked balance. */
function isBooked(entry: XmlElement): boolean {
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts', 'Prtry') || textAt(entry, 'Sts');
  return status === '' || status.toUpperCase() === 'BOOK';
}

type Balance = { type: string; amount: bigint; currency: string | null; date: string };

function balancesOf(report: XmlElement): Balance[] {
  return allAt(report, 'Bal').flatMap((balance) => {
    const amount = signedAmount(textAt(balance, 'Amt'), textAt(balance, 'CdtDbtInd'));
    if (amount === null) return [];
    const type = textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') || textAt(balance, 'Tp', 'CdOrPrtry', 'Prtry');
    const date = isoDay(textAt(balance, 'Dt', 'Dt') || textAt(balance, 'Dt', 'DtTm')) ?? '';
    return BOOKED.has(type) ? [{ type, amount, currency: at(balance, 'Amt')?.currency ?? null, date }] : [];
  });
}

/** Opening, previously closed, closing and interim, all booked; what is available or expected proves nothing. */
const BOOKED: ReadonlySet<string> = new Set(['OPBD', 'PRCD', 'CLBD', 'ITBD']);

/** A report over several days has balances for each: the first opens it, the last closes it. */
function endsOf(balances: readonly Balance[]): { opening: bigint | null; closing: bigint | null } {
  const sorted = balances.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const first = (type: string) => sorted.find((balance) => balance.type === type) ?? null;
  const last = (type: string) => sorted.findLast((balance) => balance.type === type) ?? null;
  const interims = sorted.filter(({ type }) => type === 'ITBD');
  const opening = first('OPBD') ?? first('PRCD') ?? (interims.length > 1 ? first('ITBD') : null);
  const closing = last('CLBD') ?? (opening === null ? null : last('ITBD'));
  return { opening: opening?.amount ?? null, closing: closing?.amount ?? null };
}

function onlyCurrency(entries: readonly LedgerEntry[]): string | null {
  const codes = new Set(entries.map(({ currency }) => currency));
  const [first = null] = codes;
  return codes.size === 1 ? first : null;
}

/** An IBAN, or whatever else the bank numbers its accounts by. */
function accountNumberOf(account: XmlElement | null): string | null {
  const id = at(account, 'Id');
  return tidyOrNull(
    textAt(id, 'IBAN') ||
      textAt(id, 'Othr', 'Id') ||
      textAt(id, 'PrtryAcct', 'Id') ||
      textAt(id, 'BBAN') ||
      textAt(id, 'UPIC'),
  );
}

function bankOf(account: XmlElement | null): string | null {
  const institution = at(account, 'Svcr', 'FinInstnId');
  return tidyOrNull(
    textAt(institution, 'Nm') ||
      textAt(institution, 'NmAndAdr', 'Nm') ||
      textAt(institution, 'BICFI') ||
      textAt(institution, 'BIC') ||
      textAt(institution, 'CmbndId', 'Nm') ||
      textAt(institution, 'CmbndId', 'BIC'),
  );
}
