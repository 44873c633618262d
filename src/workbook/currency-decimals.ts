import { decimalsNeeded } from './decimal.ts';

const DEFAULT_DECIMALS = 2;

/** Asking Intl takes a tenth of a millisecond, and a workbook asks once a row. */
const known = new Map<string, number>();

/** The decimals a currency is written with (ISO 4217's minor unit, as Intl knows it): EUR 2, JPY 0, KWD 3. */
export const currencyDecimals = (currency: string | null): number => {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return DEFAULT_DECIMALS;
  const decimals = known.get(currency) ?? askIntl(currency);
  known.set(currency, decimals);
  return decimals;
};

const askIntl = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
  DEFAULT_DECIMALS;

/** The decimals to show a set of figures with: the currency's own, or more where a figure would lose some. */
export const decimalsShown = (currency: string | null, figures: readonly string[]): number =>
  figures.reduce((most, figure) => Math.max(most, decimalsNeeded(figure)), currencyDecimals(currency));
