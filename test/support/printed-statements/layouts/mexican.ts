import { keepBook } from '../book.ts';
import { page, table } from '../html.ts';
import { date, dollars } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

const ES_MONTHS = ['ENE', 'FEB', 'MAR', 'ABR', 'MAY', 'JUN', 'JUL', 'AGO', 'SEP', 'OCT', 'NOV', 'DIC'];

/** Mexico: day and month by name twice, two balances (operation and settlement) side by side, charges and credits. */
export const mexican: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-03',
    count: 26,
    incoming: ['SPEI RECIBIDO HOLLERBACH\n#10 012 NOMINA', 'DEPOSITO EN EFECTIVO/#7'],
    outgoing: [
      'SPEI ENVIADO STP\n#7 646 RENTA\n00646180#10',
      'PANADERIA DEL PUENTE\nRFC: PPU 900101AA1 10:32 AUT: #6',
      'RETIRO CAJERO AUTOMATICO\nMAR12 10:32 FOLIO:#4',
    ],
    opening: 1_220_410,
    amounts: [5_000, 900_000],
  });
  const html = page(
    'td { font-size: 8pt }',
    `<div class=spread><b style="font-size:15pt">BANCO VOLCÁN</b><b>Estado de Cuenta</b></div><div class=spread><div>PETRA LENZ<br>CALLE LILAS 14<br>COL. CENTRO<br>CP 06000 CIUDAD DE MEXICO</div>${table(
      [],
      [
        ['Periodo', 'DEL 01/03/2025 AL 31/03/2025'],
        ['Fecha de Corte', '31/03/2025'],
        ['No. de Cuenta', '0198 4418 22'],
        ['CLABE', '012 180 001984418225'],
      ],
      'style="width:45%"',
    )}</div>
    ${table(
      ['Información Financiera', '>MONEDA NACIONAL'],
      [
        ['Saldo Anterior', `>${dollars(book.opening)}`],
        ['Depósitos / Abonos (+)', `>${dollars(book.in)}`],
        ['Retiros / Cargos (-)', `>${dollars(book.out)}`],
        ['<b>Saldo Final</b>', `>${dollars(book.closing)}`],
        ['Saldo Promedio', `>${dollars(1_180_022)}`],
      ],
      'style="width:50%"',
    )}
    <h4>Detalle de Movimientos Realizados</h4><table><thead><tr><th colspan=2>FECHA</th><th></th><th></th><th></th><th></th><th colspan=2>SALDO</th></tr><tr><th>OPER</th><th>LIQ</th><th>DESCRIPCION</th><th>REFERENCIA</th><th class=r>CARGOS</th><th class=r>ABONOS</th><th class=r>OPERACIÓN</th><th class=r>LIQUIDACIÓN</th></tr></thead>
    ${book.entries
      .map((entry, at) => {
        const shown = book.entries[at + 1]?.day === entry.day ? '' : dollars(entry.balance);
        return `<tr><td>${date(entry, 'dd/mon', ES_MONTHS)}</td><td>${date(entry, 'dd/mon', ES_MONTHS)}</td><td>${entry.text.replaceAll('\n', '<br>')}</td><td></td><td class=r>${entry.cents < 0 ? dollars(entry.cents) : ''}</td><td class=r>${entry.cents > 0 ? dollars(entry.cents) : ''}</td><td class=r>${shown}</td><td class=r>${shown}</td></tr>`;
      })
      .join('')}</table>
    <h4>Total de Movimientos</h4>${table(
      [],
      [
        [
          'TOTAL IMPORTE CARGOS',
          `>${dollars(book.out)}`,
          'TOTAL MOVIMIENTOS CARGOS',
          `>${book.entries.filter(({ cents }) => cents < 0).length}`,
        ],
        [
          'TOTAL IMPORTE ABONOS',
          `>${dollars(book.in)}`,
          'TOTAL MOVIMIENTOS ABONOS',
          `>${book.entries.filter(({ cents }) => cents > 0).length}`,
        ],
      ],
    )}`,
    { size: 'letter' },
  );
  return sheet('BANCO VOLCÁN', html, book, {
    currency: 'MXN',
    account: '0198 4418 22',
    holder: 'PETRA LENZ',
    balances: 'daily',
  });
};
