import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, euros, minus, spaced } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** Dutch: the day's date and value date without year, the counter account under the name, `Af` and `Bij`. */
export const dutch: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-05',
    count: 26,
    incoming: ['SEPA Overboeking\nHollerbach BV\nIBAN: NL91ABNA0417164300\nOmschrijving: salaris mei'],
    outgoing: [
      'BEA, Betaalpas\nBAKKERIJ DE BRUG,PAS441\nNR:#6, 12.05.25/17:32\nUTRECHT',
      'SEPA Incasso algemeen doorlopend\nIncassant: NL93ZZZ#8\nNaam: ENERGIE NOORD\nMachtiging: M#8',
      'iDEAL\nNaam: Boekhandel via betaaldienst',
    ],
    opening: 120_410,
  });
  const html = page(
    'td { padding: 1px 4px }',
    `<div class=spread><b style="font-size:15pt">Polderbank N.V.</b><div>Rekeningafschrift<br>Volgnr 5 Blad 1 van 2</div></div><p>Mw P Lenz<br>Dorpsstraat 12<br>3511 AB UTRECHT</p>
    ${table(['Rekeningnummer', 'Valuta', '>Vorig saldo', '>Nieuw saldo', '>Totaal afgeschreven', '>Totaal bijgeschreven'], [['NL91 POLD 0417 1643 00', 'EUR', `>${euros(book.opening)} +`, `>${euros(book.closing)} +`, `>${euros(book.out)}`, `>${euros(book.in)}`]])}<br>
    ${table(
      ['Boekdatum<br>(Rentedatum)', 'Omschrijving', '>Bedrag af', '>Bedrag bij'],
      book.entries.map((entry) => [
        `${date(entry, 'dd-mm')}\n(${date(entry, 'dd-mm')})`,
        entry.text,
        debit(entry, euros),
        credit(entry, euros),
      ]),
    )}
    <p class=small>Datum 31-05-2025 &nbsp; Periode 01-05-2025 t/m 31-05-2025</p>`,
  );
  return sheet('Polderbank N.V.', html, book, {
    currency: 'EUR',
    account: 'NL91 POLD 0417 1643 00',
    holder: 'Mw P Lenz',
    balances: 'none',
  });
};

/** Danish: text before both dates, day and month with a dot, balance with a minus. */
export const danish: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-09',
    count: 30,
    incoming: ['Lønoverførsel', 'MobilePenge fra Ada'],
    outgoing: ['Dankort-nota BAGEREN #4', 'BS betaling ENERGI NORD', 'Overførsel til opsparing'],
    opening: 1_204_410,
    amounts: [2_000, 300_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Sundbanken A/S</b><h3>Kontoudskrift</h3><p>Petra Lenz<br>Havnegade 12, 2. tv<br>1058 København K</p><p>Lønkonto &nbsp; Reg.nr. 4183 &nbsp; Kontonr. 4417164300 &nbsp; IBAN DK50 0040 0440 1162 43<br>Periode 01.09.2025 - 30.09.2025 &nbsp; Beløb i DKK</p>
    ${table(['Dato', 'Tekst', 'Rentedato', '>Beløb', '>Saldo'], [['', 'Saldo primo', '', '', `>${euros(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd.mm'), entry.text, date(entry, 'dd.mm'), `>${minus(entry.cents, euros)}`, `>${minus(entry.balance, euros)}`]), ['', 'Saldo ultimo', '', '', `>${minus(book.closing, euros)}`]])}`,
  );
  return sheet('Sundbanken A/S', html, book, {
    currency: 'DKK',
    account: '4417164300',
    holder: 'Petra Lenz',
    balances: 'all',
  });
};

/** Norwegian: dates without year and dots at the end, out and in, archive references. */
export const norwegian: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-02',
    count: 28,
    incoming: ['Lønn Hollerbach AS', 'Overføring Innland Ada Finch'],
    outgoing: [
      'Varekjøp Bakeriet Ved Broa Oslo Dato 12.02 kl. 17.32',
      'Avtalegiro Kraft Nord',
      'Nettgiro til: Utleie AS',
    ],
    opening: 804_410,
    amounts: [2_000, 200_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Fjord Sparebank</b><p>Kontoutskrift nr. 2 for konto 4418.22.71640 i perioden 01.02.2025 - 28.02.2025 BRUKSKONTO</p><p>Petra Lenz<br>Storgata 12<br>0155 Oslo</p>
    ${table(['Forklaring', 'Rentedato', '>Ut av konto', '>Inn på konto', 'Bokført', 'Referanse'], [['Saldo fra kontoutskrift 31.01.2025', '', '', `>${euros(book.opening)}`, '', ''], ...book.entries.map((entry) => [entry.text, date(entry, 'ddmm'), debit(entry, euros), credit(entry, euros), date(entry, 'ddmm'), `*${random.digits(8)}`]), ['Saldo i Deres favør', '', '', `>${euros(book.closing)}`, '', '']])}<p class=small>Beløp i NOK</p>`,
  );
  return sheet('Fjord Sparebank', html, book, {
    currency: 'NOK',
    account: '4418.22.71640',
    holder: 'Petra Lenz',
    balances: 'none',
  });
};

/** Finnish: minus behind, plus behind, dates of booking as headings, archive number beneath. */
export const finnish: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-03',
    count: 24,
    incoming: ['PALKKA HOLLERBACH OY\nViite: #10', 'PANO ADA FINCH'],
    outgoing: [
      'KORTTIOSTO LEIPOMO SILTA HELSINKI\n#6******4418',
      'E-LASKU ENERGIA POHJOINEN OY\nViite: RF#10',
      'PALVELUMAKSU',
    ],
    opening: 220_410,
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Saaripankki Oyj</b><p>TILIOTE 3/2025<br>01.03.2025 - 31.03.2025</p><p>LENZ PETRA<br>SATAMAKATU 12 A 4<br>00160 HELSINKI</p><p>Tili: FI21 1234 5600 0007 85 &nbsp; EUR</p>
    ${table(['Kirjauspäivä', 'Arvopäivä', 'Saaja/Maksaja', '>Määrä', '>Saldo'], [['', '', 'Alkusaldo 01.03.2025', '', `>${spaced(book.opening)}+`], ...book.entries.map((entry) => [date(entry, 'dd.mm.'), date(entry, 'dd.mm.'), entry.text, `>${spaced(entry.cents)}${entry.cents < 0 ? '-' : '+'}`, `>${spaced(entry.balance)}+`]), ['', '', 'Loppusaldo 31.03.2025', '', `>${spaced(book.closing)}+`]])}`,
  );
  return sheet('Saaripankki Oyj', html, book, {
    currency: 'EUR',
    account: 'FI21 1234 5600 0007 85',
    holder: 'LENZ PETRA',
    balances: 'all',
  });
};
