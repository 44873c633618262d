import type { Random } from '../random.ts';
import type { Axes } from './axes.ts';
import { dayOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { EntryKind } from './languages/language-pack.ts';
import type { Layout } from './layout.ts';
import { narrate } from './narrative.ts';
import type { Narrative } from './narrative.ts';

/** One booking. Amounts and balances count minor units; money out is negative. */
export type Entry = {
  kind: EntryKind;
  day: Day;
  /** The other date of the row: the value date, or the day of posting. */
  otherDay: Day;
  time: string;
  amount: number;
  /** The balance after this entry, in the order of the ledger. */
  balance: number;
  narrative: Narrative;
};

export type Account = {
  number: string;
  start: Day;
  end: Day;
  opening: number;
  closing: number;
  /** Oldest first. */
  entries: Entry[];
};

/** Which kinds of entries an account has, in and out, and how often money comes in. */
type Mix = {
  incoming: Partial<Record<EntryKind, number>>;
  outgoing: Partial<Record<EntryKind, number>>;
  shareIn: number;
};

const mixes = {
  current: {
    incoming: { salary: 12, transferIn: 60, refund: 22, interest: 6 },
    outgoing: { purchase: 45, directDebit: 18, transferOut: 18, cash: 8, cheque: 5, fee: 6 },
    shareIn: 0.25,
  },
  savings: { incoming: { transferIn: 80, interest: 20 }, outgoing: { transferOut: 1 }, shareIn: 0.7 },
  card: { incoming: { payment: 60, refund: 40 }, outgoing: { purchase: 88, cash: 4, fee: 8 }, shareIn: 0.12 },
} as const satisfies Record<string, Mix>;

/** What an entry of each kind costs, in loaves of bread. */
const sizes: Record<EntryKind, [low: number, high: number]> = {
  salary: [600, 1800],
  transferIn: [5, 400],
  refund: [2, 60],
  interest: [0.01, 4],
  payment: [20, 220],
  purchase: [0.5, 60],
  cash: [7, 90],
  directDebit: [5, 120],
  transferOut: [4, 500],
  cheque: [10, 300],
  fee: [0.3, 6],
};

/** How many days the second date of a row may lie after the first. */
const daysApart: Record<Axes['secondDate'], readonly number[]> = {
  none: [0],
  value: [0, 0, 0, -1, 1, 2],
  posting: [0, 0, 1, 1, 2],
  transaction: [0, 0, -1, -1, -2],
};

export function drawPeriod(layout: Layout, random: Random): { start: Day; end: Day } {
  const year = random.integer(2012, 2026);
  const month = random.integer(1, 12);
  switch (layout.axes.period) {
    case 'month':
      return { start: dayOf(year, month, 1), end: dayOf(year, month + 1, 0) };
    case 'quarter':
      return { start: dayOf(year, month, 1), end: dayOf(year, month + 3, 0) };
    case 'across-new-year':
      return { start: dayOf(year, 12, random.integer(1, 20)), end: dayOf(year + 1, 1, random.integer(8, 31)) };
  }
}

export type AccountOptions = {
  start: Day;
  end: Day;
  count: number;
  mix?: keyof typeof mixes;
  /** The opening balance in minor units; drawn where it does not continue another account. */
  opening?: number;
};

/** An account with `count` entries between two days. */
export function drawAccount(
  layout: Layout,
  random: Random,
  { start, end, count, mix = 'current', opening }: AccountOptions,
): Account {
  const { incoming, outgoing, shareIn }: Mix = mixes[mix];
  const { scale } = layout.currency;
  const first = opening ?? drawOpening(mix, layout, random);
  const days = Array.from({ length: count }, () => random.integer(start, end)).toSorted((a, b) => a - b);
  let balance = first;
  const entries = days.map((day): Entry => {
    const isLow = mix !== 'card' && balance < scale * 40;
    const isIncoming = random.chance(isLow ? 0.6 : shareIn);
    const kind = random.weighted(isIncoming ? incoming : outgoing);
    const isZero = layout.axes.zeroRows === 'some' && kind === 'fee' && random.chance(0.4);
    const amount = isZero ? 0 : drawAmount(kind, layout, random) * (isIncoming ? 1 : -1);
    balance += amount;
    const otherDay = day + random.pick(daysApart[layout.axes.secondDate]);
    return {
      kind,
      day,
      otherDay,
      time: `${random.pick(['08', '09', '12', '17', '21'])}:${random.integer(10, 59)}`,
      amount,
      balance,
      narrative: narrate({ kind, day, amount }, layout, random),
    };
  });
  return { number: drawAccountNumber(random), start, end, opening: first, closing: balance, entries };
}

export function drawCount(layout: Layout, random: Random): number {
  switch (layout.axes.size) {
    case 'few':
      return random.integer(3, 11);
    case 'page':
      return random.integer(12, 34);
    case 'many':
      return random.integer(35, 140);
    case 'very-many':
      return random.integer(300, 1200);
  }
}

function drawAmount(kind: EntryKind, { currency }: Layout, random: Random): number {
  const [low, high] = sizes[kind];
  const exact = currency.scale * (low + ((high - low) * random.integer(0, 1000)) / 1000);
  const unit = 10 ** currency.decimals;
  const isRound = kind === 'cash' || random.chance(0.25);
  const minor = isRound ? Math.ceil(exact / unit / 5) * 5 * unit : Math.round(exact) + random.integer(0, 99);
  return Math.max(minor, 1);
}

/** A card opens with a debt, an account rarely with an overdraft. */
function drawOpening(mix: keyof typeof mixes, { currency }: Layout, random: Random): number {
  const cents = currency.decimals === 0 ? 0 : random.integer(0, 99);
  if (mix === 'card') return -currency.scale * random.integer(0, 600) - cents;
  const loaves = random.integer(20, 4000);
  return currency.scale * (random.chance(0.08) ? -Math.ceil(loaves / 5) : loaves) + cents;
}

function drawAccountNumber(random: Random): string {
  return random.pick([
    random.digits(8),
    random.digits(10),
    `${random.digits(2)}-${random.digits(2)}-${random.digits(2)} ${random.digits(8)}`,
    `XX${random.digits(2)} ${random.digits(4)} ${random.digits(4)} ${random.digits(4)} ${random.digits(4)} ${random.digits(2)}`,
    `XXXX XXXX ${random.digits(4)}`,
    `${random.digits(3)}-${random.digits(6)}-${random.digits(3)}`,
  ]);
}
