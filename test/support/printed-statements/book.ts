import type { Random } from '../random.ts';

/** What happened on one account in one month, with what it left behind. Minor units. */
export type Book = { entries: Entry[]; opening: number; closing: number; in: number; out: number; from: Day; to: Day };
export type Entry = Day & { text: string; cents: number; balance: number };
export type Day = { year: number; month: number; day: number };

/** How an account's owner lives. `#6` in a text stands for six digits of chance, `@` for the entry's day as `09/04`. */
export type Habits = {
  /** The month, as `2025-09`. */
  month: string;
  count: number;
  incoming: readonly string[];
  outgoing: readonly string[];
  /** The share of entries that bring money in. */
  incomingShare?: number;
  /** Minor units between which an amount lies: of what goes out; what comes in is up to six times as much. */
  amounts?: readonly [number, number];
  opening?: number;
  mayOverdraw?: boolean;
  /** How many days there may be between two entries. */
  pace?: number;
};

export function keepBook(random: Random, habits: Habits): Book {
  const [year = 0, month = 0] = habits.month.split('-').map(Number);
  const [least, most] = habits.amounts ?? [150, 42_000];
  const opening = habits.opening ?? random.integer(least * 100, most * 12);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const pace = habits.pace ?? Math.max(1, Math.round((2 * last) / habits.count));
  let [day, balance] = [1, opening];
  const entries = Array.from({ length: habits.count }, () => {
    day = Math.min(last, day + random.integer(0, pace));
    // Nobody falls into debt who did not begin in it, unless it is meant.
    const mustBeIn = opening > 0 && balance < most && habits.mayOverdraw !== true;
    const isIn = random.chance(habits.incomingShare ?? 0.3) || mustBeIn;
    const cents = isIn ? random.integer(least, most * 6) : -random.integer(least, most);
    balance += cents;
    const text = fillIn(random.pick(isIn ? habits.incoming : habits.outgoing), random, { month, day });
    return { year, month, day, text, cents, balance };
  });
  return {
    entries,
    opening,
    closing: balance,
    in: sumOf(entries.filter(({ cents }) => cents > 0)),
    out: sumOf(entries.filter(({ cents }) => cents < 0)),
    from: { year, month, day: 1 },
    to: { year, month, day: last },
  };
}

export function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { cents }) => sum + cents, 0);
}

/** Entries of one day together, in their order. */
export function byDay(entries: readonly Entry[]): Entry[][] {
  return [...Map.groupBy(entries, ({ day }) => day).values()];
}

/** Entries in parts of so many, as pages hold them. */
export function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

const two = (figure: number) => String(figure).padStart(2, '0');

function fillIn(text: string, random: Random, { month, day }: { month: number; day: number }): string {
  return text
    .replaceAll(/(?<![a-z])@/g, `${two(month)}/${two(day)}`)
    .replaceAll(/#(\d+)/g, (_, count) => random.digits(Number(count)));
}
