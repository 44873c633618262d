import { phrases } from './phrases.ts';

/** Active ISO 4217 codes that accounts are kept in. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
    'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ' +
    'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT ' +
    'MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR ' +
    'SBD SCR SDG SEK SGD SLE SOS SRD SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST ' +
    'XAF XCD XOF XPF YER ZAR ZMW ZWL'
  ).split(' '),
);

/**
 * Symbols and short names beside figures. The first code is the one to assume where nothing else decides; null where
 * many currencies share the sign and assuming would be guessing.
 */
export const CURRENCY_SYMBOLS: Readonly<Record<string, string | null>> = {
  '€': 'EUR',
  euro: 'EUR',
  '£': 'GBP',
  $: null,
  us$: 'USD',
  u$s: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  s$: 'SGD',
  hk$: 'HKD',
  nt$: 'TWD',
  nz$: 'NZD',
  mx$: 'MXN',
  r$: 'BRL',
  '¥': null,
  '￥': null,
  元: 'CNY',
  人民币: 'CNY',
  rmb: 'CNY',
  cnh: 'CNY',
  円: 'JPY',
  '₹': 'INR',
  rs: 'INR',
  re: 'INR',
  '₩': 'KRW',
  원: 'KRW',
  '฿': 'THB',
  บาท: 'THB',
  '₺': 'TRY',
  tl: 'TRY',
  '₽': 'RUB',
  руб: 'RUB',
  р: 'RUB',
  rur: 'RUB',
  '₴': 'UAH',
  грн: 'UAH',
  '₪': 'ILS',
  'ש"ח': 'ILS',
  '₫': 'VND',
  đ: 'VND',
  '₱': 'PHP',
  '₦': 'NGN',
  '₵': 'GHS',
  '₸': 'KZT',
  kč: 'CZK',
  kc: 'CZK',
  zł: 'PLN',
  zl: 'PLN',
  ft: 'HUF',
  lei: 'RON',
  лв: 'BGN',
  kr: null,
  r: 'ZAR',
  rp: 'IDR',
  rm: 'MYR',
  fr: 'CHF',
  sfr: 'CHF',
  kd: 'KWD',
  'د.ك': 'KWD',
  bd: 'BHD',
  jd: 'JOD',
  'د.أ': 'JOD',
  'د.ب': 'BHD',
  'د.ت': 'TND',
  'ر.ع': 'OMR',
  'د.إ': 'AED',
  dhs: 'AED',
  dh: null,
  'ر.س': 'SAR',
  sr: 'SAR',
  'ر.ق': 'QAR',
  qr: 'QAR',
  le: 'EGP',
  ksh: 'KES',
  tsh: 'TZS',
  ush: 'UGX',
  's/': 'PEN',
  's/.': 'PEN',
};

/** What languages that run to the left call their currencies, in words. Folded like all vocabulary. */
export const CURRENCY_NAMES: Readonly<Record<string, string[]>> = {
  AED: phrases`درهم إماراتي, درهم اماراتي`,
  BHD: phrases`دينار بحريني`,
  DZD: phrases`دينار جزائري`,
  EGP: phrases`جنيه مصري, الجنيه المصري`,
  EUR: phrases`يورو, יורו, אירו`,
  ILS: phrases`שקל, שקלים, שקל חדש, שקלים חדשים`,
  IQD: phrases`دينار عراقي`,
  IRR: phrases`به ریال, ریال ایران`,
  JOD: phrases`دينار أردني`,
  KWD: phrases`دينار كويتي`,
  LBP: phrases`ليرة لبنانية`,
  MAD: phrases`درهم مغربي`,
  OMR: phrases`ريال عماني`,
  PKR: phrases`پاکستانی روپیہ, روپے`,
  QAR: phrases`ريال قطري`,
  SAR: phrases`ريال سعودي`,
  TND: phrases`دينار تونسي`,
  USD: phrases`دولار أمريكي, דולר`,
};

/** States of the USA, as they stand before a postal code. */
const STATES =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';

/**
 * What only statements of one of the countries that share a sign say: who insures deposits there, how banks and places
 * are numbered, which letters are written.
 */
export const SHARED_SIGNS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  $: {
    USD: new RegExp(
      String.raw`\bFDIC\b|\bNCUA\b|\b(?:ABA|routing) (?:transit )?(?:number|no)\b|\b(?:${STATES}) \d{5}(?:-\d{4})?(?=\t|$)`,
      'i',
    ),
    CAD: /\bCDIC\b|\b[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d\b/,
    AUD: /\bBSB\b|\bAFSL\b/,
    MXN: /\bCLABE\b|\bCONDUSEF\b/i,
    ARS: /\bCBU\b|\bCUIT\b/,
    NZD: /\bNew Zealand\b/i,
    SGD: /\bSingapore\b/i,
    HKD: /\bHong Kong\b/i,
  },
  '¥': { JPY: /[\u3040-\u30ff]/, CNY: /[银账额]|人民币/ },
  '￥': { JPY: /[\u3040-\u30ff]/, CNY: /[银账额]|人民币/ },
};
