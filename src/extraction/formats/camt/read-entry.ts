import type { LedgerEntry } from '../ledger.ts';
import { joinTexts, tidyLine } from '../tidy-text.ts';
import { allAt, at, textAt, type XmlElement } from '../xml/xml-tree.ts';
import { isoDay, signedAmount } from './values.ts';

/** Payments of a batch that its entry's description tells of; the bank booked one sum for them all. */
const MOST_TOLD = 10;

/**
 * One booked entry, or null where it has no amount. Its date is the booking date; a notification may have none, and
 * then it is the day on which it was issued, with a flag that says so.
 */
export function readEntry(entry: XmlElement, issued: string | null): LedgerEntry | null {
  const indicator = textAt(entry, 'CdtDbtInd');
  const amount = signedAmount(textAt(entry, 'Amt'), indicator);
  const value = dayOf(entry, 'ValDt');
  const stated = dayOf(entry, 'BookgDt') ?? value;
  const date = stated ?? issued;
  if (amount === null || date === null) return null;
  const payments = allAt(entry, 'NtryDtls').flatMap((details) => allAt(details, 'TxDtls'));
  const [only] = payments.length === 1 ? payments : [];
  return {
    date,
    valueDate: value,
    description:
      joinTexts([
        ...payments.slice(0, MOST_TOLD).flatMap((payment) => tellPayment(payment, indicator)),
        payments.length > MOST_TOLD ? `and ${payments.length - MOST_TOLD} more payments` : '',
        textAt(entry, 'AddtlNtryInf'),
        textAt(entry, 'RvslInd') === 'true' ? 'Reversal' : '',
      ]) || codeOf(entry),
    reference:
      (only === undefined ? null : referenceOf(only)) ??
      known(textAt(entry, 'AcctSvcrRef')) ??
      known(textAt(entry, 'NtryRef')),
    amount,
    balance: null,
    currency: at(entry, 'Amt')?.currency ?? null,
    flags: stated === null ? ['date_inferred'] : [],
  };
}

function dayOf(entry: XmlElement, name: string): string | null {
  return isoDay(textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm'));
}

/** The other party, and what the payment is for. */
function tellPayment(payment: XmlElement, indicator: string): string[] {
  const parties = at(payment, 'RltdPties');
  const sides = indicator === 'DBIT' ? ['Cdtr', 'UltmtCdtr'] : ['Dbtr', 'UltmtDbtr'];
  const names = sides.map((side) => textAt(parties, side, 'Nm') || textAt(parties, side, 'Pty', 'Nm'));
  const remittance = at(payment, 'RmtInf');
  const structured = allAt(remittance, 'Strd').flatMap((item) => [
    textAt(item, 'CdtrRefInf', 'Ref') || textAt(item, 'CdtrRefInf', 'CdtrRef'),
    ...allAt(item, 'AddtlRmtInf').map(({ text }) => text),
  ]);
  const free = allAt(remittance, 'Ustrd').map(({ text }) => text);
  return [...names, free.join(' '), ...structured, textAt(payment, 'AddtlTxInf')];
}

function referenceOf(payment: XmlElement): string | null {
  const references = at(payment, 'Refs');
  const names = ['EndToEndId', 'AcctSvcrRef', 'TxId', 'InstrId', 'ChqNb'];
  return names.map((name) => known(textAt(references, name))).find((reference) => reference !== null) ?? null;
}

function known(text: string): string | null {
  const reference = tidyLine(text);
  return reference === '' || /^(?:NOTPROVIDED|NONREF)$/i.test(reference) ? null : reference;
}

/** Where an entry says nothing in words, its codes: `PMNT RCDT ESCT`. */
function codeOf(entry: XmlElement): string {
  const code = at(entry, 'BkTxCd');
  const domain = [['Cd'], ['Fmly', 'Cd'], ['Fmly', 'SubFmlyCd']].map((path) => textAt(code, 'Domn', ...path));
  return tidyLine(domain.join(' ')) || tidyLine(textAt(code, 'Prtry', 'Cd'));
}
