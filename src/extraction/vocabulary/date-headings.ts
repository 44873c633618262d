import { phrases } from './phrases.ts';

type DateHeading = 'date' | 'postingDate' | 'transactionDate' | 'valueDate' | 'day' | 'month' | 'year' | 'time';

/** What stands above columns of dates, of their parts, and of times. */
export const DATE_HEADINGS: Record<DateHeading, string[]> = {
  date: phrases`
    датум, kuupaev, datums, dagsetning, dags, огноо, თარიღი, ամսաթիվ, تاریخ, tarix,
    date, dates, date time, date and time, txn date, date of transaction, datetime,
    datum, tag, data, fecha, f operacion, dato, paivays, pvm, paivamaara, datums, kuupaev,
    datum uskutecneni, den, dzien, kelt, datum a cas, ημερομηνια, ημ νια, дата, дата и время,
    дата операції, дата і час операції, дата та час операції, дата і час,
    tarih, islem tarihi saati, tarih saat, ngay, ngay gio, tanggal, tgl, tarikh, petsa,
    日期, 日付, 年月日, 날짜, 일자, 일시, วันที่, วัน เดือน ปี, التاريخ, تاريخ, التاريخ الميلادي, تاريخ ميلادي, תאריך, दिनांक, तिथि,
    kirj pv, konyveles napja, data operatiunii, bokf datum,
  `,
  postingDate: phrases`
    kayit tarihi, umsatz gebucht, 入帳日, 過帳日, 入帳日期, วันที่บันทึก, วันที่บันทึกรายการ, tanggal pembukuan, tgl pembukuan, tanggal posting, datum verwerking, verwerkingsdatum,
    ημ νια καταχωρισης, ημερομηνια καταχωρισης, fecha de contabilizacion, fecha de proceso, fecha de cargo, дата списания, дата зачисления,
    dt balancete, received by us, date received, entered, date entered, dt lancamento, dt mov,
    posting date, post date, date posted, posted, posted date, booking date, book date, entry date,
    date of posting, posted on, process date, processing date, date processed, processed on, processed,
    buchung, buchungstag, buchungsdatum, buch tag, bu tag, butag, buchungs tag, eingangstag, bokforingsdag,
    date comptable, date d operation, date operation, date de comptabilisation, date ope, date compta,
    data contabile, data operazione, data registrazione, data oper, fecha contable, fecha operacion,
    fecha de operacion, fecha oper, fecha de registro, data mov, data movimento, data do movimento, data lanc,
    data lancamento, data de lancamento, boekdatum, boekingsdatum, datum boeking, boeking, bokfort,
    bogforingsdato, bogfort, bogfort dato, bogfoeringsdato, bokforingsdato, bokfort dato, bokforingsdatum, bokfd, kirjauspaiva, kirjauspvm,
    data ksiegowania, data ksieg, datum zauctovani, zauctovano, datum uctovani, konyveles datuma, konyveles,
    konyvelesi datum, data inregistrarii, datum knjizenja, дата проводки, дата обработки, дата операции,
    计上日, 計上日, 记账日期, 记账日, 入账日期, 入账日, 过账日期, 記帳日, 記賬日期, 入賬日期, 過賬日期, 거래일자, 거래일, 거래일시, 승인일, 승인일자, 매입일, 접수일,
    تاريخ القيد, تاريخ الترحيل, تاريخ التسجيل, תאריך רישום, תאריך חיוב,
  `,
  transactionDate: phrases`
    umsatzdatum, tapahtumapaiva, tapahtumapvm, ημ νια συναλλαγης, ημερομηνια συναλλαγης, data tranzactiei, data tranzactie, 消費日期,
    dt movimento, date of transaction, transacted on,
    kopdatum, kjopsdato, kobsdato, ostopaiva, ostopvm, tapahtumapaiva, tapahtumapvm, aankoopdatum, data acquisto, data zakupu, datum nakupu, fecha compra,
    data compra, data da compra, date d achat, date achat, дата покупки, alisveris tarihi, 消費日, 消费日期, 사용일,
    transaction date, trans date, tran date, txn date, date of purchase, purchase date,
    tranzakcio datuma, tranzakcio napja, tranzakcio ideje, vasarlas datuma, vasarlas napja,
    effective date, activity date, date of transaction, trxn date, trx date, belegdatum, kaufdatum,
    umsatztag, date de transaction, date de l operation, fecha de transaccion, fecha de la transaccion,
    fecha transaccion, fecha movimiento, fecha de consumo, data transacao, data da transacao, data transakcji,
    data operacji, transactiedatum, transaktionsdatum, transaktionsdato, datum transakce, datum provedeni,
    datum obchodu, islem tarihi, дата транзакции, дата совершения, ngay giao dich, tanggal transaksi,
    交易日期, 交易日, 交易时间, 交易日期时间, 交易時間, 利用日, ご利用日, 取引日, お取引日, 取引年月日, 이용일, 이용일자,
    วันที่ทำรายการ, تاريخ العملية, تاريخ المعاملة, تاريخ الحركة, تاريخ التنفيذ, תאריך עסקה, תאריך פעולה, תאריך הפעולה, תאריך רכישה, تاریخ تراکنش, تاریخ عملیات,
  `,
  valueDate: phrases`
    датум валуте, вальор, datum valute, vaartuspaev, valutas datums, vaxtadagur,
    value date, value dt, val date, value, date value, valuedate, date of value, interest date,
    valuta, wert, wertstellung, wertstellungstag, wertstellungsdatum, valutadatum, valuta datum, wert datum, val datum, wertst,
    date de valeur, valeur, date valeur, dt valeur, data valuta, fecha valor, f valor, valor, fecha de valor,
    data valor, data de valor, rentedatum, valutadag, rentedag, valor dato, valuteringsdag, valutering, rentedato,
    arvopaiva, arvopvm, data waluty, datum valuty, datum splatnosti, erteknap, valor tarihi, дата валютирования,
    起息日, 起息日期, 기산일, วันที่มีผล, تاريخ الحق, تاريخ القيمة, تاريخ الاستحقاق, תאריך ערך, תאריך הערך, יום ערך, ημερομηνια αξιας, valer, data valutei,
    αξια, ημ νια αξιας, tanggal valuta, tgl valuta, 起算日,
  `,
  day: phrases`
    day, dia, jour, giorno, tag, dag, den, dzien, paiva, nap, zi, ziua, gun, день, ημερα, hari, ngay, 日, 일, วัน, वार, يوم, יום,
  `,
  month: phrases`
    month, mes, mois, monat, mese, maand, maned, manad, mesic, miesiac, mies, kuukausi, kk, honap, ho, luna, ay, месяц, місяць, μηνας, bulan, thang, 月, 월, เดือน, شهر, חודש, महीना,
  `,
  year: phrases`
    year, ano, annee, jahr, anno,
  `,
  time: phrases`
    time, uhrzeit, heure, hora, ora, tijd, saat, godzina, cas, время, 时间, 時間, 시간, เวลา, الوقت, שעה, ساعت, زمان,
  `,
};
