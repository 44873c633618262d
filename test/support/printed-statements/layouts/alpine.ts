import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, euros, figures, minus } from '../notation.ts';
import { sheet, trueStatement, type Layout } from '../sheet.ts';

const CH = figures({ mark: '.', group: "'" });

/** A Swiss account: apostrophes, the value date far to the right before the balance, turnover and closing in bold. */
export const swissPost: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-03',
    count: 25,
    incoming: [
      'GIRO AUS KONTO 40-2#5-1\nAHREND MASCHINENBAU AG\nMITTEILUNGEN: LOHN',
      'GUTSCHRIFT VON FREMDBANK\nAUFTRAGGEBER: ADA FINCH',
    ],
    outgoing: [
      'KAUF/DIENSTLEISTUNG\nVOM 12.03.2025\nKARTEN NR. XXXX4418\nKIOSK AM SEE ZÜRICH',
      'E-FINANCE 118-#6\nVERSICHERUNG HELVIA',
      'DAUERAUFTRAG: 118-#6\nWOHNGENOSSENSCHAFT',
      'PREIS FÜR KONTOFÜHRUNG',
    ],
    amounts: [500, 180_000],
    opening: 1_204_410,
  });
  const html = page(
    'td { padding: 1px 5px }',
    `<div class=spread><b style="font-size:15pt">Alpenpost Finanz</b><div>Kontoauszug 01.03.2025 - 31.03.2025<br>Datum: 01.04.2025<br>Seite 1 / 2</div></div>
    <div class=spread><div>Privatkonto CHF<br>IBAN CH93 0076 2011 6238 5295 7</div><div>Frau<br>Petra Lenz<br>Seestrasse 9<br>8002 Zürich</div></div>
    ${table(
      ['Datum', 'Text', '>Gutschrift', '>Lastschrift', '>Valuta', '>Saldo'],
      [
        [date(book.from, 'dd.mm.yy'), '<b>Kontostand</b>', '', '', '', `>${CH(book.opening)}`],
        ...book.entries.map((entry, at) => [
          date(entry, 'dd.mm.yy'),
          entry.text,
          credit(entry, CH),
          debit(entry, CH),
          `>${date(entry, 'dd.mm.yy')}`,
          `>${book.entries[at + 1]?.day === entry.day ? '' : minus(entry.balance, CH)}`,
        ]),
        ['', '<b>Total</b>', `>${CH(book.in)}`, `>${CH(book.out)}`, '', ''],
        [date(book.to, 'dd.mm.yy'), '<b>Kontostand</b>', '', '', '', `>${minus(book.closing, CH)}`],
      ],
    )}`,
  );
  return sheet('Alpenpost Finanz', html, book, {
    currency: 'CHF',
    account: 'CH93 0076 2011 6238 5295 7',
    holder: 'Petra Lenz',
    balances: 'daily',
  });
};

/** A Swiss bank: newest first, debit and credit signed, balances of days, figures in landscape. */
export const swissBank: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-10',
    count: 32,
    incoming: ['Hollerbach AG;Zahlungsgrund: Faktura #5', 'Zinsabschluss'],
    outgoing: [
      'e-banking-Auftrag\nKontoübertrag; Referenznummer #12',
      'Kartenzahlung Kiosk am See;\nTransaktions-Nr. 99#6TI#6',
      'Saldo Dienstleistungspreisabschluss',
    ],
    amounts: [500, 990_000],
    opening: 8_204_410,
  });
  const newest = book.entries.toReversed();
  const html = page(
    '',
    `<b style="font-size:15pt">Rütli Privatbank AG</b><p>Postfach, CH-8098 Zürich</p><h3>Kontoauszug in CHF 01.10.2025 - 31.10.2025</h3><p>IBAN CH56 0483 5012 3456 7800 9<br>Kontoinhaber: Redwood Supply AG</p>
    ${table(
      ['Abschlussdatum', 'Valutadatum', 'Beschreibung', '>Belastung', '>Gutschrift', '>Saldo'],
      newest.map((entry, at) => [
        date(entry, 'dd.mm.yyyy'),
        date(entry, 'dd.mm.yyyy'),
        entry.text,
        `>${entry.cents < 0 ? `-${CH(entry.cents)}` : ''}`,
        credit(entry, CH),
        `>${newest[at - 1]?.day === entry.day ? '' : CH(entry.balance)}`,
      ]),
    )}
    ${table(
      [],
      [
        ['Umsatztotal', `>-${CH(book.out)}`, `>${CH(book.in)}`],
        ['Anfangssaldo 01.10.2025', '', `>${CH(book.opening)}`],
        ['Schlusssaldo 31.10.2025', '', `>${CH(book.closing)}`],
      ],
      'style="width:60%"',
    )}`,
    { size: 'A4 landscape' },
  );
  const truth = trueStatement(book, {
    currency: 'CHF',
    account: 'CH56 0483 5012 3456 7800 9',
    holder: 'Redwood Supply AG',
    balances: 'all',
    entries: newest,
  });
  newest.forEach((entry, at) => {
    const own = truth.transactions[at];
    if (own && newest[at - 1]?.day === entry.day) own.balance = null;
  });
  return { html, truth: { bank: 'Rütli Privatbank AG', statements: [truth] } };
};

/** An Austrian bank: a running number, purposes in small type, dates without year, minus behind the figure. */
export const austrianBank: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-02',
    count: 28,
    incoming: ['Gehalt Hollerbach KG\nGehalt/Lohn 02.2025', 'Überweisung Paul Ahrend'],
    outgoing: [
      'BILLO 0442 K2 14.02. 17:32\nBILLO 0442 WIEN 1070',
      'Wien Netz GmbH\nRechnung #9 Mandat: AT#10',
      'Bargeldbehebung Bankomat 00#6',
    ],
    opening: 204_410,
  });
  const html = page(
    '.p { font-size: 7.5pt }',
    `<div class=spread><b style="font-size:15pt">Donaukreis Bank AG</b><div>IBAN: AT61 1904 3002 3457 3201<br>Auszug 2/2025 Seite 1</div></div><p>Petra Lenz<br>Ringgasse 4/12<br>1070 Wien</p>
    <p>KONTOAUSZUG per 28.02.2025 &nbsp; EUR</p>${table(
      ['Datum', 'Buchungstext', 'Valuta', '>Betrag'],
      [
        ['', 'Letzter Kontostand vom 31.01.2025', '', `>${euros(book.opening)}`],
        ...book.entries.map((entry) => [
          date(entry, 'dd.mm'),
          entry.text,
          date(entry, 'dd.mm'),
          `>${euros(entry.cents)}${entry.cents < 0 ? '-' : ''}`,
        ]),
        ['', 'Summe Eingänge', '', `>${euros(book.in)}`],
        ['', 'Summe Ausgänge', '', `>${euros(book.out)}-`],
        ['', '<b>Neuer Kontostand per 28.02.2025</b>', '', `>${euros(book.closing)}${book.closing < 0 ? '-' : ''}`],
      ],
    )}`,
  );
  return sheet('Donaukreis Bank AG', html, book, {
    currency: 'EUR',
    account: 'AT61 1904 3002 3457 3201',
    holder: 'Petra Lenz',
    balances: 'none',
  });
};
