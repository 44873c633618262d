import { LIMITS_AND_LEAST, OWED_BEFORE, OWED_NOW } from './card-figures.ts';
import { TOTALS } from './total-figures.ts';
import { phrases } from './phrases.ts';
import { qualifiedBalances } from './qualified-balances.ts';

/**
 * Labels of the figures that a statement prints about itself: where its balance began and ended, what went in and out.
 * They are its own proof, and never transactions.
 */
export type FigureKind =
  | 'opening'
  | 'closing'
  /** A balance carried over a page break: it proves the rows around it. */
  | 'carried'
  | 'dayEnd'
  | 'totalCredits'
  | 'totalDebits'
  /** A part of what went out: with the other parts it may be the total, alone it contradicts nothing. */
  | 'partDebits'
  | 'total'
  /** A figure of another kind that must not be taken for one of these or for a row. */
  | 'other';

export const FIGURES: Record<FigureKind, string[]> = {
  opening: [
    ...qualifiedBalances('opening', 'beginning', 'starting', 'previous'),
    ...OWED_BEFORE,
    ...phrases`
    available beginning, saldo letzte abrechnung, saldo der letzten abrechnung, saldo letzter rechnungsabschluss, fatura anterior, saldo fatura anterior,
    saldo estado anterior, saldo del periodo anterior, solde du precedent releve, balance from your last statement,
    opening balance, open balance, balance brought forward, brought forward, previous balance, beginning balance,
    starting balance, start balance,
    balance b f, balance b fwd, b f, bal b f, b fwd, bal b fwd, balance forward, opening bal, balance at start,
    balance last statement, last statement,
    previous statement balance, last statement balance, balance from last statement, previous closing balance,
    balance brought fwd, initial balance,
    bright forward, balance from previous statement, old balance, your opening balance, opening ledger balance,
    balance on last statement,
    last months balance, amount brought forward, balance at beginning of period, balance as of previous statement,
    previous account balance, statement opening balance,
    alter saldo, alter kontostand, anfangssaldo, saldovortrag, vortrag, anfangsbestand, startsaldo, saldo alt,
    kontostand alt, eroffnungssaldo,
    letzter kontostand, saldo letzter auszug, kontostand am letzten, letzter kontoauszug,
    saldo letzter kontoauszug, saldo vortrag, kontostand zu beginn, anfangskontostand, ubertrag vom letzten auszug,
    saldo am anfang, kontostand vom letzten auszug,
    ancien solde, solde precedent, solde initial, solde d ouverture, solde anterieur, solde de depart, solde depart, solde debut,
    solde au debut, ancien solde crediteur, solde crediteur precedent, solde du dernier releve,
    solde debiteur precedent, solde reporte, solde debut de periode, solde en debut de periode, ancien solde debiteur,
    saldo anterior, saldo inicial, saldo previo, saldo de apertura, saldo al inicio, saldo periodo anterior,
    saldo mes anterior, saldo iniziale, saldo precedente, saldo di apertura, saldo apertura, saldo de inicio,
    saldo iniziale contabile, saldo do dia anterior, saldo do mes anterior, saldo ultimo extracto,
    beginsaldo, vorig saldo, oud saldo, saldo begin, vorige saldo, saldo vorig afschrift, openingssaldo,
    saldo op begindatum,
    saldo poczatkowe, saldo poprzednie, poprzednie saldo, saldo otwarcia, pocatecni zustatek, pocatecni stav,
    predchozi zustatek, zustatek pocatecni, pociatocny zostatok, minuly zustatek,
    ingaende saldo, inngaende saldo, ingaende balans, primosaldo, saldo primo, startsaldo, forrige saldo,
    saldo fra, overfort fra, saldo forrige, indgaende saldo, overfort fra forrige, ingaende behallning,
    foregaende saldo, alkusaldo, saldo alussa, edellinen saldo,
    nyito egyenleg, kezdo egyenleg, nyitoegyenleg, elozo egyenleg, sold initial, sold precedent, sold anterior,
    sold inceput, αρχικο υπολοιπο, προηγουμενο υπολοιπο, εκ μεταφορας, υπολοιπο εκ μεταφορας,
    входящий остаток, начальный остаток, остаток на начало, остаток на начало периода, входящий баланс,
    баланс на начало, баланс на початок, баланс на початок періоду, вхідний залишок, початковий залишок, залишок на початок,
    acilis bakiyesi, onceki bakiye, devreden bakiye, devir bakiyesi, devir, donem basi bakiye, baslangic bakiyesi,
    bir onceki bakiye, onceki donem bakiyesi, so du dau ky, so du dau, so du truoc, saldo awal, baki awal,
    baki permulaan, baki bawa ke hadapan, baki dibawa, baki terdahulu, saldo sebelumnya, baki penyata lepas,
    期初余额, 上期余额, 承前余额, 上页余额, 期初結餘, 承前結餘, 上期結餘, 承上结余, 承上結餘, 上期结余, 期初, 期初餘額, 承前, 上次结余, 前期餘額, 上期餘額, 承上余额, 初始余额, 上月余额,
    账户期初余额,
    繰越残高, 前回残高, 前月繰越, 繰越, 前月残高, 期首残高, 前回繰越, 前月末残高, 繰越金額, 前期繰越, 이월잔액, 전월이월, 전월잔액, 기초잔액, 이전잔액, 전기이월, 이월, 시작잔액, 전일잔액,
    ยอดยกมา, ยอดคงเหลือยกมา, ยอดเงินคงเหลือยกมา, ยกมา, الرصيد الافتتاحي, رصيد افتتاحي, الرصيد السابق, رصيد سابق,
    رصيد مدور, יתרת פתיחה, יתרה קודמת, प्रारंभिक शेष, अथशेष, आरंभिक शेष, पिछला शेष,
    pocetno stanje, prethodno stanje, staro stanje, stanje na pocetku, почетно стање, претходно стање, почетна состојба, начално салдо, начална наличност,
    zacetno stanje, prejsnje stanje, pradinis likutis, likutis pradzioje, sakuma atlikums, atlikums perioda sakuma, algsaldo, algjaak, staða i upphafi, upphafsstaða,
    openingsaldo, aanvangsaldo, gjendja fillestare, مانده اول دوره, مانده قبلی, مانده از قبل, საწყისი ნაშთი, საწყისი ბალანსი, սկզբնական մնացորդ, ilkin qaliq, эхний үлдэгдэл,
    primo saldo, kontostand am anfang, beginning cash, opening cash,
  `,
  ],
  closing: [
    ...qualifiedBalances('closing', 'ending', 'final', 'new'),
    ...OWED_NOW,
    ...phrases`
    available ending, closing balance, close balance, new balance, ending balance, end balance, final balance, closing bal, balance c d,
    balance at end, balance at close,
    statement balance, current balance, your closing balance, new statement balance, closing ledger balance,
    balance this statement, this statement, balance at end of period, total balance, balance on this statement,
    statement closing balance, closing account balance, new account balance, your new balance, account balance,
    neuer saldo, neuer kontostand, endsaldo, schlusssaldo, endbestand, abschlusssaldo, saldo neu, kontostand neu,
    saldo per, kontostand am, aktueller saldo, aktueller kontostand, schlussaldo, saldo zu ihren gunsten,
    saldo zu ihren lasten, kontostand zum ende, saldo am ende, endkontostand, saldo zum, saldo am,
    nouveau solde, solde final, solde de cloture, solde fin, solde a la fin, nouveau solde crediteur,
    solde crediteur au, solde debiteur au, solde de fin, solde en fin, solde actuel, solde fin de periode, solde en fin de periode,
    nouveau solde debiteur, solde crediteur, solde debiteur, solde au, solde en euros,
    saldo final, saldo actual, nuevo saldo, saldo de cierre, saldo al corte, saldo al cierre, saldo al,
    saldo finale, saldo di chiusura, saldo chiusura, nuovo saldo, saldo a nuestro favor, saldo atual,
    saldo de fecho, saldo fecho, saldo final do periodo, saldo final del periodo, saldo a su favor,
    saldo fin de mes, saldo liquidacion, saldo finale contabile, saldo do dia,
    eindsaldo, nieuw saldo, saldo eind, slotsaldo, saldo nieuw, huidig saldo, saldo op einddatum, saldo koncowe,
    saldo zamkniecia, nowe saldo, saldo biezace, konecny zustatek, konecny stav, zustatek konecny, novy zustatek,
    konecny zostatok,
    utgaende saldo, utgaende balans, ultimosaldo, saldo ultimo, sluttsaldo, slutsaldo, ny saldo, saldo til,
    saldo pr, utgaende behallning, nytt saldo, aktuell saldo, loppusaldo, saldo lopussa, uusi saldo,
    zaro egyenleg, zaroegyenleg, uj egyenleg, vegegyenleg, sold final, sold sfarsit, sold la sfarsit, sold curent,
    τελικο υπολοιπο, νεο υπολοιπο, υπολοιπο τελους,
    исходящий остаток, конечный остаток, остаток на конец, остаток на конец периода, исходящий баланс,
    баланс на конец, баланс на кінець, баланс на кінець періоду, вихідний залишок, кінцевий залишок, залишок на кінець, текущий остаток,
    kapanis bakiyesi, son bakiye, donem sonu bakiye, guncel bakiye, yeni bakiye, donem sonu bakiyesi,
    so du cuoi ky, so du cuoi, so du hien tai, saldo akhir, baki akhir, baki penutup, baki semasa,
    期末余额, 本期余额, 期末結餘, 期末, 期末餘額, 本期結餘, 结余总额, 终了余额, 本期餘額, 账户期末余额, 本月余额, 結餘, 期末结余,
    翌月繰越, 次月繰越, 次回繰越, 翌月繰越残高, 次回繰越残高, 次月繰越残高, 期末残高, 今回残高, 現在残高, 当月残高, 最終残高, 月末残高, 기말잔액, 현재잔액, 최종잔액, 당월잔액, 마감잔액, 종료잔액,
    ยอดคงเหลือสุดท้าย, ยอดยกไป, ยอดคงเหลือปลายงวด, ยอดเงินคงเหลือ ณ วันที่, ยอดคงเหลือสิ้นงวด, الرصيد الختامي,
    رصيد ختامي, الرصيد الحالي, رصيد نهائي, الرصيد النهائي, יתרת סגירה, יתרה נוכחית, יתרה סופית, अंतिम शेष,
    अन्तिम शेष, समापन शेष,
    zavrsno stanje, konacno stanje, krajnje stanje, novo stanje, stanje na kraju, крајње стање, ново стање, завршно стање, крајна состојба, крайно салдо, крайна наличност,
    koncno stanje, galutinis likutis, likutis pabaigoje, beigu atlikums, atlikums perioda beigas, loppsaldo, loppjaak, staða i lok, lokastaða,
    afsluitingsaldo, slotbalans, gjendja perfundimtare, مانده پایان دوره, مانده نهایی, საბოლოო ნაშთი, საბოლოო ბალანსი, վերջնական մնացորդ, son qaliq, эцсийн үлдэгдэл,
    ultimo saldo, saldo i deres favor, saldo i din favor, innestaende saldo, balance as on, balance as of, balance on,
    closing balance as on, остаток на, ending cash, closing cash,
  `,
  ],
  carried: phrases`
    balance carried forward, carried forward, balance c f, c f, c fwd, bal c f, carried over, brought over,
    balance c fwd, carry forward, balance to be carried forward,
    balance carried fwd, balance carried to next page, balance from previous page, continued balance, ubertrag,
    zwischensaldo, ubertrag auf, ubertrag von, ubertrag auf seite, ubertrag von seite, zwischensumme,
    a reporter, report, solde a reporter, report a nouveau, suma y sigue, suma anterior, saldo suma y sigue,
    a riportare, riporto, riporto saldo, a transportar, transporte, saldo a transportar, transportar,
    over te brengen, transport, saldo transporteren,
    do przeniesienia, z przeniesienia, saldo do przeniesienia, prevod, prevedeno, overforing, overfores,
    att overfora, transport till, transporteres, siirretaan, siirto, atvitel, report sold, εις μεταφορα,
    σε μεταφορα, перенос, devreden, nakli yekun, sayfa toplami,
    转下页, 承上页, 过次页, 承前页, 轉下頁, 承上頁, 次頁繰越, 前頁繰越, 次ページ繰越, 다음장이월, ยอดยกไป, dibawa ke hadapan, pindahan, saldo pindahan,
    saldo carried forward, saldo transferido,
    van vorige pagina, naar volgende pagina, athozat, atvitel, dipindahkan, 次頁へ繰越, 차면이월, saldo transportado,
    de reportat, остаток с предыдущей страницы, остаток переносится, saldo a cuenta nueva, sonraki sayfaya devir,
    overfort saldo,
  `,
  dayEnd: phrases`
    s a l d o, s o l d e, saldo total disponivel dia, subtotal balance,
    balance at the end of day, balance at end of day, end of day balance, daily closing balance, daily balance,
    daily ending balance, daily balances, daily ending balances, daily ledger balance, daily ledger balances,
    daily account balance, daily account balances, balance by date, balances by date, daily balance summary,
    day end balance, tagesendsaldo, tagessaldo, solde du jour, saldo del dia, saldo giornaliero, saldo do dia,
    dagsaldo, dagssaldo, saldo dnia, denni zustatek, napi egyenleg, 日终余额, 当日余额,
  `,
  ...TOTALS,
  other: [
    ...LIMITS_AND_LEAST,
    ...phrases`
    available balance, average balance, average credit balance, average debit balance, minimum balance, minimum payment, minimum payment due, minimum amount due,
    credit limit, available credit, overdraft limit, arranged overdraft, average ledger balance,
    average daily balance, lowest balance, highest balance, cash limit, past due, overdraft, total amount due,
    payment due, total credit limit, points balance, interest rate, available funds, cash advance limit,
    amount due, amount over limit,
    dispositionskredit, kreditlimit, verfugbarer betrag, dispo, uberziehungslimit, kreditrahmen,
    eingeraumte kontouberziehung, mindestbetrag, verfugungsrahmen, solde disponible, decouvert autorise, plafond,
    solde moyen, decouvert, limite de credito, saldo promedio, pago minimo, limite, credito disponible,
    saldo disponible, saldo medio, fido, limite de credito, limite de cheque especial, saldo disponivel,
    pagamento minimo, kredietlimiet, beschikbaar saldo, limit, dostupny zustatek, saldo dostepne, dostepne srodki,
    srodki dostepne, limit kredytu,
    kreditt, disponibelt, disponibelt belopp, kredit limit, kaytettavissa, luottoraja, hitelkeret,
    elerheto egyenleg, sold disponibil, доступный остаток, доступно, кредитный лимит, лимит, kullanilabilir bakiye,
    kullanilabilir limit, asgari odeme, kredi limiti, so du kha dung, saldo rata rata, 可用余额, 可用餘額, 信用额度, 最低还款额,
    利用可能額, ご利用可能額, 可用结余, วงเงิน, ยอดเงินที่ใช้ได้, الرصيد المتاح, הרצף,
  `,
  ],
};
