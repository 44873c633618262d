import type { Day } from './book.ts';

export type Notation = { mark: string; group: string; decimals?: number; lakh?: boolean };

/** A writer of figures, without their sign. */
export function figures({ mark, group, decimals = 2, lakh = false }: Notation): (cents: number) => string {
  const thousands = lakh ? /\B(?=(?:\d{2})*\d{3}$)/g : /\B(?=(?:\d{3})+$)/g;
  return (cents) => {
    const digits = String(Math.abs(cents)).padStart(decimals + 1, '0');
    const whole = digits.slice(0, digits.length - decimals).replaceAll(thousands, group);
    return decimals === 0 ? whole : whole + mark + digits.slice(-decimals);
  };
}

export const dollars = figures({ mark: '.', group: ',' });
export const euros = figures({ mark: ',', group: '.' });
export const spaced = figures({ mark: ',', group: '\u00a0' });
export const lakhs = figures({ mark: '.', group: ',', lakh: true });
export const whole = figures({ mark: '', group: ',', decimals: 0 });

/** With a minus where money went out, and nothing where it came in. */
export const minus = (cents: number, write: (cents: number) => string, sign = '-') =>
  (cents < 0 ? sign : '') + write(cents);

/**
 * A day as a pattern says: `d`, `dd`, `m`, `mm`, `yy`, `yyyy`, and `mon` for the month's name, one of these. Signs
 * between them stand as they are.
 */
export function date({ year, month, day }: Day, pattern: string, months: readonly string[] = ENGLISH): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  const parts: Record<string, string> = {
    d: String(day),
    dd: two(day),
    m: String(month),
    mm: two(month),
    yy: String(year).slice(-2),
    yyyy: String(year),
    mon: months[month - 1] ?? '',
  };
  return pattern.replaceAll(/yyyy|yy|mon|mm|m|dd|d/g, (part) => parts[part] ?? part);
}

export const iso = (day: Day) => date(day, 'yyyy-mm-dd');

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const ENGLISH_LONG =
  'January February March April May June July August September October November December'.split(' ');
