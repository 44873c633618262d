import { phrases } from './phrases.ts';

/** Labels of what identifies a statement. */
export type IdentityKind = 'account' | 'holder' | 'card';

export const IDENTITY: Record<IdentityKind, string[]> = {
  account: phrases`
    account number, account no, account num, a c no, a c number, acct no, acct number, account nr, account, iban, account id,
    your account number, primary account number, account ending in, account number ending in, acc no, acc number, account nbr,
    kontonummer, konto nr, kontonr, konto, kontonummer iban, numero de compte, n de compte, compte n, compte, no de compte, compte numero,
    numero de cuenta, n de cuenta, no de cuenta, cuenta, nro de cuenta, cuenta n, numero cuenta, no cuenta, clabe,
    numero conto, conto corrente n, conto n, n conto, conto, numero da conta, conta, conta corrente, n da conta, conta n,
    rekeningnummer, rekening, rekeningnr, nr rachunku, numer rachunku, rachunek, numer konta, cislo uctu, ucet, c uctu, cislo ucta,
    bankkonto, tilinumero, tili, szamlaszam, szamla, bankszamlaszam, cont, numar cont, nr cont, cont iban, αριθμος λογαριασμου, λογαριασμος,
    номер счета, счет, счёт, номер счёта, лицевой счет, рахунок, номер рахунку, hesap no, hesap numarasi, hesap, iban no,
    so tai khoan, tai khoan, nomor rekening, no rekening, nombor akaun, no akaun, no akaun anda,
    账号, 账户, 账户号码, 卡号, 客户账号, 帳號, 賬號, 户口号码, 戶口號碼, 帳戶號碼, 口座番号, 계좌번호, 계좌, เลขที่บัญชี, บัญชีเลขที่, رقم الحساب, الحساب,
    מספר חשבון, חשבון, खाता संख्या, खाता नंबर
  `,
  card: phrases`
    card number, card no, card ending in, kartennummer, karten nr, numero de carte, carte n, numero de tarjeta, tarjeta, no de tarjeta,
    numero carta, numero do cartao, cartao, kaartnummer, numer karty, cislo karty, kortnummer, kortnr, kortin numero, kartyaszam,
    номер карты, kart no, kart numarasi, カード番号, 카드번호, หมายเลขบัตร, رقم البطاقة
  `,
  holder: phrases`
    account holder, account name, account holder name, name, customer name, account title, holder, account owner, client name, customer,
    kontoinhaber, inhaber, kontobezeichnung, name des kontoinhabers, titulaire, titulaire du compte, nom, titular, titular de la cuenta, nombre,
    nombre del titular, cliente, intestatario, intestato a, titolare, nome, nome do cliente, nome do titular, rekeninghouder, naam, tenaamstelling, ten name van,
    wlasciciel, posiadacz, wlasciciel rachunku, posiadacz rachunku, majitel, majitel uctu, nazev uctu, kontohaver, kontoinnehaver, kontohavare, tilinomistaja, tilin omistaja,
    szamlatulajdonos, ugyfel, titular cont, client, δικαιουχος, владелец, владелец счета, клиент, фио, власник, hesap sahibi, musteri adi, ad soyad, musteri,
    chu tai khoan, ten khach hang, ten tai khoan, nama, nama pemegang akaun, nama nasabah, pemilik rekening,
    户名, 姓名, 客户姓名, 账户名称, 戶名, 客戶姓名, 口座名義, お名前, 예금주, 성명, 고객명, ชื่อบัญชี, ชื่อ, اسم الحساب, اسم العميل, שם הלקוח, שם החשבון, खाताधारक का नाम, नाम
  `,
};

/** Words in a bank's name that say that it is one. */
export const BANK_WORDS = phrases`
  bank, banque, banco, banca, bankasi, banka, banken, bankas, banc, sparkasse, volksbank, raiffeisenbank, kreissparkasse, landesbank, postbank,
  credit union, building society, caisse, caixa, caja, cassa, pankki, spaarbank, sparebank, sparbank, sparekasse, takarekpenztar, sporitelna,
  банк, сбербанк, bancorp, bankaccount, trust, τραπεζα, 银行, 銀行, 은행, ธนาคาร, بنك, مصرف, בנק, बैंक
`;

/** What only statements of credit cards say. */
export const CARD_WORDS = phrases`
  minimum payment, minimum payment due, minimum amount due, payment due date, credit card statement, credit card account, card statement, total minimum payment,
  credit card, new charges, statement of credit card, cash advance limit, credit card bill, cash advances, available credit limit,
  kreditkartenabrechnung, kreditkarte, mindestbetrag, kreditkartenkonto, kartenabrechnung, abrechnung ihrer kreditkarte, carte de credit, releve de carte, paiement minimum, releve de carte de credit,
  tarjeta de credito, pago minimo, fecha limite de pago, estado de cuenta de tarjeta, resumen de tarjeta, carta di credito, estratto conto carta, pagamento minimo, rata minima,
  cartao de credito, fatura, fatura do cartao, creditcard, creditcardoverzicht, karta kredytowa, wyciag z karty, wyciag z karty kredytowej, minimalna splata, kreditni karta, vypis z kreditni karty, minimalni splatka,
  kreditkort, kreditkortsfaktura, kredittkort, luottokortti, luottokorttilasku, hitelkartya, hitelkartya kivonat, card de credit, extras card de credit, suma minima, πιστωτικη καρτα, кредитная карта, минимальный платеж, выписка по кредитной карте, кредитна картка, кредитной карты,
  kredi karti, kredi karti ekstresi, hesap ekstresi, asgari odeme tutari, son odeme tarihi, the tin dung, sao ke the tin dung, kartu kredit, tagihan kartu kredit, pembayaran minimum, kad kredit, penyata kad kredit, bayaran minimum,
  信用卡, 信用卡账单, 最低还款额, 信用卡月结单, 信用卡帳單, 信用卡對賬單, 最低應繳金額, クレジットカード, ご利用明細書, カードご利用明細, カードご利用代金明細書, お支払日, 신용카드, 이용대금명세서, บัตรเครดิต, ใบแจ้งยอดบัตรเครดิต, ยอดชำระขั้นต่ำ, بطاقة ائتمان, بطاقة الائتمان, כרטיס אשראי, क्रेडिट कार्ड
`;
