import { inParts, keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars, minus } from '../notation.ts';
import { sheet, trueStatement, type Layout } from '../sheet.ts';
import { INCOMING, OUTGOING } from './british-texts.ts';

/** The date once a day, the payment's type in a column, lines carried forward and brought forward at each page's end. */
export const carriedForward: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-09',
    count: 58,
    incoming: INCOMING,
    outgoing: OUTGOING,
    opening: 204_410,
  });
  const split = book.entries.map((entry) => ({
    ...entry,
    kind: entry.text.split(' ')[0] ?? '',
    rest: entry.text.replace(/^\S+\s+/, ''),
  }));
  const summary = table(
    ['Account Summary', ''],
    [
      ['Opening Balance', `>${dollars(book.opening)}`],
      ['Payments In', `>${dollars(book.in)}`],
      ['Payments Out', `>${dollars(book.out)}`],
      ['Closing Balance', `>${minus(book.closing, dollars)}`],
    ],
    'style="width:40%"',
  );
  let before = book.opening;
  const sheets = inParts(split, 24).map((entries, at, all) => {
    const rows = entries.map((entry, own) => {
      const isFirst = entries[own - 1]?.day !== entry.day;
      const isLast = entries[own + 1]?.day !== entry.day;
      return [
        isFirst ? date(entry, 'dd mon yy') : '',
        entry.kind,
        entry.rest,
        debit(entry, dollars),
        credit(entry, dollars),
        `>${isLast ? minus(entry.balance, dollars) : ''}`,
      ];
    });
    const [from, to] = [before, entries.at(-1)?.balance ?? 0];
    before = to;
    const first = entries[0] ?? book.from;
    return `<section style="break-after:page"><div class=spread><b style="font-size:15pt">Fellside</b><div>Contact tel 0345 555 0142<br>www.fellsidebank.example</div></div>
      <h3>Your Statement</h3><div class=spread><div>Mr J Moor<br>12 Station Road<br>Ilkley<br>LS29 8HX</div><table style="width:46%"><tr><td class=n>Account Name<br>Mr J Moor</td><td>Sortcode<br>40-22-17</td><td class=n>Account Number<br>31926819</td><td class=n>Sheet Number<br>${211 + at}</td></tr></table></div>
      <p>1 September to 30 September 2025</p>${at === 0 ? summary : ''}<p><b>Your Current Account details</b></p>
      ${table(['Date', 'Payment type and details', '', '>Paid out', '>Paid in', '>Balance'], [[at === 0 ? date(book.from, 'dd mon yy') : date(first, 'dd mon yy'), '', '<b>BALANCE BROUGHT FORWARD</b>', '', '', `>${minus(from, dollars)}`], ...rows, [date(entries.at(-1) ?? book.to, 'dd mon yy'), '', '<b>BALANCE CARRIED FORWARD</b>', '', '', `>${minus(to, dollars)}`]])}
      <p class=small>${at === all.length - 1 ? 'Credit Interest Rates: balance variable 0.00% AER' : 'Information about the Financial Services Compensation Scheme is overleaf'}</p></section>`;
  });
  const entries = book.entries.map((entry) => ({ ...entry, text: entry.text.replace(/^\S+\s+/, '') }));
  return {
    html: page('td { padding: 1px 5px }', sheets.join('')),
    truth: {
      bank: 'Fellside',
      statements: [
        trueStatement(book, { currency: 'GBP', account: '31926819', holder: 'Mr J Moor', balances: 'daily', entries }),
      ],
    },
  };
};

/** A building society's passbook in print: withdrawals before receipts, interest, balances of days without pence signs. */
export const buildingSociety: Layout = (random) => {
  const book = keepBook(random, {
    month: '2024-11',
    count: 14,
    incoming: ['CHEQUE RECEIPT', 'INTEREST ADDED', 'TRANSFER FROM 0442#4'],
    outgoing: ['CASH WITHDRAWAL', 'TRANSFER TO 0442#4', 'CHEQUE A FINCH'],
    incomingShare: 0.5,
    amounts: [1000, 90_000],
    opening: 1_204_410,
  });
  const html = page(
    'body { font-family: "Liberation Mono"; font-size: 8.5pt }',
    `
    <h2>Wharfedale Building Society</h2><p>Easy Saver statement<br>Account number: 0/4417 2209-1<br>Account holder: Miss Ada Finch<br>Period: 1 November 2024 - 30 November 2024</p>
    ${table(['Date', 'Transaction', '>Withdrawn (£)', '>Received (£)', '>Balance (£)'], [['', 'Opening balance', '', '', `>${dollars(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd.mm.yy'), entry.text, debit(entry, dollars), credit(entry, dollars), `>${dollars(entry.balance)}`]), ['', 'Closing balance', '', '', `>${dollars(book.closing)}`]])}
    <p>Gross interest for the year to 30 November 2024: £212.40 (rate 4.10% gross p.a./AER)</p>`,
  );
  return sheet('Wharfedale Building Society', html, book, {
    currency: 'GBP',
    account: '0/4417 2209-1',
    holder: 'Miss Ada Finch',
    balances: 'all',
  });
};

/** A business account, statement lines in capitals, two dates, balances overdrawn marked OD. */
export const overdrawn: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-01',
    count: 40,
    incoming: ['AUTOMATED CREDIT QUILL & SONS\nFP 06/01/25 1032', 'CASH & DEP MACHINE\nJAN06 OTLEY RD'],
    outgoing: [
      'DIRECT DEBIT HMRC VAT #12',
      'CHARGES 31DEC A/C 4418',
      'DEBIT CARD TRANSACTION 4418 05JAN25\nPLUMBLINE SUPPLIES LEEDS GB',
      'ONLINE TRANSACTION REDWOOD WAGES\nFP 07/01/25 #10',
    ],
    amounts: [500, 150_000],
    incomingShare: 0.2,
    opening: 120_410,
    mayOverdraw: true,
  });
  const mark = (cents: number) => `${dollars(cents)}${cents < 0 ? ' OD' : ''}`;
  const rows = book.entries.map((entry, at) => [
    book.entries[at - 1]?.day === entry.day ? '' : date(entry, 'dd mon'),
    entry.text,
    credit(entry, dollars),
    debit(entry, dollars),
    `>${book.entries[at + 1]?.day === entry.day ? '' : mark(entry.balance)}`,
  ]);
  const html = page(
    'body { font-size: 8.5pt } thead { border-bottom: 2px solid #519 }',
    `
    <div class=spread><b style="font-size:15pt;color:#519">Royal Wharfe Bank</b><b>Business Current Account</b></div>
    <div class=spread><div>REDWOOD SUPPLY LTD<br>UNIT 4 CANAL WORKS<br>LEEDS<br>LS1 4DY</div><div><b>Summary</b>${table(
      [],
      [
        ['Statement Date', '>31 JAN 2025'],
        ['Period Covered', '>01 JAN 2025 to 31 JAN 2025'],
        ['Previous Balance', `>£${mark(book.opening)}`],
        ['Paid In', `>£${dollars(book.in)}`],
        ['Withdrawn', `>£${dollars(book.out)}`],
        ['New Balance', `>£${mark(book.closing)}`],
      ],
    )}</div></div>
    <p>Account Name REDWOOD SUPPLY LTD &nbsp; Account No 10044182 &nbsp; Sort Code 16-00-02 &nbsp; Page No 1 of 2</p>
    ${table(['Date', 'Description', '>Paid In(£)', '>Withdrawn(£)', '>Balance(£)'], [['01 JAN 2025', 'BROUGHT FORWARD', '', '', `>${mark(book.opening)}`], ...rows])}
    <p class=small>RETSTMT GB 02 &nbsp; Registered Office: 36 Wharfe Square, Leeds LS2 2YB. Registered No. 90312.</p>`,
  );
  return sheet('Royal Wharfe Bank', html, book, {
    currency: 'GBP',
    account: '10044182',
    holder: 'REDWOOD SUPPLY LTD',
    balances: 'daily',
  });
};
