import { keepBook, sumOf, type Entry } from '../book.ts';
import { page, table } from '../html.ts';
import { date, dollars, ENGLISH_LONG, minus } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

const SHOPS = [
  'BLUEBIRD COFFEE DAYTON OH',
  'STREAMLY.COM 866-555-0142 CA',
  'KITE AIR 0012#10 ATLANTA GA',
  'CORNER PANTRY #4 COLUMBUS OH',
  'QUAY BOOKS LONDON',
  'RIDECO *TRIP HELP.RIDECO.EX',
  'PILLAR INSURANCE 800-555-0188',
];
const PAYMENTS = ['AUTOPAY PAYMENT - THANK YOU', 'PAYMENT THANK YOU - WEB', 'CREDIT QUAY BOOKS LONDON'];
const bought = (entries: readonly Entry[]) => entries.filter(({ cents }) => cents < 0);
const paid = (entries: readonly Entry[]) => entries.filter(({ cents }) => cents > 0);

/** Payments, purchases of two cards, fees and interest in tables of their own; rates and totals of the year behind them. */
export const americanCard: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-05',
    count: 34,
    incoming: PAYMENTS,
    outgoing: SHOPS,
    incomingShare: 0.12,
    amounts: [200, 31_000],
    opening: -984_277,
  });
  const [payments, purchases] = [paid(book.entries), bought(book.entries)];
  const half = Math.ceil(purchases.length / 2);
  const [mine, hers] = [purchases.slice(0, half), purchases.slice(half)];
  const fee = { year: 2025, month: 5, day: 31, text: 'Interest Charge on Purchases', cents: 0, balance: 0 };
  const closing = book.closing + fee.cents;
  const list = (entries: Entry[]) =>
    table(
      ['Trans Date', 'Post Date', 'Description', '>Amount'],
      entries.map((entry) => [
        date(entry, 'mon d'),
        date(entry, 'mon d'),
        entry.text,
        `>${entry.cents > 0 ? '- ' : ''}$${dollars(entry.cents)}`,
      ]),
    );
  const html = page(
    'h3 { margin: 12px 0 2px } .box { border: 1px solid; padding: 6px; width: 45% }',
    `
    <div class=spread><b style="font-size:15pt">Summit One Card</b><div>Platinum Rewards | World Mastercard ending in 7781<br>May 01, 2025 - May 31, 2025 | 31 days in Billing Cycle</div></div>
    <div class=spread><div class=box><b>Payment Information</b>${table(
      [],
      [
        ['Payment Due Date', '>Jun 25, 2025'],
        ['New Balance', `>$${dollars(closing)}`],
        ['Minimum Payment Due', '>$35.00'],
      ],
    )}</div>
    <div class=box><b>Account Summary</b>${table(
      [],
      [
        ['Previous Balance', `>$${dollars(book.opening)}`],
        ['Payments', `>- $${dollars(sumOf(payments))}`],
        ['Transactions', `>+ $${dollars(sumOf(purchases))}`],
        ['Cash Advances', '>+ $0.00'],
        ['Fees Charged', '>+ $0.00'],
        ['Interest Charged', `>+ $${dollars(fee.cents)}`],
        ['New Balance', `>= $${dollars(closing)}`],
        ['Credit Limit', '>$24,000.00'],
        ['Available Credit (as of May 31, 2025)', `>$${dollars(2_400_000 + closing)}`],
      ],
    )}</div></div>
    <p>JANE Q SAMPLE<br>118 MAPLE GROVE RD APT 4<br>DAYTON OH 45402-1834</p>
    <h2>Transactions</h2><h3>JANE Q SAMPLE #7781: Payments, Credits and Adjustments</h3>${list(payments)}
    <h3>JANE Q SAMPLE #7781: Transactions</h3>${list(mine)}<p class=spread><b>JANE Q SAMPLE #7781: Total Transactions</b><b>$${dollars(sumOf(mine))}</b></p>
    <h3>MARK SAMPLE #7799: Transactions</h3>${list(hers)}<p class=spread><b>MARK SAMPLE #7799: Total Transactions</b><b>$${dollars(sumOf(hers))}</b></p>
    <p class=spread><b>Total Transactions for This Period</b><b>$${dollars(sumOf(purchases))}</b></p>
    <h3>Fees</h3>${table(['Trans Date', 'Post Date', 'Description', '>Amount'], [])}<p class=spread><b>Total Fees for This Period</b><b>$0.00</b></p>
    <h3>Interest Charged</h3>${table(
      [],
      [
        ['Interest Charge on Purchases', `>$${dollars(fee.cents)}`],
        ['Interest Charge on Cash Advances', '>$0.00'],
        ['Interest Charge on Other Balances', '>$0.00'],
        ['<b>Total Interest for This Period</b>', `>$${dollars(fee.cents)}`],
      ],
    )}
    <h3>Totals Year-to-Date</h3>${table(
      [],
      [
        ['Total Fees charged', '>$0.00'],
        ['Total Interest charged', '>$61.40'],
      ],
    )}
    <h3>Interest Charge Calculation</h3>${table(
      ['Type of Balance', '>Annual Percentage Rate(APR)', '>Balance Subject to Interest Rate', '>Interest Charge'],
      [
        ['Purchases', '>26.24% P', '>$845.21', `>$${dollars(fee.cents)}`],
        ['Cash Advances', '>29.49% P', '>$0.00', '>$0.00'],
      ],
    )}`,
    { size: 'letter' },
  );
  const entries = [...payments, ...mine, ...hers];
  return sheet('Summit One Card', html, book, {
    currency: 'USD',
    account: '7781',
    holder: 'JANE Q SAMPLE',
    balances: 'none',
    entries,
    closing,
  });
};

/** A charge card: credits in brackets, the date with a star, two lines to an entry, foreign spend in a column of its own. */
export const chargeCard: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-10',
    count: 28,
    incoming: ['PAYMENT RECEIVED - THANK YOU'],
    outgoing: SHOPS,
    incomingShare: 0.08,
    amounts: [900, 88_000],
    opening: -901_200,
  });
  const [payments, purchases] = [paid(book.entries), bought(book.entries)];
  const html = page(
    '.d { color: #036 }',
    `
    <div class=spread><b style="font-size:18pt;color:#036">Meridian Gold Card</b><span>Closing Date 10/31/25<br>Account Ending 8-42007</span></div><p>ADA FINCH</p>
    ${table(
      [],
      [
        ['Previous Balance', `>$${dollars(book.opening)}`],
        ['Payments/Credits', `>-$${dollars(book.in)}`],
        ['New Charges', `>+$${dollars(book.out)}`],
        ['Fees', '>+$0.00'],
        ['<b>New Balance</b>', `>=$${dollars(book.closing)}`],
        ['Minimum Payment Due', '>$40.00'],
      ],
      'style="width:40%"',
    )}
    <h3>Payments and Credits</h3><p>Summary</p>${table(
      ['', '>Total'],
      [
        ['Payments', `>-$${dollars(sumOf(payments))}`],
        ['Credits', '>$0.00'],
        ['<b>Total Payments and Credits</b>', `>-$${dollars(sumOf(payments))}`],
      ],
    )}
    <p>Detail <span class=small>*Indicates posting date</span></p>${table(
      ['Payments', '', '>Amount'],
      payments.map((entry) => [`${date(entry, 'mm/dd/yy')}*`, entry.text, `>${minus(-entry.cents, dollars, '-$')}`]),
    )}
    <h3>New Charges</h3><p>Detail</p><p><b>ADA FINCH</b><br>Card Ending 8-42007</p>${table(
      ['', '', '>Foreign Spend', '>Amount'],
      purchases.map((entry, at) => [
        date(entry, 'mm/dd/yy'),
        `${entry.text}\n${entry.text.includes('AIR') ? `TICKET NUMBER ${random.digits(14)}` : 'MERCHANDISE'}`,
        at % 6 === 3 ? `>${dollars(Math.round(-entry.cents * 0.79))}<br>Pounds Sterling` : '',
        `>$${dollars(entry.cents)}`,
      ]),
    )}
    <h3>Fees</h3>${table(['', '>Amount'], [['<b>Total Fees for this Period</b>', '>$0.00']])}
    <p class=small>${ENGLISH_LONG[9]} 2025. 2025 Fees and Interest Totals Year-to-Date: Total Fees in 2025 $250.00, Total Interest in 2025 $0.00</p>`,
    { size: 'letter' },
  );
  return sheet('Meridian Gold Card', html, book, {
    currency: 'USD',
    account: '8-42007',
    holder: 'ADA FINCH',
    balances: 'none',
    entries: [...payments, ...purchases],
  });
};
