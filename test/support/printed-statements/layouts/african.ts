import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars, ENGLISH_LONG, spaced } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** South Africa: the balance with `Cr`, credits with `Cr`, debits bare, bank charges in a further column. */
export const southAfrica: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-06',
    count: 30,
    incoming: ['FNB App Payment From A Finch', 'Magtape Credit Hollerbach Salary', 'ADT Cash Deposit 00#6'],
    outgoing: [
      'POS Purchase Bridge Bakery 441822*4418 02 Jun',
      'Magtape Debit North Energy',
      'FNB App Prepaid Airtime 07#8',
      '#Monthly Account Fee',
    ],
    opening: 1_404_410,
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Protea First Bank</b><p>PETRA LENZ<br>12 RIVER ROAD<br>CAPE TOWN<br>8001</p><p>Cheque Account : 62441822716<br>Statement Period : 1 June 2025 to 30 June 2025<br>Statement Date : 30 June 2025</p>
    ${table(
      ['Statement Balances', '', 'Bank Charges', ''],
      [
        ['Opening Balance', `>${dollars(book.opening)} Cr`, 'Service Fees', '>45.00'],
        ['Closing Balance', `>${dollars(book.closing)} Cr`, 'Cash Deposit Fees', '>0.00'],
      ],
    )}<h4>Transactions in RAND (ZAR)</h4>
    ${table(
      ['Date', 'Description', '>Amount', '>Balance', '>Accrued<br>Bank<br>Charges'],
      book.entries.map((entry, at) => [
        date(entry, 'dd mon'),
        entry.text,
        `>${dollars(entry.cents)}${entry.cents > 0 ? 'Cr' : ''}`,
        `>${dollars(entry.balance)}Cr`,
        at % 7 === 3 ? '>12.50' : '',
      ]),
    )}
    ${table(
      [],
      [
        ['Closing Balance', `>${dollars(book.closing)}Cr`],
        ['Turnover for Statement Period', ''],
      ],
      'style="width:60%"',
    )}<p>No. Credit Transactions ${book.entries.filter(({ cents }) => cents > 0).length} &nbsp; ${dollars(book.in)}Cr<br>No. Debit Transactions ${book.entries.filter(({ cents }) => cents < 0).length} &nbsp; ${dollars(book.out)}Dr</p>`,
  );
  return sheet('Protea First Bank', html, book, {
    currency: 'ZAR',
    account: '62441822716',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};

/** Nigeria: transaction and value date by names, reference, debits and credits, a summary of counts in front. */
export const nigeria: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-04',
    count: 28,
    incoming: ['NIP FRM ADA FINCH-TRANSFER', 'SALARY APRIL HOLLERBACH NIG LTD'],
    outgoing: [
      'POS WEB PURCHASE BRIDGE BAKERY LAGOS',
      'NIBSS Instant Payment Outward 000013#12',
      'COMMISSION NIP',
      'STAMP DUTY CHARGE',
      'VAT',
    ],
    opening: 24_404_410,
    amounts: [1_000, 5_000_000],
  });
  const html = page(
    'td { font-size: 8pt }',
    `<b style="font-size:14pt">Lekki Trust Bank Plc</b><h3>CUSTOMER STATEMENT</h3>${table(
      [],
      [
        ['Print. Date', '02-May-2025'],
        ['Branch Name', 'IKOYI'],
        ['Account No', '0044182271'],
        ['Account Type', 'SAVINGS'],
        ['Currency', 'NGN'],
        ['Opening Balance', dollars(book.opening)],
        ['Total Debit', dollars(book.out)],
        ['Total Credit', dollars(book.in)],
        ['Closing Balance', dollars(book.closing)],
      ],
      'style="width:50%"',
    )}<p>LENZ, PETRA<br>12 RIVER CLOSE<br>IKOYI 101233 LAGOS</p><p>Period: 01-Apr-2025 TO 30-Apr-2025</p>
    ${table(
      ['Trans. Date', 'Value. Date', 'Reference', '>Debits', '>Credits', '>Balance', 'Originating Branch', 'Remarks'],
      book.entries.map((entry) => [
        date(entry, 'dd-mon-yyyy'),
        date(entry, 'dd-mon-yyyy'),
        `'${random.digits(9)}`,
        debit(entry, dollars),
        credit(entry, dollars),
        `>${dollars(entry.balance)}`,
        'HEAD OFFICE',
        entry.text,
      ]),
    )}`,
    { size: 'A4 landscape' },
  );
  return sheet('Lekki Trust Bank Plc', html, book, {
    currency: 'NGN',
    account: '0044182271',
    holder: 'LENZ, PETRA',
    balances: 'all',
  });
};

/** Mobile money in Kenya: receipt, completion time, details over lines, status, paid in, withdrawn with a minus, newest first. */
export const mobileMoney: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-05',
    count: 34,
    incoming: ['Funds received from\n0712***418 ADA FINCH', 'Business Payment from\n#6 - HOLLERBACH LTD'],
    outgoing: [
      'Customer Transfer to\n0712***227 PETER OTIENO',
      'Pay Bill to #6 -\nNORTH POWER Acc. #8',
      'Merchant Payment to #6 - BRIDGE BAKERY',
      'Customer Transfer of Funds Charge',
    ],
    opening: 1_204_410,
    amounts: [1_000, 400_000],
  });
  const newest = book.entries.toReversed();
  const html = page(
    'td { font-size: 7.5pt; border-bottom: .5px solid #ccc }',
    `<b style="font-size:16pt;color:#080">POCHI-CASH STATEMENT</b>${table(
      [],
      [
        ['Customer Name:', 'PETRA LENZ'],
        ['Mobile Number:', '0712441822'],
        ['Date of Statement:', '1st Jun 2025'],
        ['Statement Period:', '01 May 2025 - 31 May 2025'],
      ],
      'style="width:60%"',
    )}
    <h4>SUMMARY</h4>${table(
      ['TRANSACTION TYPE', '>PAID IN', '>PAID OUT'],
      [
        ['SEND MONEY:', '>0.00', `>${dollars(Math.round(-book.out * 0.6))}`],
        ['RECEIVED MONEY:', `>${dollars(book.in)}`, '>0.00'],
        ['LIPA NA POCHI (PAYBILL):', '>0.00', `>${dollars(-book.out - Math.round(-book.out * 0.6))}`],
        ['TOTAL:', `>${dollars(book.in)}`, `>${dollars(book.out)}`],
      ],
    )}
    <h4>DETAILED STATEMENT</h4>${table(
      ['Receipt No.', 'Completion Time', 'Details', 'Transaction Status', '>Paid In', '>Withdrawn', '>Balance'],
      newest.map((entry) => [
        `TE${random.digits(3)}KQ${random.digits(2)}X`,
        `${date(entry, 'yyyy-mm-dd')}\n${random.integer(10, 22)}:${random.integer(10, 59)}:${random.integer(10, 59)}`,
        entry.text,
        'Completed',
        credit(entry, dollars),
        `>${entry.cents < 0 ? `-${dollars(entry.cents)}` : ''}`,
        `>${dollars(entry.balance)}`,
      ]),
    )}<p class=small>Disclaimer: This record is produced for your personal use and is not transferable. KES</p>`,
  );
  return sheet('POCHI-CASH', html, book, {
    currency: 'KES',
    proven: true,
    account: '0712441822',
    holder: 'PETRA LENZ',
    balances: 'all',
    entries: newest,
    opening: null,
  });
};

/** Egypt and Morocco write French: francs of dirhams with spaces, debit and credit, day and month with spaces. */
export const maghreb: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-01',
    count: 26,
    incoming: ['VIREMENT RECU DE HOLLERBACH', 'VERSEMENT ESPECES'],
    outgoing: [
      'PAIEMENT CB BOULANGERIE DU PONT',
      'PRELEVEMENT ENERGIE NORD',
      'RETRAIT GAB AGDAL',
      'FRAIS TENUE DE COMPTE',
    ],
    opening: 1_404_410,
    amounts: [1_000, 200_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Banque de l'Atlas</b><p>RELEVE DE COMPTE BANCAIRE DU 01/01/2025 AU 31/01/2025</p><p>Mme PETRA LENZ<br>12 RUE DU PONT<br>10000 RABAT</p><p>N° de compte 007 810 0004418227164000 41 &nbsp; DEVISE MAD</p>
    ${table(['DATE', 'CODE', 'LIBELLE', 'VALEUR', '>DEBIT', '>CREDIT'], [['', '', 'SOLDE DEPART AU 31 12 2024', '', '', `>${spaced(book.opening)} CREDITEUR`], ...book.entries.map((entry) => [date(entry, 'dd mm'), `0${random.digits(3)}GL`, entry.text, date(entry, 'dd mm yyyy'), debit(entry, spaced), credit(entry, spaced)]), ['', '', 'TOTAL MOUVEMENTS', '', `>${spaced(book.out)}`, `>${spaced(book.in)}`], ['', '', 'SOLDE FINAL AU 31 01 2025', '', '', `>${spaced(book.closing)} CREDITEUR`]])}<p class=small>${ENGLISH_LONG[0]}</p>`,
  );
  return sheet("Banque de l'Atlas", html, book, {
    currency: 'MAD',
    account: '007 810 0004418227164000 41',
    holder: 'Mme PETRA LENZ',
    balances: 'none',
  });
};
