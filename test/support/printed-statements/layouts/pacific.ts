import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars, euros, whole } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** Vietnam: date and time, a number, debit and credit with commas, whole units. */
export const vietnam: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-05',
    count: 26,
    incoming: ['LUONG THANG 5 HOLLERBACH', 'IBFT ADA FINCH chuyen tien'],
    outgoing: ['Thanh toan the TIEM BANH CAU', 'Thanh toan dien luc PHUONG BAC', 'Phi quan ly tai khoan'],
    opening: 12_204_410,
    amounts: [20_000, 3_000_000],
  });
  const html = page(
    'td, th { border: .5px solid #888 }',
    `<b style="font-size:14pt">NGÂN HÀNG SÔNG HỒNG BANK</b><h3>SAO KÊ TÀI KHOẢN</h3><p>Từ ngày 01/05/2025 đến ngày 31/05/2025</p><p>Tên tài khoản: PETRA LENZ<br>Số tài khoản: 0441822716400<br>Loại tiền: VND</p>
    ${table(['STT', 'Ngày giao dịch', 'Số bút toán', 'Diễn giải', '>Ghi nợ', '>Ghi có', '>Số dư'], [['', '', '', 'Số dư đầu kỳ', '', '', `>${whole(book.opening)}`], ...book.entries.map((entry, at) => [String(at + 1), `${date(entry, 'dd/mm/yyyy')}\n1${random.integer(0, 9)}:${random.integer(10, 59)}:07`, `FT25${random.digits(9)}`, entry.text, debit(entry, whole), credit(entry, whole), `>${whole(entry.balance)}`]), ['', '', '', 'Tổng cộng', `>${whole(book.out)}`, `>${whole(book.in)}`, ''], ['', '', '', 'Số dư cuối kỳ', '', '', `>${whole(book.closing)}`]])}`,
  );
  return sheet('NGÂN HÀNG SÔNG HỒNG BANK', html, book, {
    currency: 'VND',
    account: '0441822716400',
    holder: 'PETRA LENZ',
    balances: 'all',
    decimals: 0,
  });
};

/** Philippines: debit and credit, `PHP` in the head only, dates by month name with commas. */
export const philippines: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-11',
    count: 24,
    incoming: ['Payroll Credit Hollerbach', 'InstaPay Transfer From A Finch'],
    outgoing: ['POS Purchase Bridge Bakery', 'Bills Payment North Energy', 'InstaPay Fee'],
    opening: 2_804_410,
    amounts: [1_000, 400_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Banco de Luzon</b><h3>STATEMENT OF ACCOUNT</h3><p>PETRA LENZ<br>12 RIVER ST BRGY SAN ROQUE<br>MAKATI CITY 1200</p><p>ACCOUNT NUMBER 0044-1822-71<br>PERIOD COVERED Nov 01, 2025 - Nov 30, 2025<br>CURRENCY PHP</p>
    ${table(['DATE', 'DESCRIPTION', 'REF. NO.', '>DEBIT AMOUNT', '>CREDIT AMOUNT', '>BALANCE AMOUNT'], [['', 'BEGINNING BALANCE', '', '', '', `>${dollars(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'mon dd'), entry.text, random.digits(7), debit(entry, dollars), credit(entry, dollars), `>${dollars(entry.balance)}`])])}`,
  );
  return sheet('Banco de Luzon', html, book, {
    currency: 'PHP',
    account: '0044-1822-71',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};

/** Pakistan, as an example of `dd-Mon-yy` and figures with no symbol at all, balance with a decimal comma nowhere. */
export const pakistan: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-08',
    count: 24,
    incoming: ['Inward Funds Transfer IBFT From A FINCH', 'Salary Transfer HOLLERBACH'],
    outgoing: [
      'Outward Funds Transfer to NORTH ENERGY STAN(#6)',
      'ATM Cash Withdrawal',
      'Purchase BRIDGE BAKERY LAHORE',
    ],
    opening: 4_804_410,
    amounts: [10_000, 1_400_000],
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Ravi Bank Limited</b><p>STATEMENT OF ACCOUNT<br>From 01-Aug-2025 To 31-Aug-2025</p><p>Account Title: PETRA LENZ<br>IBAN: PK36 SCBL 0000 0011 2345 6702<br>Currency: PKR</p>
    ${table(['Date', 'Value Date', 'Particulars', 'Instrument No.', '>Debit', '>Credit', '>Balance'], [['', '', 'Opening Balance', '', '', '', `>${dollars(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd-mon-yy'), date(entry, 'dd-mon-yy'), entry.text, '', debit(entry, dollars), credit(entry, dollars), `>${dollars(entry.balance)}`]), ['', '', 'Closing Balance', '', '', '', `>${dollars(book.closing)}`]])}<p class=small>${euros(0)}</p>`,
  );
  return sheet('Ravi Bank Limited', html, book, {
    currency: 'PKR',
    account: 'PK36 SCBL 0000 0011 2345 6702',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};
