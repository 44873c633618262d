import { keepBook } from '../book.ts';
import { page, table } from '../html.ts';
import { date, dollars, ENGLISH_LONG, minus } from '../notation.ts';
import { type Layout, sheet, trueStatement } from '../sheet.ts';

/** A payment account: gross, fee and net beside each other, an id below the text, totals of activity before. */
export const grossFeeNet: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-04',
    count: 24,
    incoming: ['Express Checkout Payment\nID: #9X\nA Finch', 'Mobile Payment\nID: #9K\nT Wren'],
    outgoing: ['General Withdrawal\nID: #9W', 'Pre-approved Payment Bill User Payment\nID: #9P\nStreamly'],
    incomingShare: 0.4,
    amounts: [500, 20_000],
    opening: 120_410,
  });
  const fees = new Map(
    book.entries.map((entry) => [entry, entry.cents > 0 ? Math.round(entry.cents * 0.029) + 30 : 0]),
  );
  const sign = (cents: number) => `>${minus(cents, dollars)}`;
  const rows = book.entries.map((entry) => [
    date(entry, 'mm/dd/yyyy'),
    entry.text,
    'Completed',
    sign(entry.cents + (fees.get(entry) ?? 0)),
    sign(-(fees.get(entry) ?? 0)),
    sign(entry.cents),
    `>${dollars(entry.balance)}`,
  ]);
  const html = page(
    'td { font-size: 8pt }',
    `<div class=spread><b style="font-size:16pt">Palpay</b><span>Merchant Account ID: 7XK2LQ44182<br>Page 1</span></div><h3>Statement for April 2025</h3><p>Redwood Supply LLC<br>4400 Industrial Pkwy Ste 200<br>Reno, NV 89502</p>
    <h4>Balance Summary (4/1/25 - 4/30/25)</h4>${table(['', '>Available beginning', '>Available ending'], [['USD', `>${dollars(book.opening)}`, `>${dollars(book.closing)}`]], 'style="width:60%"')}
    <h4>Transaction History - USD</h4>${table(['Date', 'Description', 'Status', '>Gross', '>Fee', '>Net', '>Balance'], rows)}`,
    { size: 'letter' },
  );
  return sheet('Palpay', html, book, {
    currency: 'USD',
    account: '7XK2LQ44182',
    holder: 'Redwood Supply LLC',
    balances: 'all',
  });
};

/** Two currencies of one account, each with its own table and title; newest first; the date below the text. */
export const twoCurrencies: Layout = (random) => {
  const keep = (incoming: string, opening: number) =>
    keepBook(random, {
      month: '2025-09',
      count: 14,
      incoming: [incoming],
      outgoing: ['Card transaction issued by Bridge Bakery', 'Sent money to Ada Finch'],
      opening,
    });
  const [euros, pounds] = [keep('Received money from HOLLERBACH GMBH', 204_410), keep('Converted EUR to GBP', 104_410)];
  const part = (book: typeof euros, name: string, code: string, number: string) => {
    const newest = book.entries.toReversed();
    return {
      newest,
      html: `<section style="break-before:page"><h2>${name} statement</h2><p>1 September 2025 [GMT] - 30 September 2025 [GMT]<br>Generated on: 2 October 2025</p><p>Account Holder<br>Redwood Supply Ltd</p><p>IBAN ${number}</p>
      <p class=spread><b>${code} on 30 September 2025 [GMT]</b><b>${dollars(book.closing)} ${code}</b></p>
      ${table(
        ['Description', '>Incoming', '>Outgoing', '>Amount'],
        newest.map((entry) => [
          `${entry.text}\n<span class=small>${date(entry, 'd mon yyyy', ENGLISH_LONG)} &nbsp; Transaction: CARD-${random.digits(8)}</span>`,
          `>${entry.cents > 0 ? dollars(entry.cents) : ''}`,
          `>${entry.cents < 0 ? `-${dollars(entry.cents)}` : ''}`,
          `>${dollars(entry.balance)}`,
        ]),
      )}</section>`,
    };
  };
  const first = part(euros, 'EUR', 'EUR', 'BE68 5390 0754 7034');
  const second = part(pounds, 'GBP', 'GBP', 'GB33 BUKB 2020 1555 5555 55');
  const about = { holder: 'Redwood Supply Ltd', balances: 'all' as const, opening: null };
  return {
    html: page(
      '',
      `<b style="font-size:16pt">Swift Otter</b><p>Swift Otter Europe SA<br>Rue du Trône 100, Brussels</p>${first.html}${second.html}`,
    ),
    truth: {
      bank: 'Swift Otter',
      statements: [
        trueStatement(euros, { ...about, currency: 'EUR', account: 'BE68 5390 0754 7034', entries: first.newest }),
        trueStatement(pounds, {
          ...about,
          currency: 'GBP',
          account: 'GB33 BUKB 2020 1555 5555 55',
          entries: second.newest,
        }),
      ],
    },
  };
};

/** A neobank: product and a summary of each before the transactions, money out and in with symbols, balance after each. */
export const neobank: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-07',
    count: 26,
    incoming: ['Transfer from Hollerbach GmbH\nReference: salary', 'Top-up by *4418'],
    outgoing: ['Bridge Bakery\nTo: Bridge Bakery, Vilnius', 'To Ada Finch\nReference: rent', 'Exchanged to GBP'],
    opening: 204_410,
  });
  const html = page(
    '.small { color: #888 }',
    `<div class=spread><b style="font-size:18pt">Rovoluta</b><div><b>EUR Statement</b><br><span class=small>Generated on the 2 Aug 2025<br>Rovoluta Bank UAB</span></div></div><p><b>PETRA LENZ</b><br>Lindenstr. 14<br>54290<br>Trier</p><p>IBAN LT12 1000 0111 0100 1000<br>BIC ROVOLT21</p>
    <h3>Balance summary</h3>${table(
      ['Product', '>Opening balance', '>Money out', '>Money in', '>Closing balance'],
      [
        [
          'Account (Current Account)',
          `>€${dollars(book.opening)}`,
          `>€${dollars(book.out)}`,
          `>€${dollars(book.in)}`,
          `>€${dollars(book.closing)}`,
        ],
        [
          '<b>Total</b>',
          `>€${dollars(book.opening)}`,
          `>€${dollars(book.out)}`,
          `>€${dollars(book.in)}`,
          `>€${dollars(book.closing)}`,
        ],
      ],
    )}
    <p class=small>The balance on your statement might differ from the balance shown in your app.</p><h3>Account transactions from July 1, 2025 to July 31, 2025</h3>
    ${table(
      ['Date', 'Description', '>Money out', '>Money in', '>Balance'],
      book.entries.map((entry) => [
        date(entry, 'mon d, yyyy'),
        entry.text,
        `>${entry.cents < 0 ? `€${dollars(entry.cents)}` : ''}`,
        `>${entry.cents > 0 ? `€${dollars(entry.cents)}` : ''}`,
        `>€${dollars(entry.balance)}`,
      ]),
    )}
    <p class=small>Report lost or stolen card +370 5 214 3608. Rovoluta Bank UAB is a credit institution licensed in the Republic of Lithuania with company number 304580906. Insured up to €100,000.</p>`,
  );
  return sheet('Rovoluta Bank UAB', html, book, {
    currency: 'EUR',
    account: 'LT12 1000 0111 0100 1000',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};
