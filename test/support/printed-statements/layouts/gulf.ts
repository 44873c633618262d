import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** The Gulf: English with Arabic beside it, debit and credit, the balance with its sign behind. */
export const gulf: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-10',
    count: 26,
    incoming: ['SALARY TRANSFER HOLLERBACH LLC', 'INWARD REMITTANCE A FINCH'],
    outgoing: ['POS-PURCHASE CARD NO.441822**4418 BRIDGE BAKERY DUBAI', 'NORTH ENERGY BILL PAYMENT', 'ATM CWDR 4418'],
    opening: 2_404_410,
    amounts: [1_000, 400_000],
  });
  const html = page(
    'td, th { border: .5px solid #aaa }',
    `<b style="font-size:15pt">Falcon Gulf Bank بنك صقر الخليج</b><h3>Statement of Account كشف حساب</h3><p>Account Name اسم الحساب: PETRA LENZ<br>Account Number رقم الحساب: 1018441822716<br>IBAN: AE07 0331 2345 6789 0123 456<br>Currency العملة: AED<br>From 01/10/2025 To 31/10/2025</p>
    ${table(['Date<br>التاريخ', 'Description<br>التفاصيل', '>Debits<br>مدين', '>Credits<br>دائن', '>Balance<br>الرصيد'], [['01/10/2025', 'BROUGHT FORWARD', '', '', `>${dollars(book.opening)}CR`], ...book.entries.map((entry) => [date(entry, 'dd/mm/yyyy'), entry.text, debit(entry, dollars), credit(entry, dollars), `>${dollars(entry.balance)}CR`]), ['31/10/2025', 'CARRIED FORWARD', '', '', `>${dollars(book.closing)}CR`]])}`,
  );
  return sheet('Falcon Gulf Bank', html, book, {
    currency: 'AED',
    account: '1018441822716',
    holder: 'PETRA LENZ',
    balances: 'all',
  });
};
