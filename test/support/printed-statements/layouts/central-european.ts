import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, euros, minus, spaced } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** Polish: two dates in one cell, the type above the counterparty, amount and balance with the currency behind. */
export const polish: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-04',
    count: 24,
    incoming: ['PRZELEW PRZYCHODZĄCY\nHOLLERBACH SP. Z O.O.\nWYNAGRODZENIE 04/2025'],
    outgoing: [
      'PŁATNOŚĆ KARTĄ\nPIEKARNIA POD MOSTEM KRAKÓW\nKARTA 4418**22',
      'PRZELEW WYCHODZĄCY\nENERGIA PÓŁNOC S.A.\nFAKTURA FV/#6/2025',
      'OPŁATA ZA PROWADZENIE RACHUNKU',
    ],
    opening: 420_410,
    amounts: [1_000, 90_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Bank Wiślany S.A.</b><h3>Wyciąg z rachunku nr 4/2025</h3><p>za okres od 2025-04-01 do 2025-04-30</p><p>Posiadacz: PETRA LENZ<br>Numer rachunku: PL61 1090 1014 0000 0712 1981 2874<br>Waluta: PLN</p>
    ${table(
      [],
      [
        ['Saldo początkowe', `>${spaced(book.opening)} PLN`],
        ['Suma uznań', `>${spaced(book.in)} PLN`],
        ['Suma obciążeń', `>-${spaced(book.out)} PLN`],
        ['Saldo końcowe', `>${spaced(book.closing)} PLN`],
      ],
      'style="width:50%"',
    )}<br>
    ${table(
      ['Data operacji<br>Data księgowania', 'Opis operacji', '>Kwota', '>Saldo po operacji'],
      book.entries.map((entry) => [
        `${date(entry, 'yyyy-mm-dd')}\n${date(entry, 'yyyy-mm-dd')}`,
        entry.text,
        `>${minus(entry.cents, spaced)} PLN`,
        `>${spaced(entry.balance)} PLN`,
      ]),
    )}`,
  );
  return sheet('Bank Wiślany S.A.', html, book, {
    currency: 'PLN',
    account: 'PL61 1090 1014 0000 0712 1981 2874',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};

/** Czech: symbols in their own columns below the text, dates with spaces, the amount signed. */
export const czech: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-10',
    count: 24,
    incoming: ['Příchozí úhrada\nHOLLERBACH S.R.O.', 'Vklad hotovosti'],
    outgoing: ['Platba kartou\nPEKÁRNA U MOSTU PRAHA', 'Odchozí úhrada\nENERGIE SEVER', 'Poplatek za vedení účtu'],
    opening: 2_204_410,
    amounts: [5_000, 400_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Vltavská banka, a.s.</b><p>Výpis z účtu č. 10<br>Období: 1. 10. 2025 - 31. 10. 2025</p><p>Majitel účtu: PETRA LENZ<br>Číslo účtu: 19-2000145399/0800<br>IBAN: CZ65 0800 0000 1920 0014 5399<br>Měna: CZK</p>
    ${table(['Datum zaúčt.', 'Popis transakce', 'VS', 'KS', '>Částka'], [['', 'Počáteční zůstatek', '', '', `>${spaced(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'd. m. yyyy'), entry.text, random.digits(10), '0308', `>${minus(entry.cents, spaced)}`]), ['', 'Celkem na vrub', '', '', `>-${spaced(book.out)}`], ['', 'Celkem ve prospěch', '', '', `>${spaced(book.in)}`], ['', 'Konečný zůstatek', '', '', `>${spaced(book.closing)}`]])}`,
  );
  return sheet('Vltavská banka, a.s.', html, book, {
    currency: 'CZK',
    account: '19-2000145399/0800',
    holder: 'PETRA LENZ',
    balances: 'none',
  });
};

/** Hungarian: dates with dots and year first, debit and credit, whole forints. */
export const hungarian: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-07',
    count: 24,
    incoming: ['MUNKABÉR HOLLERBACH KFT', 'ÁTUTALÁS ADA FINCH'],
    outgoing: [
      'VÁSÁRLÁS KÁRTYÁVAL HÍD PÉKSÉG BUDAPEST',
      'CSOPORTOS BESZEDÉS ÉSZAK ENERGIA ZRT',
      'KÉSZPÉNZFELVÉT ATM',
      'SZÁMLAVEZETÉSI DÍJ',
    ],
    opening: 420_410,
    amounts: [500, 90_000],
  });
  const forints = (units: number) => String(Math.abs(units)).replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');
  const html = page(
    '',
    `<b style="font-size:15pt">Duna Takarékbank Zrt.</b><h3>Bankszámlakivonat 2025/7</h3><p>Időszak: 2025.07.01. - 2025.07.31.</p><p>Számlatulajdonos: LENZ PETRA<br>Számlaszám: 11773016-11111018-00000000<br>Devizanem: HUF</p>
    ${table(['Könyvelés napja', 'Értéknap', 'Megnevezés', '>Terhelés', '>Jóváírás'], [['', '', 'NYITÓ EGYENLEG', '', `>${forints(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'yyyy.mm.dd.'), date(entry, 'yyyy.mm.dd.'), entry.text, debit(entry, forints), credit(entry, forints)]), ['', '', 'ÖSSZESEN', `>${forints(book.out)}`, `>${forints(book.in)}`], ['', '', 'ZÁRÓ EGYENLEG', '', `>${forints(book.closing)}`]])}`,
  );
  return sheet('Duna Takarékbank Zrt.', html, book, {
    currency: 'HUF',
    account: '11773016-11111018-00000000',
    holder: 'LENZ PETRA',
    balances: 'none',
    decimals: 0,
  });
};

/** Romanian: month names in the dates, the details below, debit and credit, day balances between. */
export const romanian: Layout = (random) => {
  const months =
    'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie'.split(' ');
  const book = keepBook(random, {
    month: '2025-06',
    count: 22,
    incoming: ['Incasare\nOrdonator: HOLLERBACH SRL\nDetalii: salariu iunie\nReferinta: #9'],
    outgoing: [
      'Cumparare POS\nTerminal: BRUTARIA DE LA POD BUCURESTI\nData: 12-06-2025 Autorizare: #6',
      "Transfer Home'Bank\nBeneficiar: ENERGIE NORD SA\nReferinta: #9",
      'Comision administrare cont',
    ],
    opening: 320_410,
  });
  const html = page(
    'td { padding: 1px 4px }',
    `<b style="font-size:15pt">Banca Carpatica Est S.A.</b><p>Extras de cont pentru perioada 01/06/2025 - 30/06/2025</p><p>Titular cont: PETRA LENZ<br>Numar cont: RO49 AAAA 1B31 0075 9384 0000 &nbsp; Moneda: RON</p><p>Sold initial: ${euros(book.opening)} RON</p>
    ${table(
      ['Data', 'Detalii tranzactie', '>Debit', '>Credit'],
      book.entries.map((entry) => [
        date(entry, 'dd mon yyyy', months),
        entry.text,
        debit(entry, euros),
        credit(entry, euros),
      ]),
    )}<p>Sold final: ${euros(book.closing)} RON</p>`,
  );
  return sheet('Banca Carpatica Est S.A.', html, book, {
    currency: 'RON',
    account: 'RO49 AAAA 1B31 0075 9384 0000',
    holder: 'PETRA LENZ',
    balances: 'none',
  });
};
