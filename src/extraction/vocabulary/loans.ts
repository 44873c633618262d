import { phrases } from './phrases.ts';

/** What the statement of a loan is called: each fills a piece of text alone. What a loan is numbered by may stand on any. */
export const LOAN_TITLES = phrases`
  loan statement, loan account statement, statement of loan account, mortgage statement, mortgage account statement, annual mortgage statement, mortgage loan statement,
  home loan statement, loan history, loan transaction history, loan activity statement,
  darlehenskontoauszug, darlehensauszug, darlehenskonto kontoauszug, kreditkontoauszug, kontoauszug darlehen, hypothekenkontoauszug, tilgungsplan,
  tableau d amortissement, tableau de remboursement, releve de pret, cuadro de amortizacion, tabla de amortizacion, extracto de prestamo, estado de cuenta de prestamo,
  piano di ammortamento, estratto conto mutuo, extrato de financiamento, extrato do emprestimo, hypotheekoverzicht, leningoverzicht, harmonogram splat, wyciag z rachunku kredytowego,
  vypis z uveroveho uctu, laneopgorelse, laneavi, lainatiliote, hitelszamlakivonat, grafic de rambursare, ссудный счет, график платежей, sao ke khoan vay, penyata pinjaman, rekening koran pinjaman,
  贷款对账单, 贷款还款明细, 貸款月結單, 住宅ローン返済予定表, 返済予定表, 대출거래내역, דף חשבון הלוואה, كشف حساب القرض
`;

/** What is left of a loan, over the column of its balances. */
export const LOAN_BALANCES = phrases`
  principal balance, loan balance, outstanding principal, principal outstanding, outstanding principal balance, remaining principal, unpaid principal balance, unpaid principal, mortgage balance,
  remaining loan balance, outstanding loan balance, restschuld, restkapital, darlehensstand, darlehenssaldo, restdarlehen,
  capital restant du, capital restant, solde restant du, capital pendiente, capital vivo, saldo de capital, saldo capital, capital pendiente de pago, deuda pendiente, saldo insoluto,
  debito residuo, capitale residuo, saldo devedor, capital em divida, restschuld lening, resterende hoofdsom, resterende schuld, kapital do splaty, saldo kapitalu, pozostaly kapital,
  zbyvajici jistina, zustatek jistiny, nesplacena jistina, restgaeld, restgeld, restgjeld, restlan, restskuld, kapitalskuld, lainaa jaljella, lainapaaoma, jaljella oleva paaoma,
  fennallo toke, toketartozas, sold ramas, principal ramas, sold credit, υπολοιπο κεφαλαιου, υπολοιπο δανειου, остаток долга, остаток основного долга, остаток ссудной задолженности,
  залишок боргу, kalan anapara, anapara bakiyesi, du no goc, du no con lai, sisa pokok, baki pinjaman, 剩余本金, 本金余额, 贷款余额, 貸款餘額, 融資残高, 借入残高, ローン残高, 대출잔액, 대출잔금, เงินต้นคงเหลือ,
  יתרת קרן, יתרת הלוואה, رصيد القرض, مانده تسهیلات, مانده وام
`;

/** The part of a payment that the loan falls by. */
export const PRINCIPAL = phrases`
  principal, principal paid, principal amount, principal applied, applied to principal, principal payment, to principal, principal portion,
  tilgung, tilgungsanteil, davon tilgung, capital amorti, capital rembourse, amortissement, capital, amortizacion, capital amortizado, abono a capital, quota capitale, capitale,
  amortizacao, capital amortizado, aflossing, kapital, rata kapitalowa, splata kapitalu, jistina, splatka jistiny, umor, afdrag, avdrag, amortering, lyhennys, toketorlesztes, toke,
  rata principal, principal rambursat, χρεολυσιο, κεφαλαιο, основной долг, погашение основного долга, основний борг, anapara, goc, tien goc, pokok, angsuran pokok, 本金, 归还本金, 元金, 원금, 원금상환액, เงินต้น, קרן, اصل وام
`;

/** The part of a payment that the loan costs, beside the one that it falls by. */
export const INTEREST = phrases`
  interest, interest charged, interest charge, interest paid, interest portion, finance charge, finance charges, zinsen, zinsanteil, davon zinsen, interets, dont interets, intereses, interessi,
  quota interessi, juros, rente, odsetki, urok, uroky, ranta, renta, renter, rentor, korko, kamat, dobanda, τοκοι, проценты, відсотки, faiz, lai, bunga, faedah, 利息, 利子, 이자, ดอกเบี้ย, ריבית, فائدة, سود
`;
