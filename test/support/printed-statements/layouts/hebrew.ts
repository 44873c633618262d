import { keepBook } from '../book.ts';
import { credit, debit, page, table } from '../html.ts';
import { date, dollars, minus } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

const INCOMING = ['משכורת חברת אלון בע"מ', 'זיכוי מאת FINCH LTD 2024', 'הפקדת שיק 1023'];
const OUTGOING = [
  'כרטיס אשראי 4418',
  'הוראת קבע - חשמל',
  'משיכת מזומן (סניף 12)',
  'עמלת ערוץ ישיר 2%',
  'PAPERLEAF EU SARL',
  'רכישה ב-BRIDGE BAKERY תל אביב',
];
const TO_LEFT = 'html { direction: rtl } td, th { text-align: right } .l { text-align: left }';

/** From right to left: the day first, the balance last, Latin names and numbers within Hebrew texts. */
export const hebrewColumns: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-03',
    count: 28,
    incoming: INCOMING,
    outgoing: OUTGOING,
    opening: 3_404_410,
    amounts: [1_000, 300_000],
  });
  const html = page(
    TO_LEFT,
    `<h2>בנק הארז</h2><p>תדפיס תנועות בחשבון לתקופה 01/03/2025 - 31/03/2025<br>מספר חשבון: 12-345-67890<br>שם הלקוח: יעל כהן</p>
    <p>יתרת פתיחה: ₪ ${dollars(book.opening)}</p>
    ${table(
      ['תאריך', 'תאריך ערך', 'תיאור הפעולה', 'אסמכתא', 'חובה', 'זכות', 'יתרה'],
      book.entries.map((entry) => [
        date(entry, 'dd/mm/yyyy'),
        date(entry, 'dd/mm/yyyy'),
        entry.text,
        random.digits(5),
        debit(entry, dollars).slice(1),
        credit(entry, dollars).slice(1),
        dollars(entry.balance),
      ]),
    )}
    <p>יתרת סגירה: ₪ ${dollars(book.closing)}</p>`,
  );
  return sheet('בנק הארז', html, book, {
    currency: 'ILS',
    account: '12-345-67890',
    holder: 'יעל כהן',
    balances: 'all',
  });
};

/** Months by their names, one column of amounts with their sign, and figures at the left of their cells. */
export const hebrewMonths: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-09',
    count: 22,
    incoming: INCOMING,
    outgoing: OUTGOING,
    opening: 2_104_410,
    amounts: [1_000, 200_000],
  });
  const figure = (text: string) => `<span class=r>${text} ₪</span>`;
  const html = page(
    `${TO_LEFT} .r { display: block; text-align: left }`,
    `<h2>בנק האורן בע"מ</h2><p>דף חשבון לחודש ספטמבר 2025<br>שם בעל החשבון: דוד לוי<br>חשבון מספר 55-123456</p>
    <p>יתרה קודמת: ${dollars(book.opening)} ₪</p>
    ${table(
      ['תאריך', 'פרטים', 'סכום', 'יתרה'],
      book.entries.map((entry) => [
        date(entry, 'd ב', []) + `ספטמבר ${entry.year}`,
        entry.text,
        figure(minus(entry.cents, dollars)),
        figure(dollars(entry.balance)),
      ]),
    )}
    <p>יתרה סופית: ${dollars(book.closing)} ₪</p>`,
  );
  return sheet('בנק האורן', html, book, {
    currency: 'ILS',
    account: '55-123456',
    holder: 'דוד לוי',
    balances: 'all',
  });
};
