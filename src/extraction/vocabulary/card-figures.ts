import { phrases } from './phrases.ts';

/**
 * What the statements of cards call their balances: what was owed before, what is owed now. Where the words may as well
 * mean a part of it, such as an instalment that is due, they are not among these.
 */
export const OWED_BEFORE = phrases`
  previous monthly balance, previous amount due, previous total due, previous outstanding, previous dues, opening outstanding, last bill,
  letzter rechnungsbetrag, vorheriger saldo, saldo vormonat, saldo vorperiode, betrag letzte rechnung, saldo letzte rechnung,
  solde du releve precedent, montant du releve precedent, encours precedent, montant precedent,
  saldo estratto conto precedente, saldo estratto precedente, saldo mese precedente, debito precedente, importo precedente,
  deuda anterior, deuda del periodo anterior, saldo del estado anterior, saldo del extracto anterior, adeudo anterior,
  adeudo del periodo anterior, saldo adeudado anterior, saldo facturado anterior, total facturado anterior,
  total da fatura anterior, saldo da fatura anterior, saldo do extrato anterior, valor da fatura anterior, divida anterior,
  vorig openstaand saldo, vorige stand, saldo vorig overzicht, saldo vorige afrekening, vorige afrekening,
  saldo sidste opgorelse, skyldig fra forrige, forrige faktura, saldo forrige faktura, saldo fra forrige faktura,
  foregaende skuld, foregaende faktura, saldo foregaende faktura, skuld fran foregaende faktura, ingaende skuld,
  edellinen lasku, edellisen laskun saldo, edellinen velka, velka edelliselta laskulta,
  poprzednie zadluzenie, zadluzenie poprzednie, zadluzenie z poprzedniego okresu, zadluzenie z poprzedniego wyciagu,
  predchozi dluzna castka, predchozi dluh, dluzna castka z predchoziho vypisu, predchadzajuca dlzna suma,
  elozo tartozas, elozo idoszaki tartozas, elozo zaroegyenleg, datorie precedenta, sold datorat anterior,
  onceki donem borcu, bir onceki donem borcu, onceki ekstre borcu, bir onceki ekstre borcu, onceki borc, devreden borc,
  onceki hesap ozeti borcu, προηγουμενη οφειλη, υπολοιπο προηγουμενου λογαριασμου,
  предыдущая задолженность, задолженность на начало, задолженность на начало периода, попередня заборгованість,
  заборгованість на початок періоду, tagihan sebelumnya, tagihan bulan lalu, tagihan bulan sebelumnya, baki penyata terdahulu,
  du no dau ky, du no ky truoc, so du no ky truoc,
  上期账单金额, 上期应还款额, 上期应还金额, 上期应还款总额, 上期欠款, 上期應繳總額, 上期應繳金額, 上期帳單總額, 上期帳單金額, 上期結欠, 上月結欠,
  前回ご請求額, 前回請求額, 前回ご請求金額, 前月ご請求額, 지난달 청구금액, 전월 청구금액, 이전 청구금액, 전회 청구금액,
  ยอดค้างชำระครั้งก่อน, ยอดเรียกเก็บครั้งก่อน, ยอดคงค้างครั้งก่อน, ยอดยกมาจากครั้งก่อน, חוב קודם, المبلغ المستحق السابق, الرصيد المستحق السابق,
`;

export const OWED_NOW = phrases`
  total dues, new outstanding, total outstanding, closing outstanding, total new balance,
  rechnungsbetrag, rechnungssaldo, neuer rechnungssaldo, abrechnungssaldo, abrechnungsbetrag, saldo zu unseren gunsten,
  saldo zugunsten der bank, solde a payer, nouveau solde a payer, solde du releve, montant du releve, solde en notre faveur,
  saldo da pagare, saldo dovuto, totale estratto conto, saldo estratto conto, saldo a pagar, saldo total a pagar,
  deuda total, saldo deudor total, total facturado, monto total facturado, monto total facturado a pagar,
  pago para no generar intereses, saldo total al corte, total da fatura, total desta fatura, valor da fatura, saldo desta fatura,
  valor total da fatura, valor total desta fatura, total da sua fatura, saldo em divida, nieuw openstaand saldo,
  huidig openstaand saldo, nieuwe stand, saldo nieuw overzicht, ny skuld, utgaende skuld, total skuld, skuld totalt,
  ny gjeld, skyldig saldo, skyldig i alt, ny saldo at betale, uusi velka, laskun loppusumma, velka yhteensa,
  nowe zadluzenie, zadluzenie calkowite, calkowite zadluzenie, saldo zadluzenia, zadluzenie na koniec okresu,
  nova dluzna castka, celkova dluzna castka, nova dlzna suma, celkova dlzna suma, uj tartozas, teljes tartozas, zaro tartozas,
  sold nou, sold datorat, total datorat, donem borcu, donem borcunuz, yeni donem borcu, toplam donem borcu, hesap ozeti borcu,
  ekstre borcu, νεα οφειλη, συνολικη οφειλη, новая задолженность, общая задолженность, задолженность на конец,
  задолженность на конец периода, итоговая задолженность, нова заборгованість, загальна заборгованість,
  заборгованість на кінець періоду, tagihan baru, total tagihan, total tagihan baru, tagihan bulan ini, baki penyata,
  du no cuoi ky, tong du no, so du no cuoi ky,
  本期应还金额, 本期应还款额, 本期应还款总额, 本期账单金额, 本期應繳總額, 本期應繳金額, 本期帳單總額, 本期結欠, 月結單結欠, 結單結餘, 本期應還款總額,
  今回ご請求額, 今回請求額, 今回ご請求金額, 今回お支払い金額, 今回お支払金額, ご請求金額合計, 이번달 청구금액, 당월 청구금액, 이번달 결제하실 금액,
  ยอดรวมปัจจุบัน, ยอดเรียกเก็บครั้งนี้, ยอดรวมที่ต้องชำระ, ยอดชำระทั้งหมด, חוב נוכחי, الرصيد المستحق, الرصيد الجديد,
`;

/** What the holder may owe, and what is to be paid at least: no balances. */
export const LIMITS_AND_LEAST = phrases`
  arranged overdraft limit, minimalni splatka, minimalna splatka, minimalna splata, splata minimalna, kreditmaksimum, kreditgrans,
  kreditgrense, mindste betaling, minste belop a betale, lagsta belopp att betala, minimibelopp, vahimmaismaksu, minimimaksu,
  bestedingslimiet, minimaal te betalen, minimum te betalen, paiement minimum, montant minimum, limite de credit, limite de depense,
  plafond de la carte, mindestzahlung, mindestrate, kartenlimite, pago minimo, limite de compra, cupo total, cupo disponible,
  pagamento minimo, limite total, limite da carte, rata minima, importo minimo, limite di spesa, plata minima, limita de credit,
  minimum fizetendo, minimalis fizetendo osszeg, kart limiti, toplam limit, asgari odeme tutari, πιστωτικο οριο, ελαχιστη καταβολη,
  минимальный платеж, сумма минимального платежа, кредитный лимит, мінімальний платіж, кредитний ліміт,
  batas kredit, pembayaran minimum, had kredit, bayaran minimum, han muc tin dung, so tien thanh toan toi thieu,
  信用額度, 最低應繳金額, 最低应还款额, 最低還款額, 最低付款額, ご利用可能枠, ご利用枠, 最低お支払額, 최소결제금액, 이용한도, 총한도, 신용한도,
  ยอดชำระขั้นต่ำ, ยอดชำระขั้นตำ, วงเงินสินเชื่อ, الحد الائتماني, الحد الأدنى للدفع, מסגרת אשראי,
`;
