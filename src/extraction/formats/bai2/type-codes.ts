/**
 * Whether a detail code is a credit; null where it is neither. Codes from 100 to 399 are credits, from 400 to 699
 * debits; from 920 to 959 and 960 to 999 are banks' own.
 */
export function isCredit(type: string): boolean | null {
  const code = Number(type);
  if (!/^\d{3}$/.test(type)) return null;
  if ((code >= 101 && code <= 399) || (code >= 920 && code <= 959)) return true;
  return (code >= 401 && code <= 699) || (code >= 960 && code <= 999) ? false : null;
}

const NAMES: Record<string, string> = {
  115: 'Lockbox deposit',
  142: 'ACH credit',
  165: 'Preauthorized ACH credit',
  175: 'Check deposit',
  195: 'Incoming money transfer',
  275: 'ZBA credit',
  301: 'Commercial deposit',
  354: 'Interest credit',
  451: 'ACH debit',
  455: 'Preauthorized ACH debit',
  475: 'Check paid',
  495: 'Outgoing money transfer',
  555: 'Deposited item returned',
  575: 'ZBA debit',
  698: 'Miscellaneous fees',
};

/** What to call an entry that has no text. */
export function typeName(type: string): string {
  return NAMES[type] ?? `Type ${type}`;
}
