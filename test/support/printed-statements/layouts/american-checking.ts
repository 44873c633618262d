import { byDay, inParts, keepBook, sumOf, type Entry } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars, ENGLISH_LONG } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';
import { INCOMING, OUTGOING } from './american-texts.ts';

const day = (entry: Entry) => date(entry, 'mm/dd');
const long = (given: { year: number; month: number; day: number }) => date(given, 'mon d, yyyy', ENGLISH_LONG);

/** Sections for deposits, checks side by side, and withdrawals, each with its total; balances of days in three columns. */
export const sectionsWithChecks: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-09',
    count: 38,
    incoming: INCOMING,
    outgoing: OUTGOING,
    incomingShare: 0.25,
    opening: 612_344,
  });
  const isCheck = new Set(book.entries.filter(({ cents }, at) => cents < 0 && at % 4 === 1));
  let number = 2310;
  const checks = [...isCheck].map((entry) => Object.assign(entry, { text: `Check ${(number += 1)}` }));
  const deposits = book.entries.filter(({ cents }) => cents > 0);
  const withdrawals = book.entries.filter((entry) => entry.cents < 0 && !isCheck.has(entry));
  const listed = (name: string, entries: Entry[], sign: string) => `<h3>${name}</h3>${table(
    ['DATE', 'DESCRIPTION', '>AMOUNT'],
    entries.map((entry, at) => [day(entry), entry.text, `>${at === 0 ? '$' : ''}${sign}${dollars(entry.cents)}`]),
  )}
    <p class=spread><b>Total ${name}</b><b>${sign}$${dollars(sumOf(entries))}</b></p>`;
  const ends = byDay(book.entries).map((entries) => entries.at(-1) as Entry);
  const third = Math.ceil(ends.length / 3);
  const grid = Array.from({ length: third }, (_, at) =>
    [ends[at], ends[at + third], ends[at + 2 * third]].flatMap((end) =>
      end ? [day(end), `>$${dollars(end.balance)}`] : ['', ''],
    ),
  );
  const checkNumber = (entry: Entry) => entry.text.slice(6);
  const html = page(
    'h3 { border-bottom: 2px solid #048; margin: 14px 0 4px } .checks td { width: 16% }',
    `
    <div class=spread><div><b style="font-size:16pt;color:#048">Prairie Union Bank</b><br><span class=small>PO Box 5180, Columbus, OH 43218-0051</span></div>
    <div>${long(book.from)} through ${long(book.to)}<br>Account Number: <b>000000914482107</b></div></div>
    <p style="margin-top:40px">JANE Q SAMPLE<br>118 MAPLE GROVE RD APT 4<br>DAYTON OH 45402-1834</p>
    <h3>CHECKING SUMMARY <span class=small>Prairie Total Checking</span></h3>${table(
      ['', '>INSTANCES', '>AMOUNT'],
      [
        ['Beginning Balance', '', `>$${dollars(book.opening)}`],
        ['Deposits and Additions', `>${deposits.length}`, `>${dollars(book.in)}`],
        ['Checks Paid', `>${checks.length}`, `>-${dollars(sumOf(checks))}`],
        ['Electronic Withdrawals', `>${withdrawals.length}`, `>-${dollars(sumOf(withdrawals))}`],
        ['<b>Ending Balance</b>', `>${book.entries.length}`, `><b>$${dollars(book.closing)}</b>`],
      ],
      'style="width:70%"',
    )}
    ${listed('Deposits and Additions', deposits, '')}
    <h3>Checks Paid</h3><table class=checks><thead><tr>${'<th>CHECK NO.</th><th>DATE PAID</th><th class=r>AMOUNT</th>'.repeat(2)}</tr></thead>
      ${inParts(checks, 2)
        .map(
          (pair) =>
            `<tr>${pair.map((check) => `<td>${checkNumber(check)} ^</td><td>${day(check)}</td><td class=r>$${dollars(check.cents)}</td>`).join('')}</tr>`,
        )
        .join('')}</table>
    <p class=spread><b>Total Checks Paid</b><b>$${dollars(sumOf(checks))}</b></p>
    <p class=small>^ An image of this check may be available for you to view online.</p>
    ${listed('Electronic Withdrawals', withdrawals, '')}
    <h3>DAILY ENDING BALANCE</h3>${table(['DATE', '>AMOUNT', 'DATE', '>AMOUNT', 'DATE', '>AMOUNT'], grid)}
    <p class=small>A monthly service fee of $12.00 was <b>not</b> charged because your average daily balance was at least $1,500.00. You had an average daily balance of $4,871.22.</p>`,
    { size: 'letter' },
  );
  return sheet('Prairie Union Bank', html, book, {
    currency: 'USD',
    account: '000000914482107',
    holder: 'JANE Q SAMPLE',
    balances: 'none',
    entries: [...deposits, ...checks, ...withdrawals],
  });
};

/** One table with deposits and withdrawals side by side, and the balance only on the last row of a day. */
export const ledgerWithDayBalances: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-02',
    count: 44,
    incoming: INCOMING,
    outgoing: OUTGOING,
    opening: 188_021,
  });
  const rows = book.entries.map((entry, at) => {
    const isLast = book.entries[at + 1]?.day !== entry.day;
    return [
      date(entry, 'm/d'),
      '',
      entry.text,
      credit(entry, dollars),
      debit(entry, dollars),
      `>${isLast ? dollars(entry.balance) : ''}`,
    ];
  });
  const ends = [
    [`<b>Ending balance on ${date(book.to, 'm/d')}</b>`, '', '', '', '', `>${dollars(book.closing)}`],
    ['<b>Totals</b>', '', '', `>$${dollars(book.in)}`, `>$${dollars(book.out)}`, ''],
  ];
  const html = page(
    'body { font-family: "Liberation Serif" } th { border-bottom: 1px solid } .box { border: 1px solid #999; padding: 6px; width: 46% }',
    `
    <h2>Wagon Trail Everyday Checking</h2><p>${long(book.to)} &nbsp;&#9632;&nbsp; Page 1 of 4</p>
    <div class=spread><p>TOBIAS WREN<br>MARTHA WREN<br>77 CEDAR CT<br>BOULDER CO 80302-2217</p><p><b>Questions?</b><br>1-800-555-0199<br>Wagon Trail Bank, N.A.<br>P.O. Box 6995<br>Portland, OR 97228-6995</p></div>
    <div class=spread><div class=box><b>Statement period activity summary</b>${table(
      [],
      [
        [`Beginning balance on ${date(book.from, 'm/d')}`, `>$${dollars(book.opening)}`],
        ['Deposits/Additions', `>${dollars(book.in)}`],
        ['Withdrawals/Subtractions', `>- ${dollars(book.out)}`],
        [`<b>Ending balance on ${date(book.to, 'm/d')}</b>`, `><b>$${dollars(book.closing)}</b>`],
      ],
    )}</div>
    <div class=box>Account number: <b>6172 0049 83</b><br><b>TOBIAS WREN<br>MARTHA WREN</b><br><i>Colorado account terms and conditions apply</i><br>For Direct Deposit use<br>Routing Number (RTN): 102000076</div></div>
    <h3>Transaction history</h3>${table(['Date', 'Check<br>Number', 'Description', '>Deposits/<br>Additions', '>Withdrawals/<br>Subtractions', '>Ending daily<br>balance'], [...rows, ...ends])}
    <p class=small>The Ending Daily Balance does not reflect any pending withdrawals or holds on deposited funds that may have been outstanding on your account when your transactions posted.</p>
    <p><b>Monthly service fee summary</b></p><p>Fee period 02/01/2025 - 02/28/2025 &nbsp; Standard monthly service fee $10.00 &nbsp; You paid $0.00</p>`,
    { size: 'letter' },
  );
  return sheet('Wagon Trail Bank, N.A.', html, book, {
    currency: 'USD',
    account: '6172 0049 83',
    holder: 'TOBIAS WREN',
    balances: 'daily',
  });
};
