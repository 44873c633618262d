import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** Singapore: the date without year, three lines to a transfer, balance brought and carried forward, totals below. */
export const singapore: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-04',
    count: 30,
    incoming: ['GIRO SALARY\nHOLLERBACH PTE LTD\n#8', 'FAST PAYMENT\nPayNow Transfer #7\nFrom: ADA FINCH\nOTHR Other'],
    outgoing: [
      'DEBIT PURCHASE\nBRIDGE BAKERY SI SGP @\n4628-45##-####-4418',
      'Point-of-Sale Transaction\nNETS SCAN & PAY NORTH HAWKER',
      'FUNDS TRANSFER\nto 120-#6-8',
    ],
    opening: 804_410,
  });
  const html = page(
    'td { padding: 1px 4px }',
    `<b style="font-size:15pt">Merlion Bank Ltd</b><p class=small>Co. Reg. No. 196800306E &nbsp; GST Reg. No. MR-8500180-3 &nbsp; Singapore 018982</p><p>MISS PETRA LENZ<br>BLK 12 RIVER VALLEY ROAD #04-12<br>SINGAPORE 238251</p>
    <h3>CONSOLIDATED STATEMENT</h3><p>as at 30 Apr 2025</p><h4>Account Summary</h4>${table(['Account', 'Account No.', '>Balance (SGD)'], [['Everyday Savings', '120-44182-8', `>${dollars(book.closing)}`]])}
    <h4>Transaction Details as of 30 Apr 2025</h4><p>Everyday Savings &nbsp; Account No. 120-44182-8</p>
    ${table(['Date', 'Description', '>Withdrawal (-)', '>Deposit (+)', '>Balance'], [['', 'Balance Brought Forward', '', '', `>SGD ${dollars(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd/mm/yyyy'), entry.text, debit(entry, dollars), credit(entry, dollars), `>${dollars(entry.balance)}`]), ['', '<b>Total</b>', `>${dollars(book.out)}`, `>${dollars(book.in)}`, ''], ['', 'Balance Carried Forward', '', '', `>SGD ${dollars(book.closing)}`]])}`,
  );
  return sheet('Merlion Bank Ltd', html, book, {
    currency: 'SGD',
    account: '120-44182-8',
    holder: 'MISS PETRA LENZ',
    balances: 'all',
    from: null,
  });
};

/** Malaysia: the sign behind the amount, descriptions over many lines, two languages in the headings, dates with two-digit years. */
export const malaysia: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-07',
    count: 28,
    incoming: ['TRANSFER TO A/C\nPETRA LENZ *\nGaji Julai', 'CASH DEPOSIT'],
    outgoing: [
      'SALE DEBIT\nBRIDGE BAKERY\n#8',
      'FUND TRANSFER FROM A/\nNORTH ENERGY *\nbill',
      'PRE-AUTH DEBIT\n#12',
      'DEBIT CARD ANNUAL FEE',
    ],
    opening: 404_410,
  });
  const html = page(
    'td { padding: 1px 4px }',
    `<b style="font-size:14pt">Bank Selat Berhad</b><p>MS PETRA LENZ<br>12 JALAN SUNGAI<br>50450 KUALA LUMPUR</p><div class=spread><span>TARIKH PENYATA / STATEMENT DATE : 31/07/25</span><span>NOMBOR AKAUN / ACCOUNT NUMBER : 164418-227164</span></div><p>URUSNIAGA AKAUN/ ACCOUNT TRANSACTIONS</p>
    ${table(['TARIKH MASUK<br>ENTRY DATE', 'BUTIR URUSNIAGA<br>TRANSACTION DESCRIPTION', '>JUMLAH URUSNIAGA<br>TRANSACTION AMOUNT', '>BAKI PENYATA<br>STATEMENT BALANCE'], [['', 'BEGINNING BALANCE', '', `>${dollars(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd/mm/yy'), entry.text, `>${dollars(entry.cents)}${entry.cents < 0 ? '-' : '+'}`, `>${dollars(entry.balance)}`])])}
    <p>ENDING BALANCE : ${dollars(book.closing)}<br>TOTAL CREDIT : ${dollars(book.in)}<br>TOTAL DEBIT : ${dollars(book.out)}</p><p class=small>Baki akaun dalam MYR</p>`,
  );
  return sheet('Bank Selat Berhad', html, book, {
    currency: 'MYR',
    account: '164418-227164',
    holder: 'MS PETRA LENZ',
    balances: 'all',
    from: null,
  });
};

/** Indonesia: `CR` and `DB` behind the amount, dates of day and month, page titles in capitals, newest last. */
export const indonesia: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-02',
    count: 28,
    incoming: ['TRSF E-BANKING CR\n@/FTSCY/WS95031\nADA FINCH', 'SETORAN TUNAI', 'BUNGA'],
    outgoing: [
      'TRSF E-BANKING DB\n@/FTFVA/WS95271\n12208/TOKOJAYA',
      'BIAYA ADM',
      'KARTU DEBIT\nROTI JEMBATAN',
      'TARIKAN ATM',
    ],
    opening: 1_204_410_00,
    amounts: [10_000_00, 1_500_000_00],
  });
  const html = page(
    'body { font-family: "Liberation Mono"; font-size: 8pt }',
    `<b style="font-size:14pt">BANK NUSA TIMUR</b><h3>REKENING TAHAPAN</h3><div class=spread><div>PETRA LENZ<br>JL SUNGAI 12 RT 004 RW 012<br>KEBAYORAN BARU<br>JAKARTA 12110</div><div>NO. REKENING : 4418227164<br>HALAMAN : 1 / 2<br>PERIODE : FEBRUARI 2025<br>MATA UANG : IDR</div></div><br>
    ${table(['TANGGAL', 'KETERANGAN', 'CBG', '>MUTASI', '>SALDO'], [[date(book.from, 'dd/mm'), 'SALDO AWAL', '', '', `>${dollars(book.opening)}`], ...book.entries.map((entry, at) => [date(entry, 'dd/mm'), entry.text, '', `>${dollars(entry.cents)}${entry.cents < 0 ? ' DB' : ''}`, `>${book.entries[at + 1]?.day === entry.day ? '' : dollars(entry.balance)}`])])}
    <p>SALDO AWAL : ${dollars(book.opening)}<br>MUTASI CR : ${dollars(book.in)} &nbsp; ${book.entries.filter(({ cents }) => cents > 0).length}<br>MUTASI DB : ${dollars(book.out)} &nbsp; ${book.entries.filter(({ cents }) => cents < 0).length}<br>SALDO AKHIR : ${dollars(book.closing)}</p>`,
  );
  return sheet('BANK NUSA TIMUR', html, book, {
    currency: 'IDR',
    account: '4418227164',
    holder: 'PETRA LENZ',
    balances: 'daily',
  });
};
