import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars, euros, figures, minus } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

const pesos = figures({ mark: '', group: '.', decimals: 0 });
const at = (day: number) => (day % 3 === 0 ? 'CENTRO' : '');

/** Argentina: origin and debit and credit with `$`, balances of rows, the tax lines among them. */
export const argentina: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-08',
    count: 28,
    incoming: ['ACREDIT. HABERES HOLLERBACH SA', 'TRANSFERENCIA RECIBIDA ADA FINCH'],
    outgoing: [
      'COMPRA DEBITO PANADERIA DEL PUENTE',
      'IMP.LEY 25413 S/DEBITOS',
      'PAGO DE SERVICIOS ENERGIA NORTE',
      'IVA TASA GENERAL',
    ],
    opening: 24_404_410,
    amounts: [10_000, 9_000_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Banco del Litoral S.A.</b><p>Resumen de Cuenta Corriente en Pesos<br>Desde 01/08/25 Hasta 31/08/25</p><p>PETRA LENZ<br>CALLE LILAS 14<br>1414 BUENOS AIRES</p><p>N° de cuenta 441-082271/6 &nbsp; CBU 0150441601000822716400 &nbsp; CUIT 27-44182271-6</p>
    ${table(['FECHA', 'DETALLE', 'COMPROB.', '>DÉBITOS', '>CRÉDITOS', '>SALDO'], [['', 'SALDO ANTERIOR', '', '', '', `>${euros(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd/mm/yy'), entry.text, random.digits(6), debit(entry, euros), credit(entry, euros), `>${euros(entry.balance)}`]), ['', 'SALDO FINAL', '', '', '', `>${euros(book.closing)}`]])}`,
  );
  return sheet('Banco del Litoral S.A.', html, book, {
    currency: 'ARS',
    account: '441-082271/6',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};

/** Chile: whole pesos with dots, cheques and other charges in one column, deposits in another, day and month alone. */
export const chile: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-04',
    count: 26,
    incoming: ['ABONO REMUNERACION HOLLERBACH', 'TRANSFERENCIA DESDE ADA FINCH'],
    outgoing: ['COMPRA NACIONAL PANADERIA DEL PUENTE', 'PAGO SERVICIO ENERGIA NORTE', 'COMISION MENSUAL PLAN'],
    opening: 1_404_410,
    amounts: [1_000, 400_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Banco Andes del Sur</b><p>CARTOLA CUENTA CORRIENTE<br>N° CARTOLA 4 &nbsp; DESDE 01/04/2025 HASTA 30/04/2025</p><p>SR(A): PETRA LENZ<br>RUT: 14.418.227-1<br>N° CUENTA: 00-441-82271-06 &nbsp; MONEDA: PESOS CHILENOS</p>
    ${table(['FECHA', 'SUCURSAL', 'DESCRIPCIÓN', 'N° DOCUMENTO', '>CHEQUES Y OTROS CARGOS', '>DEPÓSITOS Y ABONOS', '>SALDO'], [['01/04', '', 'SALDO INICIAL', '', '', '', `>${pesos(book.opening)}`], ...book.entries.map((entry, at) => [date(entry, 'dd/mm'), 'CENTRAL', entry.text, random.digits(7), debit(entry, pesos), credit(entry, pesos), `>${book.entries[at + 1]?.day === entry.day ? '' : pesos(entry.balance)}`]), ['30/04', '', 'SALDO FINAL', '', '', '', `>${pesos(book.closing)}`]])}`,
    { size: 'letter' },
  );
  return sheet('Banco Andes del Sur', html, book, {
    currency: 'CLP',
    account: '00-441-82271-06',
    holder: 'PETRA LENZ',
    balances: 'daily',
    decimals: 0,
  });
};

/** Colombia and Peru, in one: signed values with a decimal point, the day without year, the branch between. */
export const colombia: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-09',
    count: 28,
    incoming: ['PAGO DE NOMINA HOLLERBACH', 'TRANSFERENCIA DE ADA FINCH', 'ABONO INTERESES AHORROS'],
    outgoing: ['COMPRA EN PANADERIA', 'PAGO PSE ENERGIA NORTE', 'RETIRO CAJERO CENTRO', 'IMPTO GOBIERNO 4X1000'],
    opening: 140_441_000,
    amounts: [10_000, 40_000_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Bancoandino</b><h3>ESTADO DE CUENTA</h3><p>DESDE: 2025/09/01 HASTA: 2025/09/30</p><p>CUENTA DE AHORROS &nbsp; NÚMERO 44182271640 &nbsp; SUCURSAL CENTRO</p><p>PETRA LENZ<br>CALLE 12 # 14-18<br>BOGOTA 110111</p>
    ${table(
      [],
      [
        ['SALDO ANTERIOR', `>$ ${dollars(book.opening)}`],
        ['TOTAL ABONOS', `>$ ${dollars(book.in)}`],
        ['TOTAL CARGOS', `>$ ${dollars(book.out)}`],
        ['SALDO ACTUAL', `>$ ${dollars(book.closing)}`],
      ],
      'style="width:45%"',
    )}<br>${table(
      ['FECHA', 'DESCRIPCIÓN', 'SUCURSAL', 'DCTO.', '>VALOR', '>SALDO'],
      book.entries.map((entry) => [
        date(entry, 'd/mm'),
        entry.text,
        at(entry.day),
        '',
        `>${minus(entry.cents, dollars)}`,
        `>${dollars(entry.balance)}`,
      ]),
    )}<p>FIN ESTADO DE CUENTA</p>`,
  );
  return sheet('Bancoandino', html, book, {
    currency: 'COP',
    account: '44182271640',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};
