import { inParts, keepBook } from '../book.ts';
import { page, table } from '../html.ts';
import { date, euros, minus } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

const INCOMING = [
  'GUTSCHRIFT\nHOLLERBACH MASCHINEN GMBH\nLOHN/GEHALT 08/2025 PERSNR #6\nEREF+#12 ABWA+LOHNBUERO',
  'ECHTZEIT-GUTSCHRIFT\nPaul Ahrend\nAnteil Miete',
];
const OUTGOING = [
  'FOLGELASTSCHRIFT\nStadtwerke Neuenfels\nEREF+VK#10 MREF+M0#8 CRED+DE98ZZZ000000#5\nSVWZ+Abschlag Strom 08.2025',
  'KARTENZAHLUNG\nREWO MARKT//TRIER/DE\n2025-08-14T17:32 Debitk.1 2028-12',
  'DAUERAUFTRAG\nHausverwaltung Lenz\nMiete Wohnung 12\nKonto 12#8',
  'ENTGELTABSCHLUSS\nEntgelte vom 31.07.2025 bis 29.08.2025',
  'BARGELDAUSZAHLUNG\nGA NR00#6 BLZ58550130 0',
];

/** Sums on the right with S and H behind them, the purpose over many lines, old and new balance in boxes, carried at the page's end. */
export const sollHaben: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-08',
    count: 26,
    incoming: INCOMING,
    outgoing: OUTGOING,
    opening: 84_120,
    mayOverdraw: true,
  });
  const mark = (cents: number) => `${euros(cents)} ${cents < 0 ? 'S' : 'H'}`;
  let before = book.opening;
  const sheets = inParts(book.entries, 10).map((entries, at, all) => {
    const [from, to] = [before, entries.at(-1)?.balance ?? 0];
    before = to;
    const rows = entries.map((entry) => [
      date(entry, 'dd.mm.'),
      date(entry, 'dd.mm.'),
      entry.text,
      `>${mark(entry.cents)}`,
    ]);
    return `<section style="break-after:page"><div class=spread><div><b style="font-size:14pt">Volksbank Moselhöhe eG</b><br><span class=small>Marktplatz 1 · 54290 Trier · BIC GENODED1XYZ</span></div><div>Kontoauszug Nr. 8 / 2025<br>Blatt ${at + 1} von ${all.length}<br>erstellt am 29.08.2025</div></div>
      ${at === 0 ? '<p>Frau<br>Petra Lenz<br>Lindenstr. 14<br>54290 Trier</p>' : ''}<p>Kontonummer 4418 220 · IBAN DE14 5859 0000 0004 4182 20 · Kontokorrent EUR-Konto</p>
      ${table(['Bu-Tag', 'Wert', 'Vorgang', '>'], [['', '', at === 0 ? 'alter Kontostand vom 31.07.2025' : `Übertrag von Blatt ${at}`, `>${mark(from)}`], ...rows, ['', '', at === all.length - 1 ? '<b>neuer Kontostand vom 31.08.2025</b>' : `Übertrag auf Blatt ${at + 2}`, `><b>${mark(to)}</b>`]])}</section>`;
  });
  const html = page(
    'td { padding: 1px 5px }',
    sheets.join('') +
      '<p class=small>Bitte beachten Sie die Hinweise auf der Rückseite. Guthaben sind nach Maßgabe des Einlagensicherungsgesetzes entschädigungsfähig bis 100.000,00 EUR.</p>',
  );
  return sheet('Volksbank Moselhöhe eG', html, book, {
    currency: 'EUR',
    account: '4418 220',
    holder: 'Petra Lenz',
    balances: 'none',
  });
};

/** Signs before the figures, the type of payment on the dated line and the rest below, opening and closing with dates. */
export const signedPurposes: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-08',
    count: 24,
    incoming: INCOMING,
    outgoing: OUTGOING,
    opening: 184_120,
  });
  const html = page(
    'th { border-top: 2px solid #fc0; border-bottom: 1px solid }',
    `
    <b style="font-size:16pt">Norddeutsche Handelsbank</b><p style="margin-top:30px">Herrn Paul Ahrend<br>Hafenstr. 3<br>20457 Hamburg</p>
    <div class=spread><h3>Kontoauszug vom 01.08.2025 bis 31.08.2025</h3><span>Auszug 8 Seite 1 von 2 IBAN DE02 2004 0000 0628 9081 00</span></div>
    ${table(
      ['Buchungsdatum', 'Valuta', 'Buchungstext / Verwendungszweck', '>Soll', '>Haben'],
      [
        ['', '', 'Alter Saldo per 31.07.2025', '', `>${euros(book.opening)} +`],
        ...book.entries.map((entry) => [
          date(entry, 'dd.mm.yyyy'),
          date(entry, 'dd.mm.yyyy'),
          entry.text,
          `>${entry.cents < 0 ? `${euros(entry.cents)} -` : ''}`,
          `>${entry.cents > 0 ? `${euros(entry.cents)} +` : ''}`,
        ]),
        [
          '',
          '',
          '<b>Neuer Saldo in EUR</b>',
          `>${book.closing < 0 ? `${euros(book.closing)} -` : ''}`,
          `>${book.closing < 0 ? '' : `${euros(book.closing)} +`}`,
        ],
      ],
    )}`,
  );
  return sheet('Norddeutsche Handelsbank', html, book, {
    currency: 'EUR',
    account: 'DE02 2004 0000 0628 9081 00',
    holder: 'Herrn Paul Ahrend',
    balances: 'none',
  });
};

/** An online bank: long dates without a table's lines, account and customer in a panel on the right. */
export const directBank: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-05',
    count: 30,
    incoming: ['Gutschrift Hollerbach Maschinen GmbH\nLohn Mai 2025', 'Zinsertrag'],
    outgoing: [
      'Lastschrift Rundfunkbeitrag\nMandat: 00#8 Referenz: #10',
      'Kartenzahlung Kaufhaus am Markt\nNR XXXX 3310 KÖLN KAUFUMSATZ 12.05 #6',
      'Dauerauftrag/Terminueberweisung Lenz\nMiete Wohnung 12',
    ],
    opening: 334_120,
  });
  const rows = book.entries.map((entry) => {
    const [first = '', second = ''] = entry.text.split('\n');
    return `<tr><td class=n>${date(entry, 'dd.mm.yyyy')}<br>${date(entry, 'dd.mm.yyyy')}</td><td>${first}<br>${second}</td><td class=r>${minus(entry.cents, euros)}</td></tr>`;
  });
  const html = page(
    'body { font-family: "Nimbus Sans" } td { padding-bottom: 8px } aside { float: right; width: 28%; font-size: 8pt; background: #f6f0e8; padding: 6px }',
    `
    <aside><b>Kanaldirekt AG</b><br>Girokonto Nummer 5588 112233<br><br>Kontoauszug Mai 2025<br>Datum 31.05.2025<br>Auszugsnummer 5<br>Eingeräumte Kontoüberziehung 1.000,00 Euro<br><br>Alter Saldo ${euros(book.opening)} Euro<br>Neuer Saldo ${minus(book.closing, euros)} Euro<br><br>IBAN DE12 5001 0517 5588 1122 33<br>BIC KNLDDEFF</aside>
    <p>Kanaldirekt AG · 60628 Frankfurt am Main</p><p>Frau<br>Petra Lenz<br>Lindenstr. 14<br>54290 Trier</p><div style="clear:both"></div>
    <table><thead><tr><th>Buchung<br>Valuta</th><th>Buchung / Verwendungszweck</th><th class=r>Betrag (EUR)</th></tr></thead>${rows.join('')}<tr><td></td><td><b>Neuer Saldo</b></td><td class=r><b>${minus(book.closing, euros)}</b></td></tr></table>`,
  );
  return sheet('Kanaldirekt AG', html, book, {
    currency: 'EUR',
    account: '5588 112233',
    holder: 'Petra Lenz',
    balances: 'none',
  });
};
