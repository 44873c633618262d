import { byDay, keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars, ENGLISH_LONG, minus } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';
import { INCOMING, OUTGOING } from './british-texts.ts';

/** Headings in words of their own, start and end balances as rows, pounds in the headings, a balance at every row. */
export const startBalance: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-03',
    count: 33,
    incoming: INCOMING,
    outgoing: OUTGOING,
    opening: 51_020,
    mayOverdraw: true,
  });
  const rows = book.entries.map((entry, at) => [
    book.entries[at - 1]?.day === entry.day ? '' : date(entry, 'd mon'),
    entry.text.replace('\n', ' '),
    debit(entry, dollars),
    credit(entry, dollars),
    `>${minus(entry.balance, dollars)}`,
  ]);
  const html = page(
    'th { background: #00395d; color: #fff } tbody tr { border-bottom: .5px solid #bbb } aside { float: right; width: 30%; font-size: 8pt; border-left: 2px solid #09c; padding-left: 8px } main { width: 66% }',
    `
    <b style="font-size:18pt;color:#00395d">ALDERWICK</b><h2>Your current account statement</h2>
    <aside><b>At a glance</b><p>01 - 31 March 2025</p>${table(
      [],
      [
        ['Start balance', `>£${dollars(book.opening)}`],
        ['Money in', `>£${dollars(book.in)}`],
        ['Money out', `>£${dollars(book.out)}`],
        ['End balance', `>${minus(book.closing, (cents) => `£${dollars(cents)}`)}`],
      ],
    )}
    <p>Your arranged overdraft limit £500.00. If you go over it we charge 35.0% EAR on £250.00 for 7 days.</p><p>Call us on 0345 555 0130, 8am to 6pm.</p></aside>
    <main><p>MISS ADA FINCH<br>Sort Code 20-31-52 • Account No 73004518<br>SWIFTBIC ALDWGB22 • IBAN GB56 ALDW 2031 5273 0045 18</p>
    ${table(['Date', 'Description', '>Money out', '>Money in', '>Balance'], [[date(book.from, 'd mon'), '<b>Start Balance</b>', '', '', `>${dollars(book.opening)}`], ...rows, [date(book.to, 'd mon'), '<b>End Balance</b>', '', '', `>${minus(book.closing, dollars)}`]])}</main>`,
  );
  const entries = book.entries.map((entry) => ({ ...entry, text: entry.text.replace('\n', ' ') }));
  return sheet('ALDERWICK', html, book, {
    currency: 'GBP',
    account: '73004518',
    holder: 'MISS ADA FINCH',
    balances: 'all',
    entries,
  });
};

/** An app's bank: newest first under the names of days, the time below, the amount with its sign, no balance at all. */
export const appDays: Layout = (random) => {
  const texts = ['Tesselate', 'The Copper Kettle', 'Rideco', 'Streamly', 'Pot transfer'];
  const book = keepBook(random, {
    month: '2025-08',
    count: 30,
    incoming: ['J Moor', 'Hollowbrook Ltd'],
    outgoing: texts,
    opening: 88_050,
  });
  const newest = book.entries.toReversed();
  const days = byDay(newest).map(
    (entries) =>
      `<h4>${date(entries[0] ?? book.to, 'd mon yyyy', ENGLISH_LONG)}</h4>${entries.map((entry) => `<div class="spread e"><span>${entry.text}<br><span class=small>Card payment · ${random.integer(10, 22)}:${random.integer(10, 59)}</span></span><span>${entry.cents > 0 ? '+' : '-'}£${dollars(entry.cents)}</span></div>`).join('')}`,
  );
  const html = page(
    'h4 { margin: 12px 0 2px; color: #14233c } .e { border-bottom: 1px solid #eee; padding: 3px 0 }',
    `
    <div class=spread><b style="font-size:20pt;color:#e55">perch</b><div class=small>Perch Bank Limited<br>Broadwalk House, 5 Appold Street, London EC2A 2AG</div></div><h2>Personal Account statement</h2>
    <p>Jonathan Moor<br>01/08/2025 - 31/08/2025</p><p>Sort code: 04-00-77 &nbsp; Account number: 21004418<br>BIC: PRCHGB2L &nbsp; IBAN: GB75 PRCH 0400 7721 0044 18</p>
    <div class=spread><div><b>£${dollars(book.closing)}</b><br>Balance on 31 August 2025</div><div><b>£${dollars(book.opening)}</b><br>Opening balance</div><div><b>£${dollars(book.in)}</b><br>Total deposits</div><div><b>£${dollars(book.out)}</b><br>Total outgoings</div></div>${days.join('')}`,
  );
  return sheet('Perch Bank Limited', html, book, {
    currency: 'GBP',
    account: '21004418',
    holder: 'Jonathan Moor',
    balances: 'none',
    entries: newest,
  });
};

/** An app's bank as a table: newest first, date and time in one cell over two lines, in and out and balance with signs. */
export const appTable: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-06',
    count: 36,
    incoming: ['Transfer from Ada Finch', 'Salary Hollowbrook'],
    outgoing: ['Tesselate Stores', 'Gym & Swim', 'To savings pot'],
    opening: 20_010,
  });
  const newest = book.entries.toReversed();
  const rows = newest.map((entry) => [
    date(entry, 'dd/mm/yyyy'),
    `<b>${entry.text}</b>\n<span class=small>Reference: ${random.digits(6)}</span>`,
    `>${minus(entry.cents, dollars)}`,
    `>${dollars(entry.balance)}`,
  ]);
  const html = page(
    'td { border-bottom: 1px solid #ddd }',
    `<h1>Plover</h1><p>Account Statement: 01/06/2025 to 30/06/2025</p><p>Jonathan Moor<br>Account: 21004418 | Sort: 04-00-78</p>
    ${table(['Date', 'Description', '>(GBP) Amount', '>(GBP) Balance'], rows)}<div class=spread><span>Total balance £${dollars(book.closing)}</span><span>Total outgoings -£${dollars(book.out)}</span><span>Total deposits +£${dollars(book.in)}</span></div>`,
    { margin: '10mm 20mm' },
  );
  return sheet('Plover', html, book, {
    currency: 'GBP',
    account: '21004418',
    holder: 'Jonathan Moor',
    balances: 'all',
    entries: newest,
    opening: null,
  });
};
