import { keepBook } from '../book.ts';
import { page, table } from '../html.ts';
import { date, dollars } from '../notation.ts';
import { type Layout, sheet } from '../sheet.ts';

/** Canada, in landscape: a stamp across the rows, the date and the balance once a day. */
export const stamped: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-01',
    count: 32,
    incoming: ['Payroll Deposit HOLLERBACH INC', 'e-Transfer - Autodeposit ADA FINCH #8'],
    outgoing: [
      'Contactless Interac purchase - 44#2\nBRIDGE BAKERY',
      'Online Banking payment - 1822\nNORTH ENERGY',
      'Monthly fee',
      'ATM withdrawal - AB44#4',
    ],
    opening: 304_410,
  });
  const rows = book.entries.map((entry, at) => [
    book.entries[at - 1]?.day === entry.day ? '' : date(entry, 'd mon'),
    entry.text,
    `>${entry.cents < 0 ? dollars(entry.cents) : ''}`,
    `>${entry.cents > 0 ? dollars(entry.cents) : ''}`,
    `>${book.entries[at + 1]?.day === entry.day ? '' : dollars(entry.balance)}`,
  ]);
  const html = page(
    '.stamp { position: fixed; top: 40%; left: 20%; font-size: 80pt; color: #eee; transform: rotate(-35deg); z-index: -1 } th { border-bottom: 2px solid #005daa }',
    `<div class=stamp>DUPLICATE</div><div class=spread><b style="font-size:15pt">Royal Maple Bank</b><b>Your personal banking account statement</b></div><p>From January 1, 2025 to January 31, 2025</p><p>MS PETRA LENZ<br>12 RIVER RD<br>TORONTO ON M5V 2T6</p><p>Your account number: 00441-5082271</p>
    <h4>Summary of your account for this period</h4>${table(
      [],
      [
        ['Your opening balance on January 1, 2025', `>$${dollars(book.opening)}`],
        ['Total deposits into your account', `>+ ${dollars(book.in)}`],
        ['Total withdrawals from your account', `>- ${dollars(book.out)}`],
        ['Your closing balance on January 31, 2025', `>= $${dollars(book.closing)}`],
      ],
      'style="width:55%"',
    )}
    <h4>Details of your account activity</h4>${table(['Date', 'Description', '>Withdrawals ($)', '>Deposits ($)', '>Balance ($)'], [['', 'Opening Balance', '', '', `>${dollars(book.opening)}`], ...rows, ['', 'Closing Balance', '', '', `>$${dollars(book.closing)}`]])}`,
    { size: 'letter landscape' },
  );
  return sheet('Royal Maple Bank', html, book, {
    currency: 'CAD',
    account: '00441-5082271',
    holder: 'MS PETRA LENZ',
    balances: 'daily',
  });
};
