import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars, figures, minus } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

const INCOMING = ['تحويل وارد من شركة الأمل', 'راتب شهر مارس', 'إيداع نقدي - الفرع الرئيسي'];
const OUTGOING = [
  'شراء نقاط بيع BRIDGE BAKERY 1234',
  'سداد فاتورة الكهرباء رقم 4471',
  'سحب صراف آلي (فرع العليا)',
  'رسوم خدمة - ضريبة القيمة المضافة 15%',
];
const TO_LEFT =
  'html { direction: rtl } body { font-family: "DejaVu Sans", "Noto Sans Arabic", sans-serif } td, th { text-align: right }';
const HABITS = { incoming: INCOMING, outgoing: OUTGOING, opening: 3_404_410, amounts: [1_000, 300_000] } as const;

/** The digits that Arabic has of its own. */
const digits = (text: string) =>
  text.replaceAll(/[\d.,]/g, (sign) => '٠١٢٣٤٥٦٧٨٩٫٬'['0123456789.,'.indexOf(sign)] ?? sign);

/** Egypt: digits of Arabic's own, balances brought and carried forward as rows. */
export const arabicDigits: Layout = (random) => {
  const book = keepBook(random, { ...HABITS, month: '2025-03', count: 24 });
  const html = page(
    TO_LEFT,
    `<h2>بنك الواحة الأهلي</h2><p>كشف حساب عن الفترة من ${digits('01/03/2025')} إلى ${digits('31/03/2025')}<br>رقم الحساب: ${digits('100200300400')}<br>العملة: جنيه مصري</p>
    ${table(
      ['التاريخ', 'البيان', 'مدين', 'دائن', 'الرصيد'],
      [
        ['', 'رصيد أول المدة', '', '', digits(dollars(book.opening))],
        ...book.entries.map((entry) => [
          digits(date(entry, 'dd/mm/yyyy')),
          entry.text,
          digits(debit(entry, dollars).slice(1)),
          digits(credit(entry, dollars).slice(1)),
          digits(dollars(entry.balance)),
        ]),
        ['', 'رصيد آخر المدة', '', '', digits(dollars(book.closing))],
      ],
    )}`,
  );
  return sheet('بنك الواحة الأهلي', html, book, {
    currency: 'EGP',
    account: '100200300400',
    holder: null,
    balances: 'all',
  });
};

/** The Hijri day beside the common one, and a minus behind the amount. */
export const hijriBeside: Layout = (random) => {
  const book = keepBook(random, { ...HABITS, month: '2025-03', count: 24 });
  const html = page(
    TO_LEFT,
    `<h2>مصرف النخيل</h2><p>كشف حساب<br>اسم العميل: سارة عبد الله<br>رقم الآيبان: SA03 8000 0000 6080 1016 7519<br>العملة: ريال سعودي</p>
    <p>الرصيد الافتتاحي: ${dollars(book.opening)} ر.س</p><p>الرصيد الختامي: ${dollars(book.closing)} ر.س</p>
    ${table(
      ['التاريخ الهجري', 'التاريخ الميلادي', 'تفاصيل العملية', 'المبلغ', 'الرصيد'],
      book.entries.map((entry) => [
        `1446/09/${String(entry.day).padStart(2, '0')}`,
        date(entry, 'yyyy/mm/dd'),
        entry.text,
        `<bdi dir=ltr>${minus(entry.cents, dollars)}</bdi>`,
        dollars(entry.balance),
      ]),
    )}`,
  );
  return sheet('مصرف النخيل', html, book, {
    currency: 'SAR',
    account: 'SA03 8000 0000 6080 1016 7519',
    holder: 'سارة عبد الله',
    balances: 'all',
    from: null,
  });
};

const rials = figures({ mark: '', group: ',', decimals: 0 });

/** Iran: days of its own calendar in Persian digits, rials without decimals. */
export const persian: Layout = (random) => {
  const book = keepBook(random, {
    ...HABITS,
    month: '2025-03',
    count: 24,
    incoming: ['واریز حقوق', 'انتقال از کارت به کارت'],
    outgoing: ['خرید از فروشگاه رفاه', 'برداشت از خودپرداز', 'کارمزد انتقال وجه پایا'],
  });
  const persianDigits = (text: string) =>
    text.replaceAll(/[\d,]/g, (sign) => '۰۱۲۳۴۵۶۷۸۹٬'['0123456789,'.indexOf(sign)] ?? sign);
  const figure = (cents: number) => persianDigits(rials(cents));
  // The first of March 2025 was the eleventh of Esfand 1403, and the twenty-first the first of Farvardin 1404.
  const day = (of: number) =>
    persianDigits(of < 21 ? `1403/12/${of + 10}` : `1404/01/${String(of - 20).padStart(2, '0')}`);
  const html = page(
    TO_LEFT,
    `<h2>بانک البرز</h2><p>صورتحساب سپرده از تاریخ ${day(1)} تا ${day(31)}<br>شماره حساب: ${persianDigits('0101234567008')}<br>نام صاحب حساب: مریم رضایی<br>مبالغ به ریال</p>
    ${table(
      ['تاریخ', 'شرح', 'بدهکار', 'بستانکار', 'مانده'],
      [
        ['', 'مانده از قبل', '', '', figure(book.opening)],
        ...book.entries.map((entry) => [
          day(entry.day),
          entry.text,
          entry.cents < 0 ? figure(entry.cents) : '',
          entry.cents > 0 ? figure(entry.cents) : '',
          figure(entry.balance),
        ]),
      ],
    )}`,
  );
  return sheet('بانک البرز', html, book, {
    currency: 'IRR',
    account: '0101234567008',
    holder: 'مریم رضایی',
    balances: 'all',
    decimals: 0,
  });
};
