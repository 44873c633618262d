/** Digits of a card begin as its network has them (ISO/IEC 7812): Visa, Mastercard, American Express, Discover, JCB. */
const NETWORK = /^(4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|35\d{14})$/;
/** `XXXX XXXX XXXX 1234`, `4929 12** **** 1234`: groups of four of which the middle is hidden. */
const MASKED = /^[\dX*•]{4}[ -]?[\dX*•]{2}[X*•]{2}[ -]?[X*•]{4}[ -]?\d{4}$/i;

/** Whether an account's number is that of a payment card, as far as its digits tell. Any other is an account's. */
export const isCardNumber = (accountNumber: string | null): boolean => {
  const printed = (accountNumber ?? '').trim();
  if (MASKED.test(printed)) return true;
  const digits = printed.replace(/[ -]/g, '');
  return NETWORK.test(digits) && luhnSum(digits) % 10 === 0;
};

/** The check that every card's digits pass (ISO/IEC 7812-1, annex B). */
const luhnSum = (digits: string): number =>
  Array.from(digits)
    .toReversed()
    .map(Number)
    .map((digit, index) => (index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)))
    .reduce((sum, digit) => sum + digit, 0);
