import { keepBook } from '../book.ts';
import { page, table } from '../html.ts';
import { date, dollars, minus } from '../notation.ts';
import { type Layout, sheet } from '../sheet.ts';

/** A broker's cash account: quantities and prices of shares beside the amounts, settlement dates, the balance after each. */
export const brokerCash: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-11',
    count: 18,
    incoming: ['DIVIDEND NORTH ENERGY CORP', 'SOLD TAMARACK STEEL', 'DEPOSIT FUNDS RECEIVED'],
    outgoing: ['BOUGHT BRIDGE BAKERY INC', 'FOREIGN TAX PAID', 'ADVISOR FEE'],
    incomingShare: 0.5,
    amounts: [1_000, 400_000],
    opening: 2_204_410,
  });
  const rows = book.entries.map((entry) => {
    const isTrade = /BOUGHT|SOLD/.test(entry.text);
    return [
      date(entry, 'mm/dd/yy'),
      date(entry, 'mm/dd/yy'),
      entry.text,
      isTrade ? `>${random.integer(1, 90)}.000` : '',
      isTrade ? `>$${dollars(random.integer(1_000, 30_000))}` : '',
      `>${minus(entry.cents, dollars)}`,
      `>$${dollars(entry.balance)}`,
    ];
  });
  const html = page(
    'td { font-size: 8pt }',
    `<b style="font-size:15pt">Larkspur Brokerage Services</b><h3>Cash Account Activity</h3><p>Account Number: 4418-2271<br>Statement Period: November 1 - 30, 2025</p><p>PETRA LENZ<br>12 RIVER RD<br>ALBANY NY 12207-1044</p>
    ${table(['Trade Date', 'Settle Date', 'Transaction', '>Quantity', '>Price', '>Amount', '>Cash Balance'], [['', '', 'Opening Cash Balance', '', '', '', `>$${dollars(book.opening)}`], ...rows, ['', '', 'Closing Cash Balance', '', '', '', `>$${dollars(book.closing)}`]])}
    <p class=small>Member SIPC.</p>`,
    { size: 'letter' },
  );
  return sheet('Larkspur Brokerage Services', html, book, {
    currency: 'USD',
    account: '4418-2271',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};
