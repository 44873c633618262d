import { byDay, inParts, keepBook, type Entry } from '../book.ts';
import { page, table } from '../html.ts';
import { date, dollars, ENGLISH_LONG, minus } from '../notation.ts';
import { sheet, trueStatement, type Layout } from '../sheet.ts';
import { INCOMING, OUTGOING } from './american-texts.ts';

const day = (entry: Entry) => date(entry, 'mm/dd');
const long = (given: { year: number; month: number; day: number }) => date(given, 'mon d, yyyy', ENGLISH_LONG);

/** Checking and savings on one statement, with an overview of both before them; the statement runs across New Year. */
export const checkingAndSavings: Layout = (random) => {
  const checking = keepBook(random, {
    month: '2025-12',
    count: 24,
    incoming: INCOMING,
    outgoing: OUTGOING,
    opening: 240_155,
  });
  const savings = keepBook(random, {
    month: '2025-12',
    count: 5,
    incoming: ['Interest Payment', 'Online Transfer From Chk ...2107'],
    outgoing: ['Online Transfer To Chk ...2107'],
    incomingShare: 0.8,
    opening: 1_550_000,
  });
  const account = (
    name: string,
    number: string,
    book: typeof checking,
  ) => `<div style="break-inside:avoid-page"><h3>${name}</h3><p>Account number: ${number}</p>
    ${table(
      [],
      [
        ['Beginning balance', `>$${dollars(book.opening)}`],
        ['Total deposits', `>${dollars(book.in)}`],
        ['Total withdrawals', `>${dollars(book.out)}`],
        ['Ending balance', `>$${dollars(book.closing)}`],
      ],
      'style="width:50%"',
    )}</div>
    ${table(
      ['Date', 'Transaction', '>Amount', '>Balance'],
      [
        ['', 'Beginning Balance', '', `>$${dollars(book.opening)}`],
        ...book.entries.map((entry) => [
          day(entry),
          entry.text,
          `>${minus(entry.cents, dollars)}`,
          `>${dollars(entry.balance)}`,
        ]),
        ['', '<b>Ending Balance</b>', '', `>$${dollars(book.closing)}`],
      ],
    )}`;
  const html = page(
    'h3 { background: #e8eef4; padding: 4px }',
    `
    <div class=spread><b style="font-size:15pt">Keystone Harbor Bank</b><span>Statement period<br>12/01/2025 - 12/31/2025</span></div>
    <p>Primary account: 000000914482107</p><p>ADA FINCH<br>9 HARBOR VIEW LN<br>ERIE PA 16501</p>
    <h3>Consolidated Balance Summary</h3>${table(
      ['ASSETS', 'ACCOUNT', '>BEGINNING BALANCE', '>ENDING BALANCE'],
      [
        ['Everyday Checking', '000000914482107', `>$${dollars(checking.opening)}`, `>$${dollars(checking.closing)}`],
        ['Harbor Savings', '000003310987702', `>${dollars(savings.opening)}`, `>${dollars(savings.closing)}`],
        [
          '<b>Total</b>',
          '',
          `>$${dollars(checking.opening + savings.opening)}`,
          `>$${dollars(checking.closing + savings.closing)}`,
        ],
      ],
    )}
    ${account('EVERYDAY CHECKING', '000000914482107', checking)}${account('HARBOR SAVINGS', '000003310987702', savings)}
    <p class=small>Annual Percentage Yield Earned this period: 0.05%. Interest paid year-to-date: $12.40.</p>`,
    { size: 'letter' },
  );
  const about = { currency: 'USD', holder: 'ADA FINCH', balances: 'all' as const };
  return {
    html,
    truth: {
      bank: 'Keystone Harbor Bank',
      statements: [
        trueStatement(checking, { ...about, account: '000000914482107' }),
        trueStatement(savings, { ...about, account: '000003310987702' }),
      ],
    },
  };
};

/** A business account: an analysis of fees before it, customer references in a column, three lines to a wire. */
export const businessAnalysis: Layout = (random) => {
  const wires = [
    'Wire Type:Wire IN Date: 250@ Time:1012 Et\nTrn:2025#10 Seq:#6/00#4\nOrig:Quill And Sons LLC ID:#12 Snd Bk:Delta River Bank',
    'Merchant Bankcard Deposit #12',
    'Lockbox Deposit Box 88210',
  ];
  const out = [
    'ACH Debit Payroll Tax EFTPS ID:#10\nIndn:Redwood Supply CO ID:#10 CCD',
    'Wire Type:Wire OUT Date:250@ Time:0934 Et\nTrn:2025#10 Service Ref:#6\nBnf:Tamarack Steel ID:#10',
    'Account Analysis Fee',
    'Zero Balance Transfer To 4432 #6',
  ];
  const book = keepBook(random, {
    month: '2025-07',
    count: 30,
    incoming: wires,
    outgoing: out,
    incomingShare: 0.5,
    amounts: [10_000, 2_500_000],
    opening: 18_240_011,
  });
  const refs = new Map(book.entries.map((entry) => [entry, random.digits(15)]));
  const part = (entries: Entry[], sign: string) =>
    table(
      ['Date', 'Description', 'Customer Ref', 'Bank Ref', '>Amount'],
      entries.map((entry) => [
        date(entry, 'mm/dd/yy'),
        entry.text,
        random.chance(0.4) ? random.digits(6) : '',
        refs.get(entry) ?? '',
        `>${sign}${dollars(entry.cents)}`,
      ]),
    );
  const [deposits, withdrawals] = [
    book.entries.filter(({ cents }) => cents > 0),
    book.entries.filter(({ cents }) => cents < 0),
  ];
  const html = page(
    'body { font-size: 8.5pt } h3 { border-top: 3px solid #a00; padding-top: 4px }',
    `
    <div class=spread><b style="font-size:17pt">First Meridian Bank</b><div>P.O. Box 15284<br>Wilmington, DE 19850</div></div>
    <p>REDWOOD SUPPLY CO<br>4400 INDUSTRIAL PKWY STE 200<br>RENO NV 89502</p>
    <h2>Your Analyzed Business Checking</h2><p>for ${long(book.from)} to ${long(book.to)} <span style="float:right">Account number: 4550 0182 7731</span></p>
    <h3>Account summary</h3>${table(
      [],
      [
        [`Beginning balance on ${long(book.from)}`, `>$${dollars(book.opening)}`],
        ['Deposits and other credits', `>${dollars(book.in)}`],
        ['Withdrawals and other debits', `>-${dollars(book.out)}`],
        ['Checks', '>-0.00'],
        ['Service fees', '>-0.00'],
        [`<b>Ending balance on ${long(book.to)}</b>`, `><b>$${dollars(book.closing)}</b>`],
      ],
      'style="width:60%"',
    )}
    <p># of deposits/credits: ${deposits.length}<br># of withdrawals/debits: ${withdrawals.length}<br># of days in cycle: 31<br>Average ledger balance: $181,004.51</p>
    <h3>Deposits and other credits</h3>${part(deposits, '')}<p class=spread><b>Total deposits and other credits</b><b>$${dollars(book.in)}</b></p>
    <h3>Withdrawals and other debits</h3>${part(withdrawals, '-')}<p class=spread><b>Total withdrawals and other debits</b><b>-$${dollars(book.out)}</b></p>
    <h3>Daily ledger balances</h3>${table(
      ['Date', '>Balance ($)', 'Date', '>Balance ($)'],
      inParts(
        byDay(book.entries).map((entries) => entries.at(-1) as Entry),
        2,
      ).map((pair) => pair.flatMap((end) => [date(end, 'mm/dd'), `>${dollars(end.balance)}`])),
    )}`,
    { size: 'letter' },
  );
  return sheet('First Meridian Bank', html, book, {
    currency: 'USD',
    account: '4550 0182 7731',
    holder: 'REDWOOD SUPPLY CO',
    balances: 'none',
    entries: [...deposits, ...withdrawals],
  });
};
