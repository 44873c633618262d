import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

const IN = ['Salary HOLLERBACH PTY LTD', 'Direct Credit 421520 MCARE BENEFITS #6', 'Fast Transfer From A FINCH'];
const OUT = [
  'BRIDGE BAKERY NORTH SYDNEY NSWAU\nCard xx4418\nValue Date: {d}/09/2025',
  'Direct Debit 064000 NORTH ENERGY\n#10',
  'Transfer to xx7702 NetBank\nRent',
  'Wdl ATM CBD SYDNEY NS',
];

/** Australia: debit and credit, the balance with `CR`, opening as a row with the year, month names without year. */
export const australia: Layout = (random) => {
  const book = keepBook(random, { month: '2025-09', count: 30, incoming: IN, outgoing: OUT, opening: 404_410 });
  const fill = (entry: (typeof book.entries)[number]) => entry.text.replace('{d}', String(entry.day).padStart(2, '0'));
  const entries = book.entries.map((entry) => ({ ...entry, text: fill(entry) }));
  const html = page(
    '',
    `<div class=spread><b style="font-size:15pt">Wattle Commonwealth Bank</b><div>Statement 42 (Page 1 of 2)<br>Account Number 06 2184 10441822<br>Statement Period 1 Sep 2025 - 30 Sep 2025<br>Closing Balance $${dollars(book.closing)} CR</div></div><p>MS PETRA LENZ<br>12 RIVER ST<br>NEWTOWN NSW 2042</p><h3>Smart Access</h3>
    ${table(['Date', 'Transaction', '>Debit', '>Credit', '>Balance'], [[date(book.from, 'dd mon'), '<b>2025 OPENING BALANCE</b>', '', '', `>$${dollars(book.opening)} CR`], ...entries.map((entry) => [date(entry, 'dd mon'), entry.text, debit(entry, dollars), `>${entry.cents > 0 ? `$${dollars(entry.cents)}` : ''}`, `>$${dollars(entry.balance)} CR`]), [date(book.to, 'dd mon'), '<b>2025 CLOSING BALANCE</b>', '', '', `>$${dollars(book.closing)} CR`]])}
    ${table(['Opening balance', '-', 'Total debits', '+', 'Total credits', '=', 'Closing balance'], [[`$${dollars(book.opening)} CR`, '', `$${dollars(book.out)}`, '', `$${dollars(book.in)}`, '', `$${dollars(book.closing)} CR`]])}<p class=small>BSB 062-184. Transaction Summary during 1st August 2025 to 31st August 2025</p>`,
  );
  return sheet('Wattle Commonwealth Bank', html, book, {
    currency: 'AUD',
    account: '06 2184 10441822',
    holder: 'MS PETRA LENZ',
    balances: 'all',
    entries,
  });
};

/** New Zealand: type, particulars and reference in columns of their own, `OD` behind overdrawn balances. */
export const newZealand: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-02',
    count: 26,
    incoming: ['AP Hollerbach Ltd Wages', 'BP A Finch Rent'],
    outgoing: ['EP Bridge Bakery 4418', 'DD North Energy', 'BP Landlord Rent', 'FX Card Conversion Fee'],
    opening: 60_410,
    mayOverdraw: true,
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Kauri Bank New Zealand</b><p>Miss P Lenz<br>12 River Street<br>Wellington 6011</p><p>Account 06-0193-0044182-00 &nbsp; Statement 12</p><p>Period 01 February 2025 to 28 February 2025</p>
    ${table(['Date', 'Transaction Type and details', '>Withdrawals', '>Deposits', '>Balance'], [[date(book.from, 'dd mon'), 'Opening balance', '', '', `>${dollars(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd mon'), entry.text, debit(entry, dollars), credit(entry, dollars), `>${dollars(entry.balance)}${entry.balance < 0 ? ' OD' : ''}`]), ['', 'Totals at end of period', `>$${dollars(book.out)}`, `>$${dollars(book.in)}`, `>$${dollars(book.closing)}${book.closing < 0 ? ' OD' : ''}`]])}`,
  );
  return sheet('Kauri Bank New Zealand', html, book, {
    currency: 'NZD',
    account: '06-0193-0044182-00',
    holder: 'Miss P Lenz',
    balances: 'all',
  });
};
