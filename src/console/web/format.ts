/** Numbers and days for people. Money stays a decimal string to the end: it is grouped, never computed with. */

const LANGUAGE = navigator.language;

/** `-1234.50` as `−1,234.50`, with as many decimals as it came with, in the browser's own notation. */
export function formatMoney(amount: string): string {
  if (!isDecimal(amount)) return amount;
  const decimals = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    .format(amount)
    .replace('-', '−');
}

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

export const formatPrice = (cents: number, currency: string): string =>
  new Intl.NumberFormat(LANGUAGE, { style: 'currency', currency }).format(cents / 100);

const days = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeStyle: 'short' });

/** A day as a statement prints it belongs to no time zone. */
export const formatDay = (day: string): string => days.format(new Date(`${day}T00:00:00Z`));

const shortDays = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
export const formatShortDay = (day: string): string => shortDays.format(new Date(`${day}T00:00:00Z`));

export const formatMoment = (moment: string): string => moments.format(new Date(moment));

export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: size < 10 ? 1 : 0 }).format(size)} ${unit}`;
}

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
