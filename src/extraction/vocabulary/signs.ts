import { phrases } from './phrases.ts';

/**
 * Words beside an amount, or in a column of their own, that say on which side of the account it is. `credit` is money
 * in. Folded like all vocabulary.
 */
export const SIGN_WORDS: Record<'credit' | 'debit', string[]> = {
  credit: phrases`
    cr, credit, c, h, haben, gutschrift, crediteur, credito, abono, avere, bij, kredit, kredyt, uznanie, ma, inn,
    ind,
    in, deposit, kredi, alacak, a, кт, к, j, кредит, приход, k, πιστωση, π, jovairas, creditare, co, masuk, received,
    money in, paid in, incoming, haber,
    收入, 贷, 貸, 贷方, 貸方, 存, 存入, 入金, 入, 收, 입금, 입, ฝาก, เครดิต, دائن, إيداع, זכות, ז, بستانکار, بس, जमा, insattning, entrada, entrata,
    entree,
    dal, 預り, お預り,
  `,
  debit: phrases`
    dr, debit, d, md, s, soll, lastschrift, belastung, debiteur, debito, cargo, dare, af, debet, obciazenie, wn, ut,
    ud, db,
    out, withdrawal, od, borc, b, дт, д, t, дебет, расход, χρεωση, χ, terheles, debitare, no, keluar, spent, money out,
    paid out, outgoing, debe, o d, overdrawn,
    支出, 借, 借方, 付, 取, 支取, 出金, 出, 支, 출금, 출, ถอน, เดบิต, مدين, سحب, חובה, ח, بدهکار, بد, निकासी, uttag, salida, saida, uscita,
    sortie,
    ma dati, 支払, お支払,
  `,
};

/** Beginnings and words of a description that tell the direction where nothing else does. */
export const NARRATIVE_WORDS: Record<'credit' | 'debit', string[]> = {
  credit: phrases`
    received from, receive from, payment received, refund, cashback, cash back, salary, payroll, deposit,
    interest credit, interest earned, interest paid, int paid, int pd, by transfer, neft cr, upi cr, imps cr, rtgs cr, credit, transfer from, reversal, inward, incoming, dividend,
    money added, top up, payment thank you, thank you, autopay, automatic payment, credited, cash deposit,
    received, payment from, credit adjustment, statement credit,
    gutschrift, gehalt, lohn, zahlungseingang, uberweisungsgutschrift, erstattung, eingang, ruckerstattung,
    gutschr, bezuge, einzahlung, virement recu, vir recu, remboursement, salaire, versement, remise de cheque,
    avoir, virement de, abono, nomina, ingreso, devolucion, transferencia recibida, deposito, sueldo, reembolso,
    pago recibido, su pago, accredito, stipendio, bonifico a vostro favore, rimborso, versamento,
    bonifico ricevuto, salario, credito, recebimento, pix recebido, transferencia recebida, estorno,
    pagamento recebido, ordenado, devolucao,
    salaris, bijschrijving, ontvangen, terugbetaling, storting, loon, wplata, wynagrodzenie, przelew przychodzacy,
    zwrot, uznanie, prichozi platba, prichozi uhrada, mzda, vklad, vraceni, pripis, lon, insattning, innbetaling,
    indbetaling, loenn, aterbetalning, refusjon, overforsel fra, palkka, pano, hyvitys, palautus, jovairas,
    fizetes, befizetes, visszaterites, incasare, salariu, alimentare, rambursare, μισθοδοσια, καταθεση, επιστροφη,
    зачисление, зарплата, поступление, возврат, пополнение, перевод от, зарахування, повернення, maas, gelen, iade,
    para yatirma, yatan, nhan tien, luong, hoan tien, gaji, terima, setoran, bayaran balik, pengembalian,
    工资, 转入, 存入, 收款, 退款, 利息, 入账, 汇入, 赎回, 薪资, 薪金, 返现, 转账收入, 給与, 振込入金, 入金, 利息, 返金, お利息, 급여, 입금, 환급, 환불, 이자, เงินเดือน,
    ฝาก, รับโอน, โอนเงินเข้า, โอนเข้า, ดอกเบี้ย, คืนเงิน, راتب, إيداع, تحويل وارد, استرداد, משכורת, זיכוי, הפקדה, واریز, वेतन, जमा,
  `,
  debit: phrases`
    upi dr, neft dr, imps dr, rtgs dr, to transfer, ach d, paid to, sent to, transfer to, payment to, purchase, withdrawal, fee, direct debit, atm, pos, card payment,
    standing order, cheque, check, bill payment, charge, outward, cash withdrawal, debit, paid, recharge,
    card purchase, rent, service charge, money sent, subscription, outgoing, interest charge, interest charged,
    cash advance, annual fee, late fee,
    lastschrift, kartenzahlung, uberweisung an, dauerauftrag, abhebung, auszahlung, bargeldauszahlung, entgelt,
    miete, einkauf, kauf, lastschr, gebuhr, barauszahlung, prelevement, prlv, paiement, paiement par carte,
    retrait, achat, virement emis, frais, cotisation, carte, loyer, virement a, cheque emis, compra, retiro, pago,
    recibo, cargo, comision, adeudo, transferencia emitida, disposicion, reintegro, pagamento, addebito, prelievo,
    acquisto, commissione, canone, bonifico disposto, saque, tarifa, pix enviado, transferencia enviada, debito,
    levantamento, comissao,
    betaling, afschrijving, incasso, geldopname, opname, betaalautomaat, aankoop, kosten, zakup, platnosc, wyplata,
    oplata, przelew wychodzacy, obciazenie, prowizja, platba kartou, odchozi, vyber, poplatek, inkaso,
    trvaly prikaz, nakup, kortkop, kob, kjop, varekjop, uttag, haevet, udbetaling, avgift, gebyr, autogiro,
    kortbetaling, overforing til, varekob, korttiosto, osto, nosto, otto, palvelumaksu, vasarlas, keszpenzfelvetel,
    dij, terheles, jutalek, plata, retragere, cumparare, comision, αγορα, αναληψη, πληρωμη, προμηθεια, оплата,
    покупка, списание, снятие, комиссия, перевод на, выдача, купівля, комісія, harcama, odeme, para cekme, giden,
    cekilen, masraf, alisveris, rut tien, thanh toan, chuyen tien, phi, pembelian, pembayaran, tarik, penarikan,
    biaya, bayaran, pengeluaran,
    消费, 支付, 转出, 取款, 付款, 手续费, 扣款, 代扣, 缴费, 提现, 申购, 消費, 提款, 扣帳, 出金, 引落, 引出, 振込手数料, 支払, カード, 手数料, 口座振替, 출금, 결제, 이체,
    수수료, 자동이체, 체크카드, ถอน, โอนเงินออก, โอนไป, โอนออก, ชำระ, ค่าธรรมเนียม, ซื้อ, จ่าย, سحب, شراء, رسوم, دفع, خصم, משיכה, חיוב, עמלה,
    קניה, הוראת קבע, خرید, برداشت, کارمزد, निकासी, भुगतान,
  `,
};

/** How the bank of a card books what is paid to it, and no bank books what its account pays. */
export const CARD_PAYMENTS = phrases`
  payment thank you, payment received, payment mobile thank you, thank you for your payment, autopay thank you, autopay payment thank you,
  zahlung erhalten, zahlung dankend erhalten, paiement recu, paiement merci, pago recibido, gracias por su pago, pagamento ricevuto, pagamento recebido,
  betaling ontvangen, maksu vastaanotettu, betalning mottagen, betaling modtaget, innbetaling mottatt, odeme icin tesekkurler, pembayaran diterima,
  bayaran diterima
`;
