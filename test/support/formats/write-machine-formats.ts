import { decimal, type GeneratedAccount } from './generated-account.ts';

/** The account as each format tells it. */
export const writers = { bai2, camt, mt940, ofx, qif };

function camt({ account, currency, opening, closing, rows }: GeneratedAccount): string {
  const amount = (cents: number) =>
    `<d:Amt Ccy="${currency}">${decimal(Math.abs(cents))}</d:Amt><d:CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</d:CdtDbtInd>`;
  const balance = (code: string, cents: number, date = '') =>
    `<d:Bal><d:Tp><d:CdOrPrtry><d:Cd>${code}</d:Cd></d:CdOrPrtry></d:Tp>${amount(cents)}<d:Dt><d:Dt>${date}</d:Dt></d:Dt></d:Bal>`;
  const entries = rows.map(
    ({ date, description, cents }) =>
      `<d:Ntry>${amount(cents)}<d:Sts><d:Cd>BOOK</d:Cd></d:Sts><d:BookgDt><d:DtTm>${date}T23:30:00+02:00</d:DtTm></d:BookgDt><d:AddtlNtryInf>${escapeXml(description)}</d:AddtlNtryInf></d:Ntry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<d:Document xmlns:d="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><d:BkToCstmrStmt><d:Stmt>
<d:Acct><d:Id><d:Othr><d:Id>${account}</d:Id></d:Othr></d:Id><d:Ccy>${currency}</d:Ccy></d:Acct>
${balance('OPBD', opening, rows.at(0)?.date)}${balance('CLBD', closing, rows.at(-1)?.date)}
${entries.join('\n')}</d:Stmt></d:BkToCstmrStmt></d:Document>`;
}

function mt940({ account, currency, opening, closing, rows }: GeneratedAccount): string {
  const balance = (cents: number, date = '') =>
    `${cents < 0 ? 'D' : 'C'}${short(date)}${currency}${decimal(Math.abs(cents), ',')}`;
  return [
    ':20:STARTUMS',
    `:25:${account}`,
    ':28C:1/1',
    `:60F:${balance(opening, rows.at(0)?.date)}`,
    ...rows.flatMap(({ date, description, cents }) => [
      `:61:${short(date)}${date.slice(5, 7)}${date.slice(8)}${cents < 0 ? 'D' : 'C'}${decimal(Math.abs(cents), ',')}NMSCNONREF`,
      `:86:${description}`,
    ]),
    `:62F:${balance(closing, rows.at(-1)?.date)}`,
    '-',
  ].join('\r\n');
}

function ofx({ account, currency, closing, rows }: GeneratedAccount): string {
  const entries = rows.map(
    ({ date, description, cents }, index) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${date.replaceAll('-', '')}000000[-5:EST]<TRNAMT>${decimal(cents)}<FITID>${index}<NAME>${escapeXml(description)}</STMTTRN>`,
  );
  return `OFXHEADER:100
DATA:OFXSGML

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>${currency}<BANKACCTFROM><ACCTID>${account}</BANKACCTFROM>
<BANKTRANLIST>${entries.join('\n')}</BANKTRANLIST>
<LEDGERBAL><BALAMT>${decimal(closing)}<DTASOF>20400101</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
}

function qif({ rows }: GeneratedAccount): string {
  const entries = rows.map(
    ({ date, description, cents }) =>
      `D${Number(date.slice(5, 7))}/${Number(date.slice(8))}'${date.slice(2, 4)}\nT${decimal(cents)}\nP${description}\n^`,
  );
  return `!Type:Bank\n${entries.join('\n')}\n`;
}

/** A group a day; opening and closing balance stand at the account of each. */
function bai2({ account, currency, opening, rows }: GeneratedAccount): string {
  let balance = opening;
  const days = [...Map.groupBy(rows, ({ date }) => date)].flatMap(([date, own]) => {
    const before = balance;
    balance += own.reduce((sum, { cents }) => sum + cents, 0);
    return [
      `02,,122099999,1,${short(date)},,${currency},2/`,
      `03,${account},,010,${before},,,015,${balance},,/`,
      ...own.map(({ description, cents }) => `16,${cents < 0 ? '495' : '195'},${Math.abs(cents)},Z,,,${description}/`),
      '49,0,3/',
      '98,0,1,5/',
    ];
  });
  return ['01,122099999,123456789,260113,0200,1,80,,2/', ...days, '99,0,1,7/'].join('\n');
}

function short(date: string): string {
  return date.slice(2).replaceAll('-', '');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
