import { phrases } from './phrases.ts';

/**
 * Labels of a balance that an export states as of some day: that of the export, of the first entry or of the last one.
 * Which of them it is, its day and the entries tell.
 */
export const STANDING_BALANCES = phrases`
  account balance, current balance, total balance, balance, ledger balance, balance as on, balance as of, balance on,
  kontostand, kontostand am, kontostand vom, kontostand zum, saldo, saldo am, saldo per, saldo zum, saldo vom, aktueller saldo, aktueller kontostand,
  solde, solde au, solde actuel, solde du compte, solde en euros, solde euros, saldo al, saldo actual, saldo a, saldo em, saldo atual, saldo contabile, saldo contabilistico,
  saldo contable, saldo do dia, laatste saldo, huidig saldo, saldo op, saldo pr, saldo til, aktuell saldo, saldo biezace, saldo na dzien,
  zustatek, aktualni zustatek, egyenleg, aktualis egyenleg, sold, sold curent, υπολοιπο, остаток, текущий остаток, остаток на,
  залишок, bakiye, guncel bakiye, so du, so du hien tai, baki, baki semasa, 余额, 当前余额, 餘額, 残高, 現在残高, 잔액, 현재잔액, ยอดคงเหลือ, الرصيد, الرصيد الحالي, الرصيد في, الرصيد بتاريخ, رصيد في, יתרה ליום, יתרה בתאריך, مانده, مانده حساب, موجودی, بیلنس, יתרה, יתרה נוכחית, शेष
`;
