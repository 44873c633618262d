import { keepBook } from '../book.ts';
import { credit, page, table } from '../html.ts';
import { date, euros } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** Brazil: the day with its balance as a row below the entries, amounts with `R$` and a minus, document numbers. */
export const brazil: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-03',
    count: 30,
    incoming: ['PIX RECEBIDO Ada Finch', 'TED RECEBIDA HOLLERBACH LTDA'],
    outgoing: [
      'PIX ENVIADO Padaria da Ponte',
      'PAGTO ENERGIA NORTE',
      'COMPRA CARTAO DEBITO MERCADO',
      'TARIFA PACOTE DE SERVICOS',
    ],
    opening: 404_410,
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Banco Ipê S.A.</b><p>Extrato de Conta Corrente<br>Período: 01/03/2025 a 31/03/2025</p><p>Nome: PETRA LENZ<br>CPF: 441.822.716-40<br>Agência: 0441 &nbsp; Conta: 82271-6</p>
    ${table(['Data', 'Histórico', 'Docto.', '>Crédito (R$)', '>Débito (R$)', '>Saldo (R$)'], [['28/02/2025', 'SALDO ANTERIOR', '', '', '', `>${euros(book.opening)}`], ...book.entries.map((entry, at) => [date(entry, 'dd/mm/yyyy'), entry.text, random.digits(7), credit(entry, euros), `>${entry.cents < 0 ? `-${euros(entry.cents)}` : ''}`, `>${book.entries[at + 1]?.day === entry.day ? '' : euros(entry.balance)}`]), ['', '<b>Total</b>', '', `>${euros(book.in)}`, `>-${euros(book.out)}`, `>${euros(book.closing)}`]])}<p class=small>Os dados acima têm como base 01/04/2025 às 10h32.</p>`,
  );
  return sheet('Banco Ipê S.A.', html, book, {
    currency: 'BRL',
    account: '82271-6',
    holder: 'PETRA LENZ',
    balances: 'daily',
  });
};

/** A Brazilian neobank: totals of a day with their sides, entries below under `Total de entradas` and `Total de saídas`. */
export const brazilApp: Layout = (random) => {
  const MONTHS = ['JAN', 'FEV', 'MAR', 'ABR', 'MAI', 'JUN', 'JUL', 'AGO', 'SET', 'OUT', 'NOV', 'DEZ'];
  const book = keepBook(random, {
    month: '2025-05',
    count: 24,
    incoming: ['Transferência recebida pelo Pix ADA FINCH', 'Depósito salário HOLLERBACH'],
    outgoing: [
      'Compra no débito PADARIA DA PONTE',
      'Transferência enviada pelo Pix ENERGIA NORTE',
      'Pagamento de fatura',
    ],
    opening: 404_410,
  });
  const days = [...Map.groupBy(book.entries, ({ day }) => day).values()].map((entries) => {
    const part = (own: typeof entries, name: string, sign: string) =>
      own.length === 0
        ? ''
        : `<tr><td></td><td><b>${name}</b></td><td class=r><b>${sign} ${euros(own.reduce((sum, { cents }) => sum + cents, 0))}</b></td></tr>${own.map((entry) => `<tr><td></td><td>${entry.text}</td><td class=r>${euros(entry.cents)}</td></tr>`).join('')}`;
    const first = entries[0] ?? book.from;
    return `<tr><td class=n><b>${date(first, 'dd mon yyyy', MONTHS)}</b></td><td></td><td></td></tr>${part(
      entries.filter(({ cents }) => cents > 0),
      'Total de entradas',
      '+',
    )}${part(
      entries.filter(({ cents }) => cents < 0),
      'Total de saídas',
      '-',
    )}`;
  });
  const ordered = [...Map.groupBy(book.entries, ({ day }) => day).values()].flatMap((entries) => [
    ...entries.filter(({ cents }) => cents > 0),
    ...entries.filter(({ cents }) => cents < 0),
  ]);
  const html = page(
    '',
    `<b style="font-size:18pt;color:#808">Roxa Banco</b><p>PETRA LENZ<br>CPF •••.822.716-•• &nbsp; Agência 0001 Conta 441822-7</p><p>01 DE MAIO DE 2025 a 31 DE MAIO DE 2025 VALORES EM R$</p>${table(
      [],
      [
        ['Saldo inicial', `>${euros(book.opening)}`],
        ['Rendimento líquido', '>0,00'],
        ['Total de entradas', `>+${euros(book.in)}`],
        ['Total de saídas', `>-${euros(book.out)}`],
        ['Saldo final do período', `>${euros(book.closing)}`],
      ],
      'style="width:50%"',
    )}<h4>Movimentações</h4><table>${days.join('')}</table>`,
  );
  return sheet('Roxa Banco', html, book, {
    currency: 'BRL',
    account: '441822-7',
    holder: 'PETRA LENZ',
    balances: 'none',
    entries: ordered,
  });
};
