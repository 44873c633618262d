import { keepBook } from '../book.ts';
import { page, table } from '../html.ts';
import { date, dollars, euros } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** One list, interest among its rows; a payment is marked `CR` behind its figure. */
export const britishCard: Layout = (random) => {
  const shops = [
    'TESSELATE STORES 2241 LEEDS',
    'RAILCARD ONLINE YORK',
    'THE COPPER KETTLE HARROGATE',
    'INTEREST ON PURCHASES',
    'OUTDOOR & CO LONDON W1',
  ];
  const book = keepBook(random, {
    month: '2025-06',
    count: 26,
    incoming: ['DIRECT DEBIT PAYMENT - THANK YOU', 'REFUND OUTDOOR & CO LONDON W1'],
    outgoing: shops,
    incomingShare: 0.15,
    opening: -692_310,
  });
  const html = page(
    'body { font-family: "Nimbus Sans" } .r { padding-right: 12px }',
    `
    <div class=spread><b style="font-size:16pt">Tern &amp; Vale Credit Card</b><span class=small>Tern &amp; Vale Bank plc. www.ternvale.example</span></div>
    <p>Mr J Moor<br>12 Station Road<br>Ilkley<br>LS29 8HX</p>
    <p>Statement date: 30 June 2025<br>Account number: 5434 12** **** 9921</p>
    ${table(
      [],
      [
        ['Balance from previous statement', `>£${dollars(book.opening)}`],
        ['Payments and credits', `>£${dollars(book.in)}`],
        ['New purchases, cash and interest', `>£${dollars(book.out)}`],
        ['<b>New balance</b>', `><b>£${dollars(book.closing)}</b>`],
        ['Minimum payment', '>£25.00'],
        ['To reach us by', '>25 July 2025'],
      ],
      'style="width:55%"',
    )}
    <h3>Your transactions</h3>${table(
      ['Date of transaction', 'Date entered', 'Description', '>Amount £'],
      [
        ['', '', 'PREVIOUS BALANCE', `>${dollars(book.opening)}`],
        ...book.entries.map((entry) => [
          date(entry, 'dd mon'),
          date(entry, 'dd mon'),
          entry.text,
          `>${dollars(entry.cents)}${entry.cents > 0 ? 'CR' : ''}`,
        ]),
        ['', '', '<b>BALANCE ON 30 JUNE 2025</b>', `>${dollars(book.closing)}`],
      ],
    )}
    <h3>Summary of interest on this statement</h3>${table(
      ['', '>Balance £', '>Monthly rate', '>Annual rate (variable)'],
      [
        ['Purchases', '>410.02', '>1.860%', '>24.94%'],
        ['Cash', '>0.00', '>2.200%', '>29.94%'],
      ],
    )}`,
  );
  return sheet('Tern & Vale', html, book, {
    currency: 'GBP',
    account: '5434 12** **** 9921',
    holder: 'Mr J Moor',
    balances: 'none',
  });
};

/** A German card: amounts of other currencies and their rates on lines of their own, signs behind. */
export const germanCard: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-04',
    count: 22,
    incoming: ['EINZUG VON KONTO DE..4411', 'GUTSCHRIFT REISEBUCHT HAMBURG'],
    outgoing: ['REISEBUCHT HAMBURG', 'BAHNHOFSBÄCKEREI KÖLN', 'KINO AM MARKT', 'SCHUHHAUS LENZ TRIER'],
    incomingShare: 0.15,
    opening: -655_940,
  });
  const rows = book.entries.map((entry, at) => [
    date(entry, 'dd.mm.yy'),
    date(entry, 'dd.mm.yy'),
    entry.text + (at % 5 === 2 ? '\nUSD 18,40 Kurs 1,0842 zzgl. 1,75% Auslandseinsatzentgelt' : ''),
    `>${euros(entry.cents)}${entry.cents < 0 ? '-' : '+'}`,
  ]);
  const html = page(
    'td, th { border-bottom: 1px solid #ccc }',
    `
    <b style="font-size:14pt">Rheinufer Kartenbank AG</b><p>Herrn<br>Paul Ahrend<br>Lindenstr. 14<br>50674 Köln</p>
    <p style="text-align:right">Köln, 30.04.2025</p><h2>Kreditkartenabrechnung April 2025</h2><p>Kartennummer: 4907 **** **** 3310 &nbsp; Abrechnungszeitraum: 01.04.2025 - 30.04.2025</p>
    ${table(['Kaufdatum', 'Buchung', 'Umsatzbeschreibung', '>Betrag in EUR'], [['', '', 'Saldo letzte Abrechnung', `>${euros(book.opening)}-`], ...rows, ['', '', '<b>Neuer Saldo</b>', `><b>${euros(book.closing)}-</b>`]])}
    <p>Den Rechnungsbetrag ziehen wir am 08.05.2025 von Ihrem Konto ein. Mindestbetrag: 50,00 EUR. Verfügungsrahmen 5.000,00 EUR.</p>`,
  );
  return sheet('Rheinufer Kartenbank AG', html, book, {
    currency: 'EUR',
    account: '4907 **** **** 3310',
    holder: 'Paul Ahrend',
    balances: 'none',
  });
};
