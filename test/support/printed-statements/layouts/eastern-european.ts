import { keepBook } from '../book.ts';
import { page, table } from '../html.ts';
import { date, dollars, euros, minus, spaced } from '../notation.ts';
import { sheet, type Layout } from '../sheet.ts';

/** Turkish: a receipt number, amount and balance with currency in the heading, newest first. */
export const turkish: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-08',
    count: 26,
    incoming: ['GELEN FAST HOLLERBACH LTD MAAŞ', 'Para Yatırma'],
    outgoing: [
      'POS HARCAMA KÖPRÜ FIRINI İSTANBUL',
      'GİDEN EFT ENERJİ KUZEY A.Ş.',
      'OTOMATİK ÖDEME',
      'Hesap İşletim Ücreti',
    ],
    opening: 1_220_410,
    amounts: [1_000, 300_000],
  });
  const newest = book.entries.toReversed();
  const html = page(
    '',
    `<b style="font-size:15pt">Boğaz Bankası A.Ş.</b><h3>HESAP ÖZETİ</h3><p>Ad Soyad: PETRA LENZ<br>IBAN: TR33 0006 1005 1978 6457 8413 26<br>Hesap Türü: Vadesiz TL<br>Tarih Aralığı: 01.08.2025 - 31.08.2025</p>
    ${table(
      ['Tarih', 'Fiş No', 'Açıklama', '>İşlem Tutarı', '>Bakiye'],
      newest.map((entry) => [
        `${date(entry, 'dd.mm.yyyy')} ${random.integer(10, 22)}:${random.integer(10, 59)}`,
        random.digits(6),
        entry.text,
        `>${minus(entry.cents, euros)} TL`,
        `>${euros(entry.balance)} TL`,
      ]),
    )}`,
  );
  return sheet('Boğaz Bankası A.Ş.', html, book, {
    currency: 'TRY',
    account: 'TR33 0006 1005 1978 6457 8413 26',
    holder: 'PETRA LENZ',
    balances: 'all',
    entries: newest,
    opening: null,
  });
};

/** Russian: date and time over the posting date with its code, category over description, a plus only on what comes in. */
export const russian: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-03',
    count: 26,
    incoming: ['Перевод от А. Финч\nПополнение', 'Зарплата ООО Холлербах\nЗачисление'],
    outgoing: [
      'Супермаркеты\nPEKARNYA U MOSTA Moskva RUS. Операция по карте ****4418',
      'Перевод на карту\nЭнергия Север. Операция по карте ****4418',
      'Прочие расходы\nAVTOPLATEZH. Операция по карте ****4418',
    ],
    opening: 1_220_410,
    amounts: [1_000, 300_000],
  });
  const newest = book.entries.toReversed();
  const html = page(
    '',
    `<b style="font-size:15pt">Волжский Банк</b><h3>Выписка по счёту дебетовой карты</h3><p>Владелец счёта: Петра Андреевна Ленц<br>Номер счёта: 40817 810 0 0000 1234567<br>Валюта: Российский рубль<br>За период 01.03.2025 — 31.03.2025</p>
    ${table(
      [],
      [
        ['Остаток на 01.03.2025', `>${spaced(book.opening)}`],
        ['Пополнение', `>+${spaced(book.in)}`],
        ['Списание', `>${spaced(book.out)}`],
        ['Остаток на 31.03.2025', `>${spaced(book.closing)}`],
      ],
      'style="width:50%"',
    )}<h4>Расшифровка операций</h4>
    ${table(
      [
        'ДАТА ОПЕРАЦИИ (МСК)<br>Дата обработки и код авторизации',
        'КАТЕГОРИЯ<br>Описание операции',
        '>СУММА В ВАЛЮТЕ СЧЁТА',
        '>ОСТАТОК СРЕДСТВ',
      ],
      newest.map((entry) => [
        `${date(entry, 'dd.mm.yyyy')} ${random.integer(10, 22)}:${random.integer(10, 59)}\n${date(entry, 'dd.mm.yyyy')} ${random.digits(6)}`,
        entry.text,
        `>${entry.cents > 0 ? '+' : ''}${spaced(entry.cents)}`,
        `>${spaced(entry.balance)}`,
      ]),
    )}`,
  );
  return sheet('Волжский Банк', html, book, {
    currency: 'RUB',
    account: '40817 810 0 0000 1234567',
    holder: 'Петра Андреевна Ленц',
    balances: 'all',
    entries: newest,
  });
};

/** Ukrainian: amounts of the card beside those of the purchase with its rate and fee, balance last. */
export const ukrainian: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-05',
    count: 24,
    incoming: ['Від: Ада Фінч', 'Зарахування зарплати'],
    outgoing: ['Пекарня біля мосту', 'Енергія Північ', 'Аптека 12'],
    opening: 820_410,
    amounts: [1_000, 100_000],
  });
  const newest = book.entries.toReversed();
  const html = page(
    'td, th { border: .5px solid #ccc; font-size: 8pt }',
    `<b style="font-size:15pt">Дніпро Банк</b><p>Виписка по рахунку за період 01.05.2025 – 31.05.2025</p><p>Клієнт: Ленц Петра Андріївна<br>IBAN: UA21 3223 1300 0002 6007 2335 6600 1</p><p>Залишок на початок періоду: ${spaced(book.opening)} UAH<br>Залишок на кінець періоду: ${spaced(book.closing)} UAH</p>
    ${table(
      [
        'Дата і час операції',
        'Деталі операції',
        'MCC',
        '>Сума у валюті картки (UAH)',
        '>Сума у валюті операції',
        'Валюта',
        '>Курс',
        '>Сума комісій (UAH)',
        '>Залишок після операції',
      ],
      newest.map((entry) => [
        `${date(entry, 'dd.mm.yyyy')}\n${random.integer(10, 22)}:${random.integer(10, 59)}:12`,
        entry.text,
        String(random.integer(4000, 6000)),
        `>${minus(entry.cents, spaced)}`,
        `>${minus(entry.cents, spaced)}`,
        'UAH',
        '>—',
        '>—',
        `>${spaced(entry.balance)}`,
      ]),
    )}`,
    { size: 'A4 landscape' },
  );
  return sheet('Дніпро Банк', html, book, {
    currency: 'UAH',
    account: 'UA21 3223 1300 0002 6007 2335 6600 1',
    holder: 'Ленц Петра Андріївна',
    balances: 'all',
    entries: newest,
  });
};

/** A bank that pays in dollars abroad: opening in a sentence, both sides with their own symbols. */
export const greek: Layout = (random) => {
  const book = keepBook(random, {
    month: '2025-01',
    count: 24,
    incoming: ['ΜΙΣΘΟΔΟΣΙΑ HOLLERBACH ΑΕ', 'ΚΑΤΑΘΕΣΗ'],
    outgoing: ['ΑΓΟΡΑ ΑΡΤΟΠΟΙΕΙΟ ΓΕΦΥΡΑ', 'ΠΛΗΡΩΜΗ ΕΝΕΡΓΕΙΑ ΒΟΡΡΑΣ', 'ΑΝΑΛΗΨΗ ΑΤΜ'],
    opening: 220_410,
  });
  const html = page(
    '',
    `<b style="font-size:15pt">Τράπεζα Αιγαίου</b><p>ΑΝΤΙΓΡΑΦΟ ΚΙΝΗΣΗΣ ΛΟΓΑΡΙΑΣΜΟΥ<br>Περίοδος: 01/01/2025 - 31/01/2025</p><p>Δικαιούχος: ΠΕΤΡΑ ΛΕΝΤΖ<br>IBAN: GR16 0110 1250 0000 0001 2300 695<br>Νόμισμα: EUR</p>
    ${table(['Ημ/νία', 'Αιτιολογία', 'Αξία', '>Ποσό', 'Χ/Π', '>Υπόλοιπο'], [['', 'ΥΠΟΛΟΙΠΟ ΑΠΟ ΜΕΤΑΦΟΡΑ', '', '', '', `>${euros(book.opening)}`], ...book.entries.map((entry) => [date(entry, 'dd/mm/yy'), entry.text, date(entry, 'dd/mm/yy'), `>${euros(entry.cents)}`, entry.cents < 0 ? 'Χ' : 'Π', `>${euros(entry.balance)}`])])}<p class=small>Σύνολο ${dollars(0)}</p>`,
  );
  return sheet('Τράπεζα Αιγαίου', html, book, {
    currency: 'EUR',
    account: 'GR16 0110 1250 0000 0001 2300 695',
    holder: 'ΠΕΤΡΑ ΛΕΝΤΖ',
    balances: 'all',
  });
};
