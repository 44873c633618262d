import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, euros, minus, spaced } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** Italian: accounting and value date, `dare` and `avere`, numbers of the balance's value in a scale below. */
export const italian: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-03',
    count: 28,
    incoming: ['BONIFICO A VOSTRO FAVORE DA HOLLERBACH SRL PER STIPENDIO', 'ACCREDITO COMPETENZE'],
    outgoing: [
      'PAGAMENTO POS CARTA *4418 DEL @ PANETTERIA DEL PONTE',
      'ADDEBITO DIRETTO SDD ENERGIA NORD SPA\nMANDATO #12',
      'IMPOSTA DI BOLLO',
      'PRELIEVO ATM @ ORE 10.32',
    ],
    opening: 220_410,
  });
  const html = page(
    '',
    `<h2>Banca del Lago S.p.A.</h2><p>ESTRATTO CONTO N. 1 AL 31/03/2025</p><p>Gentile Cliente<br>PETRA LENZI<br>VIA ROMA 12<br>22100 COMO CO</p><p>Conto corrente n. 1000/00012345 &nbsp; IBAN IT60 X054 2811 1010 0000 0123 456 &nbsp; Divisa: EUR</p>
    ${table(['Data contabile', 'Data valuta', 'Descrizione operazioni', '>Dare', '>Avere'], [['01/03/2025', '', 'SALDO INIZIALE', '', `>${euros(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd/mm/yyyy'), date(entry, 'dd/mm/yyyy'), entry.text, debit(entry, euros), credit(entry, euros)]), ['', '', 'TOTALE MOVIMENTI', `>${euros(book.out)}`, `>${euros(book.in)}`], ['31/03/2025', '', '<b>SALDO FINALE</b>', `>${book.closing < 0 ? euros(book.closing) : ''}`, `>${book.closing < 0 ? '' : euros(book.closing)}`]])}
    <h4>Riassunto a scalare</h4>${table(
      ['Valuta', '>Saldo per valuta', '>Giorni', '>Numeri'],
      [
        ['05/03/2025', `>${euros(231_055)}`, '>6', '>13.863'],
        ['31/03/2025', `>${euros(book.closing)}`, '>26', '>60.112'],
      ],
      'style="width:60%"',
    )}`,
  );
  return sheet('Banca del Lago S.p.A.', html, book, {
    currency: 'EUR',
    account: '1000/00012345',
    holder: 'PETRA LENZI',
    balances: 'none',
  });
};

/** Spanish: operation and value date, concept over two lines, signed amount and balance of each row. */
export const spanish: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-05',
    count: 32,
    incoming: ['NOMINA HOLLERBACH SL\n000#8', 'TRANSFERENCIA DE ADA FINCH'],
    outgoing: [
      'COMPRA TARJ. 5402XXXXXXXX4418 PANADERIA DEL PUENTE-SEVILLA',
      'RECIBO ENERGIA NORTE\nNº RECIBO 0049 #6',
      'ADEUDO A SU CARGO\nCUOTA #4',
      'COMISION MANTENIMIENTO',
    ],
    opening: 98_410,
  });
  const html = page(
    '',
    `<div class=spread><b style="font-size:15pt">Banco del Guadalquivir</b><div>Extracto de cuenta<br>Nº extracto 005</div></div><p>TITULAR: PETRA LENZ<br>IBAN: ES91 2100 0418 4502 0005 1332<br>PERIODO: 01-05-2025 A 31-05-2025 &nbsp; DIVISA: EUR</p>
    ${table(['F. Operación', 'F. Valor', 'Concepto', '>Importe', '>Saldo'], [['', '', 'SALDO ANTERIOR', '', `>${euros(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd-mm'), date(entry, 'dd-mm'), entry.text, `>${minus(entry.cents, euros)}`, `>${minus(entry.balance, euros)}`]), ['', '', 'SALDO A SU FAVOR', '', `>${minus(book.closing, euros)}`]])}`,
  );
  return sheet('Banco del Guadalquivir', html, book, {
    currency: 'EUR',
    account: 'ES91 2100 0418 4502 0005 1332',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};

/** Portuguese: `débito`, `crédito`, accounting balance; month names in no date; opening as a row. */
export const portuguese: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-06',
    count: 30,
    incoming: ['TRF DE HOLLERBACH LDA', 'DEPOSITO NUMERARIO'],
    outgoing: [
      'COMPRA 4418 PADARIA DA PONTE LISBOA',
      'DD ENERGIA NORTE #9',
      'LEV ATM 0032 ROSSIO',
      'COM MANUTENCAO CONTA',
      'IMPOSTO SELO',
    ],
    opening: 120_410,
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Banco da Ribeira</b><h3>EXTRATO COMBINADO 2025/006</h3><p>Período de 2025/06/01 a 2025/06/30</p><p>PETRA LENZ<br>RUA DO CAIS 12<br>1100-012 LISBOA</p><p>CONTA SIMPLES N.º 45-1234567 &nbsp; MOEDA: EUR &nbsp; IBAN: PT50 0002 0123 1234 5678 9015 4</p>
    ${table(['Data lanc.', 'Data valor', 'Descritivo', '>Débito', '>Crédito', '>Saldo'], [['', '', 'SALDO INICIAL', '', '', `>${spaced(book.opening).replaceAll('\u00a0', ' ')}`], ...book.entries.map((entry) => [date(entry, 'm.dd'), date(entry, 'm.dd'), entry.text, debit(entry, spaced), credit(entry, spaced), `>${minus(entry.balance, spaced)}`]), ['', '', 'SALDO FINAL', '', '', `>${minus(book.closing, spaced)}`]])}`,
  );
  return sheet('Banco da Ribeira', html, book, {
    currency: 'EUR',
    account: 'PT50 0002 0123 1234 5678 9015 4',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};
