/** Countries of the euro, by the letters that their IBANs begin with. */
const EURO = 'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM XK'.split(' ');

/** The currency of accounts with an IBAN of a country, where the paper does not say otherwise. */
export const IBAN_CURRENCIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(EURO.map((country) => [country, 'EUR'])),
  AE: 'AED',
  AL: 'ALL',
  AZ: 'AZN',
  BA: 'BAM',
  BH: 'BHD',
  BR: 'BRL',
  CH: 'CHF',
  CZ: 'CZK',
  DK: 'DKK',
  EG: 'EGP',
  GB: 'GBP',
  GE: 'GEL',
  GI: 'GIP',
  HU: 'HUF',
  IL: 'ILS',
  IS: 'ISK',
  JO: 'JOD',
  KW: 'KWD',
  KZ: 'KZT',
  LI: 'CHF',
  MD: 'MDL',
  MK: 'MKD',
  MU: 'MUR',
  NO: 'NOK',
  OM: 'OMR',
  PK: 'PKR',
  PL: 'PLN',
  QA: 'QAR',
  RO: 'RON',
  RS: 'RSD',
  SA: 'SAR',
  SE: 'SEK',
  TN: 'TND',
  TR: 'TRY',
  UA: 'UAH',
};

/**
 * What only statements of one country say: how its banks and accounts are numbered, who insures deposits there, and in
 * which letters they are written.
 */
export const COUNTRY_MARKS: Readonly<Record<string, RegExp>> = {
  EUR: /\b(?:in|en) euros?\b/i,
  GBP: /\bsort ?code\b|\bFSCS\b|\bFinancial Services Compensation Scheme\b/i,
  INR: /\bIFSC\b|\bIFS code\b/i,
  MXN: /\bCLABE\b|\bCONDUSEF\b|\bmoneda nacional\b/i,
  AUD: /\bBSB\b/,
  BRL: /\bCNPJ\b|\bCPF\b/,
  ARS: /\bCBU\b|\bCUIT\b/,
  CLP: /\bpesos chilenos\b/i,
  COP: /\bBogot[aá]\b|\bColombia\b/i,
  NZD: /\bNew Zealand\b/i,
  RUB: /рубл[ьяе]/i,
  JPY: /[\u3041-\u30fa]/,
  KRW: /[\uac00-\ud7a3]/,
  THB: /[\u0e01-\u0e3a]/,
  ILS: /[\u05d0-\u05ea]/,
};
