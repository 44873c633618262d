import { phrases } from './phrases.ts';

/** Labels of the first and the last day of a statement, each beside its date. */
export const PERIOD_ENDS: Record<'start' | 'end', string[]> = {
  start: phrases`
    opening date, start date, period start, statement start, statement start date, from date, date from, from, beginning date,
    period from, statement from, statement begins, von, vom, ab, beginn, du, depuis, date de debut, desde, fecha inicial, fecha desde,
    dal, data inizio, data inicial, de, van, vanaf, begindatum, od, data od, fra, fra dato, fran, alkaen, c, с, з, baslangic tarihi,
    tu ngay, dari tanggal,
  `,
  end: phrases`
    closing date, end date, period end, statement end, statement end date, to date, date to, to, ending date, period to,
    statement to, statement ends, until, bis, zum, ende, au, jusqu au, date de fin, hasta, fecha final, fecha hasta, al, data fine,
    data final, a, ate, tot, t m, einddatum, do, data do, til, til dato, till, paattyen, по, до, bitis tarihi, den ngay, sampai tanggal,
  `,
};
