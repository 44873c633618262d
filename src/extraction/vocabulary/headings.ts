import { DATE_HEADINGS } from './date-headings.ts';
import { FIGURE_HEADINGS } from './figure-headings.ts';
import { phrases } from './phrases.ts';

/**
 * What stands above the columns of a statement's table. Small letters, no accents needed: phrases and text are folded
 * alike before they are compared. Where one language's word has two meanings, the longer phrase wins.
 */
export type HeadingRole =
  | 'date'
  | 'postingDate'
  | 'transactionDate'
  | 'valueDate'
  | 'day'
  | 'month'
  | 'year'
  | 'time'
  | 'description'
  | 'reference'
  | 'type'
  | 'debit'
  | 'credit'
  | 'amount'
  | 'sign'
  | 'balance'
  | 'fee'
  | 'currency'
  | 'account'
  | 'foreign'
  | 'ignored';

export const HEADINGS: Record<HeadingRole, string[]> = {
  ...DATE_HEADINGS,
  description: phrases`
    основание, опис трансакције, сврха, сврха плаћања, цел на дознака, opis transakcije, svrha, svrha placanja, opis placanja, namjena, namen, namen placila,
    gavejas moketojas, gavejas, moketojas, paskirtis, mokejimo paskirtis, aprasymas, operacija, darijuma apraksts, apraksts, maksajuma merkis, sanemejs maksatajs, selgitus, saaja maksja,
    skyring, lysing, besonderhede, beskrywing, pershkrimi, гүйлгээний утга, დანიშნულება, აღწერა, նկարագրություն, شرح, təyinat,
    tiers, beneficiaire emetteur, beneficiaire donneur d ordre, emetteur, beneficiaire, beneficiario ordinante, ordinante, beneficiario ordenante, ordenante,
    favorecido, beneficiario, nombre, nome, protistrana, modpart, motpart, navn, mottaker, modtager, tegenrekening naam, partner neve, ellenoldal,
    beneficiar platitor, beneficiar, platitor, partener, αντισυμβαλλομενος, δικαιουχος, контрагент, получатель, получатель плательщик, одержувач, karsi taraf,
    alici, gonderen, alici gonderen, nama lawan transaksi, penerima, nama penerima, お相手, 相手先, 보낸분 받는분, 받는분, 보내는분, ผู้รับ ผู้โอน, ผู้รับ, المستفيد, שם המוטב,
    description, descriptions, transaction, details, detail, particulars, narration, narrative, transaction details,
    transaction description, description of transaction, activity, transactions, payment details, item, items,
    payment type and details, transaction particulars, remarks, remark, memo, merchant, merchant name, payee,
    counterparty, beneficiary, name, entry, description and reference, account activity, transaction information,
    merchant name or transaction description, date description, purpose, text, statement details,
    transaction detail,
    vorgang, buchungsinformation, vorgang buchungsinformation, buchungstext, verwendungszweck, erlauterung,
    buchungsdetails, buchung verwendungszweck, beschreibung, angaben zu den umsatzen, vorgange, bezeichnung, text details,
    auftraggeber, auftraggeber empfanger, empfanger, zahlungsempfanger, zahlungspflichtiger, avisierungstext,
    libelle, libelles, operation, operations, nature de l operation, nature des operations, designation, detail,
    libelle des operations, detail des operations, intitule, descriptif, transaction details libelle, motif,
    descripcion, concepto, detalle, movimiento, movimientos, descripcion de la operacion, observaciones, glosa,
    detalle de la operacion, referencia concepto, concepto referencia, establecimiento, comercio, operacion,
    descrizione, causale, descrizione operazione, descrizione delle operazioni, operazioni, dettaglio,
    descrizione causale,
    descricao, historico, lancamento, lancamentos, descritivo, movimentos, descricao do movimento, estabelecimento,
    omschrijving, naam omschrijving, mededelingen, naam, tegenpartij, beschrijving, transactie,
    opis, opis operacji, tytul, szczegoly, tytul operacji, rodzaj operacji opis, opis transakcji, nadawca odbiorca,
    popis, popis transakce, nazev, detaily, text, zprava pro prijemce, nazev protiuctu, popis operace, poznamka,
    specifikation, beskrivelse, beskrivning, transaktion, tekst, forklaring, meddelande, meddelelse, mottagare,
    selite, saaja maksaja, selitys, viesti, saaja, leiras, megnevezes, kozlemeny, tranzakcio, descriere, detalii,
    explicatii, detalii tranzactie, περιγραφη, αιτιολογια, описание, назначение, назначение платежа, содержание,
    деталі операції, деталі, опис, опис операції, призначення платежу, призначення, операція, зміст операції,
    наименование, описание операции, операция, aciklama, aciklamalar, islem, islem aciklamasi, dien giai, noi dung,
    mo ta, keterangan, uraian, uraian transaksi, rincian transaksi, butiran, butir, urus niaga, penerangan,
    摘要, 交易摘要, 说明, 交易说明, 用途, 备注, 附言, 对手信息, 对方户名, 对方账户, 对方信息, 交易对手, 對方戶名,
    說明, 備註, 詳情, 交易詳情, 项目, 商户, 商户名称, 交易地点, 内容, お取引内容, 取引内容, ご利用店名, 利用店名,
    ご利用先, 適用, お取扱内容, 記事, 적요, 내용, 거래내용, 가맹점, 가맹점명, 기재내용, 거래처, 의뢰인 수취인, 비고,
    รายการ, รายละเอียด, คำอธิบาย, البيان, التفاصيل, الوصف, وصف, تفاصيل, תיאור, פרטים, תיאור הפעולה, תיאור פעולה, תיאור התנועה, תאור, תאור הפעולה, סוג פעולה, סוג הפעולה, סוג תנועה, פעולה,
    הפעולה, פרטי הפעולה, מהות הפעולה, שם בית עסק, שם בית העסק, בית עסק, פירוט,
    الشرح, شرح, شرح عملیات, شرح تراکنش, بيان العملية, بيان الحركة, وصف العملية, تفاصيل العملية, تفاصيل الحركة, طبيعة العملية, العملية, ملاحظات,
    تفصیل, تفصیلات, توضیحات, विवरण,
    zahlungspflichtige r, zahlungspflichtiger, zahlungsempfanger in, begunstigter, begunstigter zahlungspflichtiger, begunstigter auftraggeber, partnername, name zahlungsbeteiligter,
    avsandare, namn, rubrik, otsikko, nimi, maksaja, saajan nimi, odbiorca, odbiorca zleceniodawca, dane kontrahenta, kontrahent,
    tegenrekeninghouder, naam tegenpartij, partner elnevezese, komitent, 交易对方, 商品, 商品说明,
    transaction remarks, nazev popis, posteringstekst, tapahtuma, buchungsinformationen, συναλλαγη,
    tranzakcio leirasa, deskripsi, содержание операции, 交易內容, 進支詳情,
  `,
  reference: phrases`
    αναφορα, αρ αναφορας, n rif, nr rif, お取引番号, 取引番号, 照会番号, 거래번호, 승인번호, referencje, nr referencyjny, referinta, nr referinta, референс, номер операции,
    hivatkozas, bizonylatszam, n de documento, no de referencia, numero de referencia, n de reference, no referensi, nomor referensi, ma giao dich, so tham chieu,
    參考編號, 交易編號, 備查號碼, islem no, referans no, หมายเลขอ้างอิง, رقم المرجع, المرجع, رقم العملية, رقم الحركة, رقم القيد, رقم الشيك, אסמכתא, מספר אסמכתא, מס אסמכתא, שיק,
    شماره سند, شماره پیگیری, شماره چک, حوالہ نمبر, چیک نمبر,
    number, reference, ref, ref no, reference no, reference number, ref number, transaction id, txn id, trace no,
    cheque no, chq no, cheque number, check no, check number, chq ref no, cheque ref no, ref cheque no, check,
    chq ref number, cheque, chq, instrument no, utr, utr no, serial no, voucher, doc no, document no, instrument,
    支票号, 支票號碼, cislo seku, checknr, checknummer, chequenummer, shekin numero, scheck nr, schecknummer, αρ επιταγης, csekkszam, no cek,
    n assegno, 小切手番号, 수표번호, nr czeku, n do cheque, n o do cheque, nr cec, номер чека, no de cheque, เลขที่เช็ค, cek no,
    ref no cheque no, reference cheque no, ref no chq no, cheque no reference no, confirmation,
    transaction reference, receipt no, receipt number, comprob, nro comprob,
    referenz, beleg, beleg nr, belegnr, referenznummer, primanota, pn nr, pnnr, auftragsnummer,
    reference operation, n operation, n piece, numero de piece, n de cheque, referencia, folio, comprobante,
    num doc, n doc, documento, nro doc, no documento, numero de documento, nro comprobante, docto, doc,
    n documento,
    num operacion, riferimento, num ref, kenmerk, referentie, numer referencyjny, nr ref, numer, cislo transakce,
    variabilni symbol, vs, viite, viitenumero, arkistointitunnus, referens, referanse, verifikation, bilag, fis no,
    referans, dekont no, номер документа, документ, № документа, so ct, so but toan, so chung tu, no ref,
    tranzakcio azonosito, 交易单号, 交易订单号, 商户单号, 商家订单号, 流水号, 交易流水号, 凭证号, 参考号, 交易编号, 参考編號, 참조번호, เลขที่เช็ค, เลขที่อ้างอิง, المرجع, رقم المرجع, אסמכתא,
  `,
  type: phrases`
    type, transaction type, txn type, payment type, tran type, trans type, code, tran code, category,
    art, umsatzart, buchungsart, nature, type d operation, tipo, tipo de movimiento, tipo operacion, soort,
    mutatiesoort,
    code, rodzaj, typ, typ transakce, rodzaj operacji, typ operacji, laji, tapahtumalaji, тип, тип операции,
    вид операции, islem tipi, tyyppi, ειδος, tipus, jenis, tip, tipo de operacion,
    交易类型, 交易方式, 类型, 交易種類, 種別, 取引区分, 구분, 거래구분, ประเภท, ช่องทาง, notes tags, method, payment method,
    نوع العملية, نوع الحركة,
    channel, kanal, canal, 渠道, 交易渠道, forma de pago, zahlungsart,
  `,
  ...FIGURE_HEADINGS,
  sign: phrases`
    sens, d k, d a, t j, χ π, д к, v h, zu ab,
    dr cr, cr dr, d c, c d, debit or credit, db cr, cr db, s h, soll haben kennzeichen, sh, sign, dc, drcr, crdr,
    d h, h s, kennzeichen, segno, signo, signe, vorzeichen,
    тип дк, b a, wn ma, md d, 借贷, 借贷标志, 收支, 收支类型, 借/贷, 收/支, 借貸, c/d, s/h, d/c,
  `,
  fee: phrases`
    palkkio, palkkiot, προμηθεια, προμηθειες, spese, ucret,
    fee, fees, charge, commission, service fee, service charge, gebuhr, gebuhren, entgelt, spesen, frais,
    commissions,
    comision, comisiones, comissao, comissoes, commissioni, commissione, tarifa, kosten, oplata, prowizja, poplatek, poplatky, avgift,
    gebyr, palvelumaksu,
    dij, jutalek, comision bancar, комиссия, сумма комиссии, комісія, сума комісії, сума комісій, сумма комиссий, masraf, komisyon, phi, biaya, 手续费, 手續費, 手数料, 수수료, ค่าธรรมเนียม, رسوم,
    עמלה,
  `,
  currency: phrases`
    account currency, currency of account, monnaie du compte, devise du compte, kontowahrung, divisa de la cuenta,
    moneda de la cuenta, moeda da conta, valuta conto, valuta del conto, rekeningvaluta,
    currency, ccy, curr, cur, wahrung, whg, devise, moneda, divisa, valuta, moeda, munteenheid, waluta, mena,
    valuutta,
    penznem, devizanem, deviza, νομισμα, валюта, doviz, para birimi, loai tien, mata uang, 币种, 货币, 幣別, 貨幣, 通貨, 통화, สกุลเงิน,
    العملة, عملة, מטבע, ارز, کرنسی,
  `,
  foreign: phrases`
    escrow, escrow paid, escrow amount, to escrow, impound,
    foreign currency, foreign amount, original amount, foreign currency amount, amount in foreign currency,
    original currency, local amount,
    transaction currency amount, fx amount, amount in original currency, exchange rate, rate, fx rate,
    conversion rate, purchase amount,
    fremdwahrung, betrag in fremdwahrung, originalbetrag, kurs, umrechnungskurs, devisenkurs, wechselkurs, cours,
    taux, montant en devise, montant devise,
    importe original, importe en divisa, tipo de cambio, moneda extranjera, importo in valuta, cambio, valor us,
    cotacao, kwota oryginalna, kwota w walucie,
    kurs przeliczenia, puvodni castka, castka v puvodni mene, utlandsk belop, valutabelopp, utlandskt belopp,
    valutakurs, сумма в валюте, сумма в валюте операции, сума в валюті операції, сума у валюті операції, курс, doviz tutari, kur,
    交易货币金额, 汇率, 外币金额, 現地通貨額, 換算レート, 原始金额, 交易地金额, 현지금액, 환율, original amt, amount in original currency, סכום עסקה, סכום העסקה, סכום מקורי,
  `,
  account: phrases`
    account, account #, acct #, account number, account no, a c no, account nr, acct no, numero de cuenta, numero da conta, cislo ucta, bankszamlaszam, konto, kontonummer, konto nr, kontonr, iban, compte, numero de compte, n de compte, cuenta, n de cuenta,
    conto, numero conto, conta, n conta, rekening, rekeningnummer, rachunek, nr rachunku, numer rachunku, ucet, cislo uctu, tili, tilinumero, bankkonto,
    szamla, szamlaszam, cont, numar cont, nr cont, λογαριασμος, αριθμος λογαριασμου, номер счёта, hesap numarasi, счет, счёт, номер счета, рахунок, номер рахунку, hesap, hesap no, so tai khoan, tai khoan, nomor rekening, no rekening,
    no akaun, akaun, 账号, 账户, 帳號, 賬號, 户口, 戶口, 口座, 口座番号, 帳戶號碼, 賬戶號碼, 账户号码, 帳戶, 賬戶, 계좌, 계좌번호, บัญชี, เลขที่บัญชี, الحساب, رقم الحساب, חשבון, מספר חשבון,
  `,
  ignored: phrases`
    ag origem, lote, origem, agencia, ag, sucursal, branch, branch code, cbg, init br, orig branch,
    n, no, nr, sr no, s no, sl no, srl no, sno, #, serial, index, line, lfd nr, pos, pos nr, item no, lp, l p, c,
    item number,
    branch, branch code, branch name, sol id, filiale, agence, sucursal, oficina, filiale, agencia, balcao,
    pobocka, oddzial, points, reward points, miles,
    序号, 网点, 网点号, 营业网点, 取扱店, 店番, 店舗, 거래점, 취급점, 취급지점, สาขา, الفرع, סניף, شعبه, کد شعبه, ردیف, مسلسل, التاريخ الهجري, تاريخ هجري, هجري, teller, status, card, card no, card number,
    karte, carte, tarjeta,
    cashback, cash back, кэшбэк, сумма кэшбэка, кешбек, сума кешбеку, bonus points,
    tags, mcc, transaction status, vat, tax, tva, iva, gst, quantity, qty, 卡号, 对方账号,
  `,
};
