import { phrases } from './phrases.ts';

/** Labels of what identifies a statement. */
/** A `name` label is a common word, so its value must follow a colon or stand apart. */
export type IdentityKind = 'account' | 'holder' | 'name' | 'card';

export const IDENTITY: Record<IdentityKind, string[]> = {
  account: phrases`
    savings account, current account, checking account, savings, sparkonto, tagesgeldkonto, girokonto, livret, compte epargne, spaarrekening,
    opsparingskonto, saastotili, kayttotili, sporici ucet, sparekonto, vadeli hesap, 储蓄账户, 儲蓄帳戶, 普通預金, 貯蓄預金, 저축예금, บัญชีออมทรัพย์,
    account number, account no, account num, a c no, a c number, acct no, acct number, account nr, account, iban, account id,
    your account number, primary account number, account ending in, account number ending in, loan number, loan account number, merchant account id, acc no, acc number, account nbr,
    kontonummer, konto nr, kontonr, konto, kontonummer iban, numero de compte, numero compte, n de compte, compte n, compte, no de compte, compte numero,
    numero de cuenta, n de cuenta, no de cuenta, cuenta, nro de cuenta, cuenta n, numero cuenta, no cuenta, clabe,
    numero conto, conto corrente n, conto n, n conto, conto, numero da conta, conta, conta corrente, agencia conta, agencia e conta, n da conta, conta n,
    rekeningnummer, rekening, rekeningnr, nr rachunku, numer rachunku, rachunek, numer konta, cislo uctu, ucet, c uctu, cislo ucta,
    bankkonto, tilinumero, tili, szamlaszam, szamla, bankszamlaszam, cont, numar cont, nr cont, cont iban, αριθμος λογαριασμου, λογαριασμος,
    номер счета, счет, счёт, номер счёта, лицевой счет, рахунок, номер рахунку, hesap no, hesap numarasi, hesap, iban no,
    so tai khoan, tai khoan, nomor rekening, no rekening, nombor akaun, no akaun, no akaun anda,
    账号, 账户, 账户号码, 卡号, 客户账号, 帳號, 賬號, 户口号码, 戶口號碼, 帳戶號碼, 口座番号, 계좌번호, 계좌, เลขที่บัญชี, บัญชีเลขที่, رقم الحساب, الحساب,
    رقم الآيبان, الآيبان, رقم الايبان, رقم الحساب الدولي, מספר חשבון, מספר החשבון, מס חשבון, חשבון מספר, חשבון, תנועות בחשבון,
    شماره حساب, شماره سپرده, شماره شبا, اکاؤنٹ نمبر, کھاتہ نمبر, खाता संख्या, खाता नंबर,
    racun, broj racuna, tekuci racun, рачун, број рачуна, сметка, номер на сметка, трансакциска сметка, trr, stevilka racuna,
    saskaita, saskaitos nr, saskaitos numeris, konts, konta numurs, konto number, reikningur, reikningsnumer, rekeningnommer
  `,
  card: phrases`
    card number, card no, card ending in, kartennummer, karten nr, numero de carte, carte n, numero de tarjeta, tarjeta, no de tarjeta,
    numero carta, numero do cartao, cartao, kaartnummer, numer karty, cislo karty, kortnummer, kortnr, kortin numero, kartyaszam,
    номер карты, kart no, kart numarasi, カード番号, 카드번호, หมายเลขบัตร, رقم البطاقة, מספר כרטיס, כרטיס מספר, לכרטיס המסתיים ב, כרטיס המסתיים ב, شماره کارت, کارڈ نمبر
  `,
  holder: phrases`
    account holder, account name, account holder name, account holders, customer name, account title, account owner,
    client name, name of account holder, in the name of, your details, cardholder, card holder, cardholder name,
    kontoinhaber, inhaber, name des kontoinhabers, kontoinhaberin, karteninhaber, titulaire, titulaire du compte,
    titulaires, nom du titulaire, intitule du compte, titular, titular de la cuenta, nombre del titular,
    nombre del cliente, intestatario, intestato a, intestazione, titolare, nome do cliente, nome do titular,
    rekeninghouder, tenaamstelling, ten name van, wlasciciel, posiadacz, wlasciciel rachunku, posiadacz rachunku,
    majitel, majitel uctu, nazev uctu, majitel ucta, kontohaver, kontoinnehaver, kontohavare, tilinomistaja,
    tilin omistaja, szamlatulajdonos, titular cont, titularul contului, titular de cont, δικαιουχος, δικαιουχοι,
    владелец, владелец счета, владелец счёта, фио, власник, власник рахунку, hesap sahibi, musteri adi, ad soyad,
    adi soyadi, unvan, chu tai khoan, ten khach hang, ten tai khoan, nama pemegang akaun, nama nasabah,
    nama pelanggan, pemilik rekening,
    户名, 客户姓名, 账户名称, 戶名, 客戶姓名, 帳戶名稱, 口座名義, お名前, 예금주, 성명, 고객명, ชื่อบัญชี, اسم الحساب, اسم العميل, שם הלקוח,
    שם החשבון, שם בעל החשבון, בעל החשבון, שם לקוח, صاحب الحساب, اسم صاحب الحساب, نام صاحب حساب, صاحب حساب, نام مشتری, اکاؤنٹ ہولڈر, खाताधारक, खाता धारक,
  `,
  name: phrases`
    name, holder, client, customer, nom, nombre, cliente, nome, naam, ugyfel, клиент, musteri, nama, 姓名, ชื่อ, navn,
    namn, jmeno, nazwa, imie i nazwisko, nev, nume, nimi, ονομα, kunde, klient, kontobezeichnung, клієнт, pelanggan,
    الاسم, שם, نام,
  `,
};

/** What accounts are called, before the last digits of their numbers. */
export const ACCOUNT_NAMES = phrases`
  account, checking, savings, current account, money market, konto, girokonto, tagesgeld, compte, livret, cuenta, conto, conta, rekening
`;

/** Words in a bank's name that say that it is one. */
export const BANK_WORDS = phrases`
  bank, banque, banco, banca, bankasi, banka, banken, bankas, banc, sparkasse, volksbank, raiffeisenbank, kreissparkasse, landesbank, postbank,
  credit union, building society, caisse, caixa, caja, cassa, pankki, spaarbank, sparebank, sparbank, sparekasse, takarekpenztar, sporitelna,
  банк, сбербанк, bancorp, τραπεζα, savings bank, federal credit union, trust company, kasa oszczednosci, 银行, 銀行, 은행, ธนาคาร, بنك, البنك, مصرف, בנק, بانک, بینک, बैंक
`;

/** What only statements of credit cards say. */
export const CARD_WORDS = phrases`
  minimum payment, minimum payment due, minimum amount due, payment due date, credit card statement, credit card account, card statement, total minimum payment,
  credit card, new charges, statement of credit card, cash advance limit, credit card bill, cash advances, available credit limit,
  credit limit, available credit, platinum card, gold card, rewards card, cashback card, cash back card, charge card, travel card,
  visa platinum, visa gold, visa infinite, visa signature, world elite, world mastercard, platinum mastercard, gold mastercard,
  kreditkartenabrechnung, kreditkarte, mindestbetrag, kreditkartenkonto, kartenabrechnung, abrechnung ihrer kreditkarte, carte de credit, releve de carte, paiement minimum, releve de carte de credit,
  tarjeta de credito, extracto de tarjeta, extracto tarjeta, liquidacion de tarjeta, movimientos de tarjeta, extrato do cartao, extrato de cartao, pago minimo, fecha limite de pago, estado de cuenta de tarjeta, resumen de tarjeta, carta di credito, estratto conto carta, pagamento minimo, rata minima,
  cartao de credito, fatura, fatura do cartao, creditcard, creditcardoverzicht, karta kredytowa, wyciag z karty, wyciag z karty kredytowej, minimalna splata, kreditni karta, vypis z kreditni karty, minimalni splatka,
  kreditkort, kreditkortsfaktura, kortfaktura, lagsta belopp att betala, minsta belopp att betala, laveste belob at betale,
  minstebelop, lasku luottokortti, vahimmaismaksu, kartenabrechnung, kreditkartenabrechnung, releve de carte, estado de cuenta tarjeta,
  fatura do cartao, kredittkort, luottokortti, luottokorttilasku, hitelkartya, hitelkartya kivonat, card de credit, extras card de credit, suma minima, πιστωτικη καρτα, кредитная карта, минимальный платеж, выписка по кредитной карте, кредитна картка, кредитной карты,
  kredi karti, kredi karti ekstresi, asgari odeme tutari, son odeme tarihi, the tin dung, sao ke the tin dung, kartu kredit, tagihan kartu kredit, pembayaran minimum, kad kredit, penyata kad kredit, bayaran minimum,
  信用卡, 信用卡账单, 最低还款额, 信用卡月结单, 信用卡帳單, 信用卡對賬單, 最低應繳金額, クレジットカード, ご利用明細書, カードご利用明細, カードご利用代金明細書, お支払日, 신용카드, 이용대금명세서, บัตรเครดิต, ใบแจ้งยอดบัตรเครดิต, ยอดชำระขั้นต่ำ, بطاقة ائتمان, بطاقة الائتمان, כרטיס אשראי, क्रेडिट कार्ड
`;

/** What only a card's statement asks for, wherever it does. */
export const CARD_DUE_WORDS = phrases`
  minimum payment, minimum payment due, minimum amount due, total minimum payment, mindestbetrag, paiement minimum, pago minimo, pagamento minimo, rata minima,
  minimalna splata, minimalni splatka, suma minima, минимальный платеж, asgari odeme tutari, pembayaran minimum, bayaran minimum,
  最低还款额, 最低應繳金額, ยอดชำระขั้นต่ำ
`;

/** Words of the titles, greetings and labels at the head of a statement. What begins with one of them is no name. */
export const TITLE_WORDS = phrases`
  statement, statements, e-statement, estatement, account, accounts, summary, activity, transaction, transactions, history,
  your, my, the, welcome, hello, dear, hi, page, date, period, details, overview, report, passbook, payments, personal,
  current, checking, savings account, digital, deposit, monthly, combined, consolidated, copy, duplicate, specimen, credit card,
  original, confidential, important, important information, information, contact, tel, phone, call, customer, balance, total,
  kontoauszug, auszug, kontoauszuge, kontoubersicht, umsatze, umsatzubersicht, umsatzanzeige, finanzstatus, rechnungsabschluss,
  abrechnung, kreditkartenabrechnung, umsatzaufstellung, girokonto, konto, ihr, ihre, seite, datum, kontostand,
  releve, extrait, votre, vos, compte, comptes, operations, mouvements, carte, situation,
  extracto, estado, cuenta, cuentas, movimientos, resumen, tarjeta, su, tu, detalle,
  extrato, fatura, conta, resumo, movimentacao, cartao, estratto, conto, lista, movimenti, rendiconto, carta,
  rekeningafschrift, rekeningoverzicht, afschrift, rekening, creditcardoverzicht, uw, overzicht,
  wyciag, historia, rachunku, zestawienie, operacji, vypis, uctu, pohyby, ucet, kontoudskrift, kontoudtog,
  kortopgorelse, kontoutdrag, kontobesked, kontoutskrift, kortfaktura, tiliote, luottokorttilasku, korttitapahtumat,
  szamlakivonat, bankszamlakivonat, hitelkartya, kivonat, extras, cont, card de credit, κινηση, κινησεις, αντιγραφο, λογαριασμος, λογαριασμου,
  выписка, счет, счету, выписки, виписка, hesap, ekstre, ekstresi, ozeti, hareketleri, kredi, sao ke, tai khoan,
  rekening koran, laporan, mutasi, tagihan, penyata, akaun,
  كشف, תדפיס, פירוט, דף, חשבון, תנועות, صورتحساب, صورت حساب, اکاؤنٹ, اسٹیٹمنٹ,
`;

/** What stands over addresses and beside labels and is nobody's name. */
export const NO_NAMES = phrases`
  branch, office, head office, registered office, agency, department, service, services, customer service, customer care,
  contact, contact us, support, help, address, mailing address, telephone, phone, fax, po box, p o box, postfach, number, id,
  no, type, currency, details, information, statement, balance, summary, sort code, bic, swift, iban, ifsc, email, website,
  filiale, geschaftsstelle, kundenservice, kundenbetreuung, hauptsitz, hauptverwaltung, anschrift, adresse, agence, siege social,
  service client, votre agence, votre conseiller, sucursal, oficina, direccion, servicio, filial, sede, endereco, agencia,
  indirizzo, kantoor, klantenservice, adres, oddzial, centrala, infolinia, pobocka, kundtjanst, kontor, konttori, fiok, ugyfelszolgalat,
  dear customer, gentile cliente, egregio cliente, estimado cliente, estimada cliente, cher client, chere cliente, prezado cliente,
  sehr geehrte, sucursala, καταστημα, филиал, отделение, адрес, sube, adres, cabang, cawangan, alamat, 地址, 分行, 支行, 支店, 住所, 주소, 지점, สาขา, ที่อยู่,
`;

/** How letters address a person. */
export const HONORIFICS = phrases`
  mr, mrs, ms, miss, mx, dr, prof, sir, mr and mrs, herr, herrn, frau, familie, m, mme, mlle, monsieur, madame, mademoiselle,
  sr, sra, srta, d, dna, don, dona, sig, sig ra, signor, signora, sig na, dhr, mevr, mw, heer, mevrouw, pan, pani, hr, fr, fru,
  smt, shri, sri, kumari, bapak, ibu, tn, ny, encik, puan, cik, bay, bayan, นาย, นาง, นางสาว, г-н, г-жа
`;

/** What the names of companies end in. */
export const LEGAL_FORMS = phrases`
  ltd, limited, plc, llp, llc, inc, corp, co, company, pvt ltd, private limited, pte ltd, pty ltd, sdn bhd, gmbh, ag, kg, ohg, ug, e k, gbr, se,
  sarl, sas, sa, sci, eurl, sl, s l, sau, s a, ltda, s a de c v, srl, s r l, spa, s p a, snc, bv, nv, b v, vof, sp z o o, s r o, a s, aps, ab, oy, oyj, as, kft, zrt, bt,
  ae, επε, ооо, оао, зао, ao, тов, a s, ltd sti, pt, cv, 有限公司, 株式会社, 주식회사, บจก
`;
