import type { ExtractedDocument, Statement, Transaction } from '../../extraction/statement.ts';
import { byCurrency } from '../by-currency.ts';
import { isCardNumber } from '../card-number.ts';
import { signOfDecimal } from '../decimal.ts';
import { firstCharacters, oneLine } from '../printable-text.ts';
import { transactionIds } from '../transaction-ids.ts';
import { element, field, noon, timestamp } from './elements.ts';
import { ledgerBalance } from './ledger-balance.ts';

const HEADER = [
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
  '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>',
];

/**
 * Open Financial Exchange 2.2 (XML): one statement response for each statement, those of cards apart. Elements stand in
 * the order that the specification's section 11 ("Banking") gives; lengths are its lengths. What the statement does not
 * say is left out where the specification lets it be; else it is said to be unknown (currency `XXX`, account `UNKNOWN`).
 */
export const writeOfx = (document: ExtractedDocument, about: { createdAt: Date }): string => {
  const today = about.createdAt.toISOString().slice(0, 10);
  const statements = document.statements.flatMap(byCurrency);
  const ids = transactionIds(statements);
  const all = statements.map((statement, index): Identified => ({ statement, ids: ids[index] ?? [], today }));
  const [accounts, cards] = [false, true].map((isCard) =>
    all.filter(({ statement }) => isCardNumber(statement.accountNumber) === isCard),
  );
  const body = element('OFX', [
    element('SIGNONMSGSRSV1', [
      element('SONRS', [SUCCESS, field('DTSERVER', timestamp(about.createdAt)), field('LANGUAGE', 'ENG')]),
    ]),
    messageSet('BANKMSGSRSV1', accounts, bankResponse),
    messageSet('CREDITCARDMSGSRSV1', cards, cardResponse),
  ]);
  return `${[...HEADER, body].join('\n')}\n`;
};

/** A statement, the identifiers of its transactions, and the day on which the file is written. */
type Identified = { statement: Statement; ids: readonly string[]; today: string };

/** Message sets stand in this order, and one without a response is left out (section 2.4.5). */
const messageSet = (
  name: string,
  statements: readonly Identified[] | undefined,
  response: (statement: Identified) => string,
): string => (statements?.length ? element(name, statements.map(response)) : '');

const bankResponse = (identified: Identified): string =>
  response('STMTTRNRS', 'STMTRS', identified, [
    field('BANKID', bankId(identified.statement.bank)),
    field('ACCTID', accountId(identified.statement.accountNumber)),
    field('ACCTTYPE', 'CHECKING'),
  ]);

/** Section 11.4.3: a card has a number and nothing else to tell it by. */
const cardResponse = (identified: Identified): string =>
  response('CCSTMTTRNRS', 'CCSTMTRS', identified, [field('ACCTID', accountId(identified.statement.accountNumber))]);

const response = (
  transaction: 'STMTTRNRS' | 'CCSTMTTRNRS',
  body: 'STMTRS' | 'CCSTMTRS',
  { statement, ids, today }: Identified,
  account: readonly string[],
): string =>
  element(transaction, [
    // 0 marks a response that answers no request (section 2.4.6): a file made for import.
    field('TRNUID', '0'),
    SUCCESS,
    element(body, [
      field('CURDEF', currencyCode(statement.currency)),
      element(body === 'STMTRS' ? 'BANKACCTFROM' : 'CCACCTFROM', account),
      transactionList(statement, ids),
      ...ledgerBalance(statement, today),
    ]),
  ]);

const transactionList = (statement: Statement, ids: readonly string[]): string => {
  const dates = statement.transactions.map((transaction) => transaction.date).toSorted();
  const start = statement.periodStart ?? dates.at(0);
  const end = statement.periodEnd ?? dates.at(-1);
  if (start === undefined || end === undefined) return '';
  return element('BANKTRANLIST', [
    field('DTSTART', noon(start)),
    field('DTEND', noon(end)),
    ...statement.transactions.map((transaction, index) => statementTransaction(transaction, ids[index] ?? '')),
  ]);
};

const statementTransaction = (transaction: Transaction, id: string): string => {
  const [firstLine = ''] = transaction.description.trim().split(/[\r\n]+/);
  return element('STMTTRN', [
    field('TRNTYPE', signOfDecimal(transaction.amount) < 0 ? 'DEBIT' : 'CREDIT'),
    field('DTPOSTED', noon(transaction.date)),
    transaction.valueDate === null ? '' : field('DTAVAIL', noon(transaction.valueDate)),
    field('TRNAMT', transaction.amount),
    field('FITID', id),
    field('REFNUM', transaction.reference ?? '', 32),
    field('NAME', oneLine(firstLine) || oneLine(transaction.reference ?? '') || 'No description', 32),
    field('MEMO', transaction.description, 255),
  ]);
};

/** ISO 4217 has a code for where no currency is involved. */
const currencyCode = (currency: string | null): string => (/^[A-Z]{3}$/.test(currency ?? '') ? `${currency}` : 'XXX');

/** The specification wants a routing number; a statement names its bank. Nine characters at most. */
const bankId = (bank: string | null): string =>
  firstCharacters((bank ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, ''), 9) || 'UNKNOWN';

/** 22 characters at most; the end of a longer number is what tells two accounts apart. */
const accountId = (accountNumber: string | null): string =>
  Array.from(oneLine(accountNumber ?? '').replaceAll(' ', ''))
    .slice(-22)
    .join('') || 'UNKNOWN';

const SUCCESS = element('STATUS', [field('CODE', '0'), field('SEVERITY', 'INFO')]);
