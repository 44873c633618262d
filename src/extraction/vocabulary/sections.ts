import { phrases } from './phrases.ts';

/** Headings over a whole table that say what its unsigned amounts are, seen from the account holder. */
export const SECTIONS: Record<'credit' | 'debit', string[]> = {
  credit: phrases`
    uplate, prilivi, pajamos, iemaksas, уплате,
    paiements recus, versements et virements recus, pagamenti ricevuti, pagos recibidos, ingresos y abonos, pagamentos recebidos, ontvangen betalingen, plati primite,
    inbetalningar, modtagne betalinger, mottatte innbetalinger, saadut maksut, splaty, pripsano, pripsane castky, girenler, yatan, gelen, платежи получены, 費用減免, 繳款, 繳款明細,
    payments and deposits, deposits and transfers, money you received, payments into your account,
    deposits, deposits and other credits, deposits and additions, deposits and credits, credits, other credits,
    electronic deposits, payments and credits, payments and other credits, payments received, money in, additions,
    payments, deposits other credits, atm deposits, interest earned, transfers in, credit transactions,
    other deposits, incoming payments, incoming transactions, payments and adjustments, payments credits,
    deposits and interest, direct deposits, payments credits and adjustments, refunds, payments and refunds,
    payments to your account, deposits transfers in, customer deposits, receipts, paid in,
    gutschriften, zahlungseingange, eingange, einnahmen, einzahlungen, credits du mois, operations au credit,
    virements recus, depots, versements, encaissements, remboursements, abonos, depositos, ingresos,
    depositos y abonos, pagos y abonos, creditos, entradas, accrediti, entrate, versamenti,
    depositos y otros creditos, pagos, bijschrijvingen, ontvangsten, stortingen, uznania, wplywy, wplaty, prijmy,
    prichozi platby, vklady, insattningar, innbetalinger, indbetalinger, innskudd, panot, tulot, jovairasok,
    befizetesek, creditari, incasari, depuneri, καταθεσεις, πιστωσεις, поступления, зачисления, приход, пополнения,
    надходження, yatanlar, gelenler, alacaklar, odemeler, yatirilanlar, tien vao, setoran, kredit, pemasukan,
    simpanan, dana masuk, uang masuk, bijgeschreven, zugange, operations creditrices, operazioni a credito,
    收入, 存入, 存款, 收入明细, 还款, 入账, 還款, 收入明細, 入金, お預け入れ, 入金明細, 입금, 입금내역, 입금 내역, ฝาก, รายการฝาก, เงินเข้า, إيداعات, الإيداعات,
    الدائن, הפקדות, זכות, जमा,
  `,
  debit: phrases`
    isplate, odlivi, islaidos, izmaksas, исплате,
    payments and other debits, paiements et retraits, operations par carte, paiements par carte, achats par carte, karteneinsatze, kartenzahlungen, platby kartou, odepsano, odepsane castky,
    transakcje karta, platnosci karta, consumos, consumos del periodo, retiros y cargos, despesas, compras e despesas, inkop, kortkob, kortkjop, korttiostot, cikanlar, giden, alisverisler,
    harcama detayi, ucret ve faizler, ucretler ve faizler, palkkiot ja korot, sekit, checkar, csekkek, cecuri, επιταγες, εξοδα και τοκοι, покупки по карте, pembelanjaan, รายการใช้จ่าย, 費用及利息,
    消費明細, 消费明细, 手续费及利息,
    cheques pagos, cheques compensados, assegni pagati, eingeloste schecks, cheques emis, cheques debites,
    withdrawals and payments, payments and withdrawals, payments and other withdrawals, debits and withdrawals,
    cheques and withdrawals, other payments, other fees, card payments and withdrawals, money you spent,
    withdrawals, withdrawals and other debits, withdrawals and debits, debits, other debits,
    electronic withdrawals, electronic payments, checks, checks paid, cheques, cheques paid, fees, service fees,
    service charges, fees and interest, fees charged, interest charged, money out, purchases, new charges, charges,
    cash advances, atm withdrawals, atm and debit card withdrawals, card purchases, other withdrawals,
    transfers out, subtractions, other subtractions, purchases and adjustments, debit transactions, account fees,
    checks and other debits, withdrawals and subtractions, withdrawals and other subtractions, atm debit card withdrawals, new transactions,
    purchases and debits, interest charges, outgoing payments, outgoing transactions, transactions,
    fees and charges, standard purchases, debit card purchases, paper checks, cheques and debits,
    withdrawals transfers out, interest, interest and fees, bill payments, payments made, fees and service charges,
    card transactions, paid out, direct debits, standing orders, card payments, purchases and cash advances,
    daily card withdrawals and purchases, fees and interest charged, checks presented conventionally,
    checks presented electronically, checks presented, checks cleared, cheques presented, cleared checks,
    belastungen, zahlungsausgange, ausgange, ausgaben, auszahlungen, lastschriften, gebuhren, entgelte, schecks,
    kartenumsatze, einkaufe, zinsen, gebuhren und zinsen, zinsen und gebuhren, entgelte und zinsen, abhebungen,
    debits du mois, operations au debit, retraits, prelevements, virements emis, cheques, frais, achats, paiements,
    frais et interets, cargos, retiros, egresos, cheques pagados, comisiones, compras, debitos, salidas, saidas,
    saques, tarifas, addebiti, uscite, prelievi, commissioni, assegni, acquisti, comisiones e intereses,
    compras y cargos, cargos y pagos, pagos y cargos, retiros y otros debitos, cargos y comisiones, tarifas e juros, encargos,
    commissioni e interessi, spese, spese e interessi, afschrijvingen, uitgaven, opnames, kosten, cheques,
    aankopen, kosten en rente, obciazenia, wydatki, wyplaty, oplaty, prowizje, zakupy, oplaty i odsetki, czeki,
    vydaje, odchozi platby, vybery, poplatky, nakupy, poplatky a uroky, seky, uttag, utbetalinger, udbetalinger,
    gebyrer, avgifter, kop, kjop, kob, avgifter och rantor, gebyrer og renter, sjekker, checks, otot, menot, ostot,
    maksut, palvelumaksut, terhelesek, kifizetesek, dijak, vasarlasok, dijak es kamatok, debitari, plati,
    retrageri, comisioane, cumparaturi, comisioane si dobanzi, αναληψεις, χρεωσεις, προμηθειες, αγορες, списания,
    расходы, расход, комиссии, покупки, чеки, комиссии и проценты, витрати, cekilenler, gidenler, borclar,
    harcamalar, masraflar, ucretler, cekler, ucret ve faiz, tien ra, phi, penarikan, debet, pengeluaran, biaya,
    pembelian, cek, dana keluar, uang keluar, afgeschreven, abgange, operations debitrices, operazioni a debito,
    支出, 取款, 支取, 支出明细, 消费, 手续费, 费用, 费用及利息, 支票, 利息及费用, 支出明細, 消費, 手續費, 出金, お引き出し, 手数料, 出金明細, ご利用明細, お支払い, 小切手, 출금,
    출금내역, 출금 내역, 이용내역, 이용 내역, 수수료, 수표, ถอน, รายการถอน, ค่าธรรมเนียม, เช็ค, เงินออก, سحوبات, السحوبات, رسوم, الرسوم, المدين,
    المشتريات, שיקים, משיכות, חובה, עמלות, निकासी,
  `,
};

/** Titles of what has not been booked yet: it is in no balance, and belongs to a later statement. */
export const PENDING = phrases`
  pending transactions, pending, pending authorizations, pending authorisations, upcoming transactions, scheduled payments,
  scheduled transactions, upcoming payments, future payments, transactions not yet posted, not yet posted, authorisations,
  vorgemerkte umsatze, vorgemerkt, noch nicht gebucht, noch nicht gebuchte umsatze, reservierungen, vorschau,
  operations a venir, operations en attente, operations non comptabilisees, operations en cours, paiements a venir,
  operaciones pendientes, movimientos pendientes, cargos pendientes, proximos cargos, proximos pagos,
  compras parceladas proximas faturas, proximas faturas, lancamentos futuros, lancamentos provisionados, movimentos pendentes,
  movimenti da contabilizzare, movimenti non contabilizzati, operazioni in attesa, autorizzazioni,
  nog te verwerken, gereserveerd, in behandeling, transakcje oczekujace, blokady, operacje oczekujace, blokace, nezauctovano,
  reserverade belopp, kommande transaktioner, reservasjoner, reserverte belop, reserverede belob, varaukset, katevaraukset,
  fuggoben levo tetelek, tranzactii in asteptare, bekleyen islemler, provizyondaki islemler, ожидающие операции, в обработке,
  giao dich cho, transaksi tertunda, 未入账, 待入账, 未入賬, 未確定, 미결제, รายการรอดำเนินการ,
`;

/** Titles of what is booked, where it stands below what is not. */
export const BOOKED = phrases`
  posted, posted transactions, posted activity, completed, completed transactions, completed payments, settled transactions, booked transactions, cleared transactions,
  gebucht, gebuchte umsatze, comptabilisees, operations comptabilisees, operaciones contabilizadas, movimientos contabilizados, movimentos efetuados,
  movimenti contabilizzati, operazioni contabilizzate, verwerkt, verwerkte transacties, zaksiegowane, transakcje zaksiegowane, zauctovane, bokforda transaktioner, bokforte transaksjoner,
  bogforte posteringer, konyvelt tetelek, tranzactii finalizate, gerceklesen islemler, проведенные операции, 已入账, 已入賬, 확정,
`;

/** Over columns that tell how long and at what rate money is deposited or lent, and by which numbers its interest is computed. */
export const TERMS = phrases`
  maturity date, maturity, date of maturity, expires, expiration date, expiry date, promotional end date, placement date, tenor, tenure, interest rate, rate of interest, maturity amount,
  falligkeit, laufzeit, zinssatz, echeance, taux d interet, vencimiento, tasa de interes, plazo, vencimento, taxa de juros,
  numeri, numeri dare, numeri avere, numeri debitori, numeri creditori, zinszahl, zinszahlen, sollzahlen, habenzahlen, zinstage, nombres debiteurs,
  nombres crediteurs, numeros deudores, numeros acreedores, numeros devedores, numeros credores, renteproducten, number of days, no of days,
  scadenza, tasso, looptijd, rentevoet, 到期日, 利率, 期限, 満期日, 만기일, vade, срок вклада, ставка,
`;

/** Over a column that tells how many entries there are of a kind. */
export const COUNTS = phrases`
  #, count, items, no of items, number of items, no of transactions, number of transactions, transactions count, qty, anzahl,
  stuck, nombre, nombre d operations, cantidad, quantidade, qtd, quantita, aantal, antal, antall, liczba, ilosc, pocet, lkm,
  maara, darab, numar, πληθος, количество, кол во, adet, so luong, jumlah transaksi, 笔数, 筆數, 件数, 건수, จำนวนรายการ,
`;
