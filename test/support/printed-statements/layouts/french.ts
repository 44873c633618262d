import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, euros, minus, spaced } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

const FR_IN = ['VIR SEPA RECU /DE HOLLERBACH SARL /MOTIF SALAIRE 09', 'REMISE CHEQUE #7', 'VIR INST DE MME LENZ'];
const FR_OUT = [
  'CARTE X4418 @ BOULANGERIE DU PONT',
  'PRLV SEPA ENERGIE NORD\nDE: ENERGIE NORD ID: FR71ZZZ#6\nREF: #12 MANDAT #9',
  'CHQ. #7',
  'COTISATION CARTE',
  'RETRAIT DAB @ LYON PART DIEU',
];

/** Dotted day and month, value date with its year, blank columns in place of rules, sums below, old and new balance in bold. */
export const frenchReleve: Layout = (random) => {
  const book = keepBook(random, { month: '2025-09', count: 34, incoming: FR_IN, outgoing: FR_OUT, opening: 120_410 });
  const html = page(
    'body { font-family: "Liberation Sans Narrow" } .head { border: 1px solid #000; padding: 4px }',
    `
    <div class=spread><b style="font-size:15pt">CRÉDIT DES RIVES</b><div class=small>Agence de Lyon Part-Dieu<br>Tél : 04 55 01 42 00</div></div>
    <h3>RELEVÉ DE COMPTE CHÈQUES EN EUROS</h3><div class=spread><div>n° 30003 01544 00050112233 22<br>du 01/09/2025 au 30/09/2025</div><div>MME PETRA LENZ<br>14 RUE DES LILAS<br>69003 LYON</div></div>
    ${table(
      ['Date', 'Valeur', "Nature de l'opération", '>Débit', '>Crédit'],
      [
        ['', '', 'SOLDE PRÉCÉDENT AU 31/08/2025', '', `>${euros(book.opening)}`],
        ...book.entries.map((entry) => [
          date(entry, 'dd/mm/yyyy'),
          date(entry, 'dd/mm/yyyy'),
          entry.text,
          debit(entry, euros),
          credit(entry, euros),
        ]),
        ['', '', 'TOTAUX DES MOUVEMENTS', `>${euros(book.out)}`, `>${euros(book.in)}`],
        [
          '',
          '',
          '<b>NOUVEAU SOLDE AU 30/09/2025</b>',
          `>${book.closing < 0 ? `- ${euros(book.closing)}` : ''}`,
          `>${book.closing < 0 ? '' : `+ ${euros(book.closing)}`}`,
        ],
      ],
    )}
    <p class=small>Crédit des Rives S.A. au capital de 1.009.897.173,75 EUR - RCS Lyon 552 120 222 - 1/2</p>`,
  );
  return sheet('CRÉDIT DES RIVES', html, book, {
    currency: 'EUR',
    account: '30003 01544 00050112233 22',
    holder: 'MME PETRA LENZ',
    balances: 'none',
  });
};

/** Narrow spaces, a column of thumbs between, francs of long ago in no column; the date with dots and no year. */
export const frenchCooperative: Layout = (random) => {
  const book = keepBook(random, { month: '2024-12', count: 30, incoming: FR_IN, outgoing: FR_OUT, opening: 320_410 });
  const html = page(
    'td { padding: 1px 4px } th { background: #dfe }',
    `<b style="font-size:14pt">Caisse Agricole du Vercors</b><p>RELEVÉ DE COMPTES<br>Date d'arrêté : 31 décembre 2024<br>Page 1 / 2</p><p>M. PAUL AHREND<br>3 QUAI DU PORT<br>26000 VALENCE</p>
    <h4>Compte de Dépôt n° 40218765432</h4><p>IBAN FR14 2004 1010 0505 0001 3M02 606</p>${table(
      ['Date opé.', 'Date valeur', 'Libellé des opérations', '>Débit', '>Crédit', '¨'],
      [
        ['', '', 'Ancien solde créditeur au 30.11.2024', '', `>${spaced(book.opening)}`, ''],
        ...book.entries.map((entry) => [
          date(entry, 'dd.mm'),
          date(entry, 'dd.mm'),
          entry.text,
          debit(entry, spaced),
          credit(entry, spaced),
          '¨',
        ]),
        ['', '', 'Total des opérations', `>${spaced(book.out)}`, `>${spaced(book.in)}`, ''],
        [
          '',
          '',
          `Nouveau solde ${book.closing < 0 ? 'débiteur' : 'créditeur'} au 31.12.2024`,
          `>${book.closing < 0 ? spaced(book.closing) : ''}`,
          `>${book.closing < 0 ? '' : spaced(book.closing)}`,
          '',
        ],
      ],
    )}`,
  );
  return sheet('Caisse Agricole du Vercors', html, book, {
    currency: 'EUR',
    account: 'FR14 2004 1010 0505 0001 3M02 606',
    holder: 'M. PAUL AHREND',
    balances: 'none',
  });
};

/** A Belgian extract: numbered entries, details in small type under each, signs behind the amount. */
export const belgian: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-04',
    count: 20,
    incoming: ['Virement en euros\nDE : Hollerbach SPRL BE68 5390 0754 7034\nCommunication : salaire avril'],
    outgoing: [
      'Paiement par carte Bancontact\n12/04 17:32 BOULANGERIE DU SABLON BRUXELLES',
      'Domiciliation européenne\nÉNERGIE NORD mandat B#8',
    ],
    opening: 150_410,
  });
  const html = page(
    'small { color: #444 }',
    `<h2>Banque du Sablon</h2><p>Extrait de compte n° 4 / 2025</p><p>Petra Lenz<br>Rue Haute 12<br>1000 Bruxelles</p><p>Compte à vue BE71 0961 2345 6769 EUR</p>
    <p class=spread><span>Solde précédent 31-03-2025</span><b>${euros(book.opening)} +</b></p>${table(
      ['N°', 'Date', 'Description', 'Valeur', '>Montant'],
      book.entries.map((entry, at) => [
        String(at + 1).padStart(4, '0'),
        date(entry, 'dd-mm'),
        entry.text,
        date(entry, 'dd-mm'),
        `>${euros(entry.cents)} ${entry.cents < 0 ? '-' : '+'}`,
      ]),
    )}
    <p class=spread><span>Nouveau solde 30-04-2025</span><b>${euros(book.closing)} ${book.closing < 0 ? '-' : '+'}</b></p>`,
  );
  return sheet('Banque du Sablon', html, book, {
    currency: 'EUR',
    account: 'BE71 0961 2345 6769',
    holder: 'Petra Lenz',
    balances: 'none',
  });
};

/** Quebec: `retraits`, `dépôts`, the month by its name and the day, figures with spaces. */
export const quebec: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-11',
    count: 30,
    incoming: ['Dépôt direct HOLLERBACH INC', 'Virement Interac de /ADA FINCH/'],
    outgoing: [
      'Achat direct MARCHÉ DU PORT',
      'Paiement facture HYDRO NORD',
      "Frais fixes d'utilisation",
      'Retrait au GA 0042',
    ],
    opening: 88_410,
  });
  const months = ['JAN', 'FÉV', 'MAR', 'AVR', 'MAI', 'JUN', 'JUL', 'AOÛ', 'SEP', 'OCT', 'NOV', 'DÉC'];
  const html = page(
    '',
    `<b style="font-size:15pt">Caisse populaire des Cascades</b><p>Relevé de compte<br>Période du 1er novembre 2025 au 30 novembre 2025</p><p>PETRA LENZ<br>12 RUE DES ÉRABLES<br>GATINEAU QC J8X 1A1</p><p>Folio 0815-30012 &nbsp; EOP &nbsp; Compte 081530-0418842 &nbsp; CAD</p>
    ${table(['Date', 'Code', 'Description', '>Frais', '>Retrait', '>Dépôt', '>Solde'], [['1 NOV', '', 'Solde reporté', '', '', '', `>${spaced(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'd mon', months), entry.cents < 0 ? 'AD' : 'DP', entry.text, '', debit(entry, spaced), credit(entry, spaced), `>${minus(entry.balance, spaced)}`])])}`,
    { size: 'letter' },
  );
  return sheet('Caisse populaire des Cascades', html, book, {
    currency: 'CAD',
    account: '081530-0418842',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};
