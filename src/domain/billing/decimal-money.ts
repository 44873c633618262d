import { PermanentFailure } from '../permanent-failure.ts';
import type { Money } from './hold-to-payment.ts';

/** Money as PayPal writes it: `{ value: "19.99", currency: "EUR" }`. */
export type DecimalMoney = { value: string; currency: string };

/** Throws `PermanentFailure` where the value is no amount of whole cents. */
export function readDecimal({ value, currency }: DecimalMoney): Money {
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(value) ?? [];
  if (whole === undefined) throw new PermanentFailure('An amount of PayPal is no amount of whole cents');
  return { amountCents: Number(whole) * 100 + Number(fraction.padEnd(2, '0')), currency };
}

export function writeDecimal({ amountCents, currency }: Money): DecimalMoney {
  const digits = String(amountCents).padStart(3, '0');
  return { value: `${digits.slice(0, -2)}.${digits.slice(-2)}`, currency };
}
