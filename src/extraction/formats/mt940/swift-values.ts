import { readMoney } from '../money.ts';
import { fullYear, statedDate } from '../stated-date.ts';

/** `YYMMDD`. Banks that count every month as 30 days write `160230`: the last day of February. */
export function swiftDate(text: string): string | null {
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)].map(Number);
  if (year === undefined || month === undefined || day === undefined || !/^\d{6}$/.test(text)) return null;
  const full = fullYear(year);
  return statedDate(full, month, day) ?? (day <= 31 ? lastOfMonth(full, month) : null);
}

function lastOfMonth(year: number, month: number): string | null {
  return statedDate(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** An entry date `MMDD` has no year: it is the one that brings it nearest to the value date. */
export function entryDate(text: string, valueDate: string): string | null {
  const year = Number(valueDate.slice(0, 4));
  const candidates = [year - 1, year, year + 1].flatMap(
    (candidate) => statedDate(candidate, Number(text.slice(0, 2)), Number(text.slice(2, 4))) ?? [],
  );
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(valueDate));
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

export type SwiftBalance = { date: string | null; currency: string | null; amount: bigint };

/** `C100318EUR380115,12`; some banks leave the currency out. Null for what is no balance. */
export function readBalance(text: string): SwiftBalance | null {
  const match = /^\s*(R?[CD])\s*(\d{6})\s*([A-Z]{3})?\s*([\d.,]+)\s*$/.exec(text);
  const amount = readMoney(match?.[4] ?? '');
  if (match === null || amount === null) return null;
  const isDebit = match[1] === 'D' || match[1] === 'RC';
  return { date: swiftDate(match[2] ?? ''), currency: match[3] ?? null, amount: isDebit ? -amount : amount };
}

/** `:90D:1EUR2,30`: how many entries, and their sum. */
export function readSum(text: string): { count: number; currency: string; amount: bigint } | null {
  const match = /^\s*(\d{1,5})\s*([A-Z]{3})\s*([\d.,]+)\s*$/.exec(text);
  const amount = readMoney(match?.[3] ?? '');
  return match === null || amount === null ? null : { count: Number(match[1]), currency: match[2] ?? '', amount };
}
