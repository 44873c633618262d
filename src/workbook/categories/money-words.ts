import type { CategoryWords } from './category-rules.ts';

/** What happens between a person, a bank, an employer and the state, in the languages that statements are read in. */
export const MONEY_WORDS: readonly CategoryWords[] = [
  ['Salary and wages', 'salary, payroll, wages, salary payment, wage payment', 'in'],
  ['Salary and wages', 'gehalt, lohn, lohn gehalt, bezüge, besoldung', 'in'],
  ['Salary and wages', 'salaire, virement salaire, paie', 'in'],
  ['Salary and wages', 'nómina, sueldo, salario, abono nómina, stipendio, emolumenti, ordenado, vencimento', 'in'],
  ['Salary and wages', 'salaris, loon, lön, lønn, palkka, wynagrodzenie, mzda, výplata, fizetés, munkabér', 'in'],
  ['Salary and wages', 'maaş, maaş ödemesi, μισθοδοσία, зарплата, заработная плата, gaji, salariu', 'in'],
  ['Salary and wages', '給与, 給料, 賞与, 工资, 薪資, 급여, 월급, เงินเดือน', 'in'],

  ['Pensions and benefits', 'pension, state pension, child benefit, universal credit, unemployment benefit', 'in'],
  ['Pensions and benefits', 'rente, rentenversicherung, kindergeld, arbeitslosengeld, elterngeld, retraite', 'in'],
  ['Pensions and benefits', 'allocations familiales, pensione, pensioen, emerytura, 年金, 연금', 'in'],

  ['Interest received', 'interest, interest paid, credit interest, gross interest, interest earned', 'in'],
  ['Interest received', 'zinsen, habenzinsen, intérêts, intereses, interessi, juros, ränta, odsetki, úroky', 'in'],
  ['Interest received', 'korot, kamat, faiz, τόκοι, проценты, bunga, dobânda, 利息, 이자, ดอกเบี้ย', 'in'],

  ['Dividends and investments', 'dividend, dividends, dividende, dividendes, dividendo, dividendos, dividendi'],
  [
    'Dividends and investments',
    'vanguard, fidelity, degiro, etoro, trade republic, scalable capital, interactive brokers',
  ],
  ['Dividends and investments', 'coinbase, kraken, binance, bitpanda, 配当, 배당금'],

  ['Refunds', 'refund, refunded, rückerstattung, erstattung, gutschrift retoure, remboursement, reembolso', 'in'],
  ['Refunds', 'devolución, rimborso, terugbetaling, återbetalning, zwrot, 返金, 退款, 환불', 'in'],

  ['Taxes', 'tax, hmrc, irs, council tax, income tax, property tax, vat payment, tds, gst payment'],
  ['Taxes', 'finanzamt, steuer, einkommensteuer, kfz steuer, bundeskasse, dgfip, impôt, impôts, taxe foncière'],
  ['Taxes', 'agencia tributaria, aeat, impuesto, impuestos, agenzia entrate, f24, imposta, imposto, belastingdienst'],
  ['Taxes', 'skatteverket, skat, skatteetaten, vero, urząd skarbowy, finanční úřad, nav adó, vergi, налог, pajak'],
  ['Taxes', '税金, 住民税, 所得税, 税款, 세금, ภาษี'],

  [
    'Bank charges',
    'fee, fees, service charge, monthly fee, account fee, overdraft fee, bank charge, bank charges',
    'out',
  ],
  [
    'Bank charges',
    'maintenance fee, foreign transaction fee, wire fee, late fee, annual fee, atm fee, commission',
    'out',
  ],
  ['Bank charges', 'gebühr, gebühren, kontoführung, entgelt, entgeltabschluss, kontoführungsgebühr', 'out'],
  ['Bank charges', 'frais, frais bancaires, cotisation carte, commission intervention, comisión, comisiones', 'out'],
  [
    'Bank charges',
    'commissione, commissioni, canone mensile, comissão, tarifa, tarifa bancária, kosten betaalrekening',
    'out',
  ],
  [
    'Bank charges',
    'avgift, gebyr, palvelumaksu, opłata, prowizja, poplatek, díj, kezelési díj, masraf, komisyon',
    'out',
  ],
  ['Bank charges', 'προμήθεια, комиссия, biaya admin, 手数料, 手续费, 手續費, 수수료, ค่าธรรมเนียม', 'out'],
  ['Interest paid', 'interest, debit interest, interest charged, purchase interest, overdraft interest', 'out'],
  [
    'Interest paid',
    'sollzinsen, zinsen, agios, intérêts débiteurs, intereses, interessi passivi, juros, odsetki',
    'out',
  ],

  ['Loans and mortgages', 'loan, loan repayment, mortgage, mortgage payment, car loan, student loan, emi'],
  ['Loans and mortgages', 'darlehen, kredit, kreditrate, hypothek, tilgung, prêt, échéance prêt, crédit immobilier'],
  ['Loans and mortgages', 'préstamo, hipoteca, prestito, mutuo, rata mutuo, empréstimo, lening, hypotheek, lån, laina'],
  ['Loans and mortgages', 'kredyt, úvěr, hitel, kredi, δάνειο, кредит, ローン, 贷款, 貸款, 대출'],

  ['Card payments', 'credit card payment, card payment received, payment thank you, kreditkartenabrechnung'],
  ['Card payments', 'paiement carte de crédit, pago tarjeta crédito, addebito carta credito, creditcard afrekening'],
];

/** How money moved rather than what for: these come last, for where nothing says more. */
export const MOVEMENT_WORDS: readonly CategoryWords[] = [
  ['Cash', 'atm, atm withdrawal, cash withdrawal, cash deposit, withdrawal at atm, cashpoint, link atm'],
  ['Cash', 'geldautomat, bargeldauszahlung, barauszahlung, bareinzahlung, auszahlung, retrait, retrait dab'],
  ['Cash', 'cajero, retirada efectivo, reintegro cajero, prelievo, prelievo bancomat, bancomat, levantamento'],
  ['Cash', 'saque, geldopname, geldautomaat, uttag, kontanthævning, minibankuttak, otto, wypłata, bankomat'],
  ['Cash', 'výběr, készpénzfelvétel, para çekme, ανάληψη, снятие наличных, tarik tunai, retragere numerar'],
  ['Cash', '現金引出, 取款, 提款, 현금인출, ถอนเงิน'],

  ['Transfers', 'transfer, internal transfer, transfer to savings, transfer from savings, own account transfer'],
  ['Transfers', 'online transfer, zelle, venmo'],
  ['Transfers', 'umbuchung, eigenübertrag, übertrag, virement interne, traspaso, giroconto, overboeking spaarrekening'],
  ['Transfers', 'överföring, overførsel, tilisiirto, przelew własny, převod, átutalás, havale, перевод'],
];
