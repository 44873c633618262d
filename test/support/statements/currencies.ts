export type CurrencyCode = keyof typeof currencies;

/** `scale` is what a loaf of bread costs, roughly, in minor units: amounts are drawn as multiples of it. */
export type Currency = { symbol: string; decimals: number; scale: number };

export const currencies = {
  EUR: { symbol: '€', decimals: 2, scale: 300 },
  GBP: { symbol: '£', decimals: 2, scale: 250 },
  USD: { symbol: '$', decimals: 2, scale: 350 },
  CHF: { symbol: 'Fr.', decimals: 2, scale: 400 },
  INR: { symbol: '₹', decimals: 2, scale: 9_000 },
  SGD: { symbol: 'S$', decimals: 2, scale: 400 },
  AUD: { symbol: '$', decimals: 2, scale: 450 },
  CAD: { symbol: '$', decimals: 2, scale: 400 },
  ZAR: { symbol: 'R', decimals: 2, scale: 2_000 },
  PLN: { symbol: 'zł', decimals: 2, scale: 900 },
  CZK: { symbol: 'Kč', decimals: 2, scale: 5_000 },
  HUF: { symbol: 'Ft', decimals: 2, scale: 60_000 },
  RON: { symbol: 'lei', decimals: 2, scale: 900 },
  SEK: { symbol: 'kr', decimals: 2, scale: 3_500 },
  NOK: { symbol: 'kr', decimals: 2, scale: 4_000 },
  DKK: { symbol: 'kr.', decimals: 2, scale: 2_500 },
  TRY: { symbol: '₺', decimals: 2, scale: 3_000 },
  RUB: { symbol: '₽', decimals: 2, scale: 7_000 },
  UAH: { symbol: '₴', decimals: 2, scale: 4_000 },
  BRL: { symbol: 'R$', decimals: 2, scale: 1_000 },
  MXN: { symbol: '$', decimals: 2, scale: 4_500 },
  THB: { symbol: '฿', decimals: 2, scale: 5_000 },
  CNY: { symbol: '¥', decimals: 2, scale: 1_500 },
  TWD: { symbol: 'NT$', decimals: 0, scale: 60 },
  HKD: { symbol: 'HK$', decimals: 2, scale: 2_500 },
  JPY: { symbol: '¥', decimals: 0, scale: 300 },
  KRW: { symbol: '₩', decimals: 0, scale: 3_500 },
  IDR: { symbol: 'Rp', decimals: 2, scale: 2_000_000 },
  MYR: { symbol: 'RM', decimals: 2, scale: 500 },
  AED: { symbol: 'AED', decimals: 2, scale: 800 },
  KWD: { symbol: 'KD', decimals: 3, scale: 600 },
} as const satisfies Record<string, Currency>;
