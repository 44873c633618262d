import { DATE_ORDERS, type DateOrder, type PartialDate } from '../tokens/calendar-date.ts';
import type { DateToken } from '../tokens/find-dates.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { dateOf, type Row } from '../table/row.ts';

/** A date with its year that the document prints outside of its rows. */
export type Milestone = { index: number; token: DateToken };

/** How the dates of a document are read. `isSure` is false where another order would do as well. */
export type DateReading = { order: DateOrder; isSure: boolean };

/**
 * Finds the order of day, month and year that all dates of the rows allow. Where several do, the one wins whose dates
 * run in order and lie close together, as the entries of a statement do.
 */
export function settleDateOrder(
  rows: readonly Row[],
  milestones: readonly Milestone[],
  lines: readonly TokenLine[],
): DateReading {
  const tokens = withoutTorn(rows.map(dateOf).filter((token) => token !== null));
  const printed = lines.flatMap(({ dates }) => dates.filter(({ strength }) => strength === 'strong'));
  return settleTokenOrder(tokens, milestones, { printed });
}

/** Where days without a year are so few of all, in shares, and not those of a short list. */
const TORN = { share: 0.1, of: 8 };

/**
 * A day without its year among many that have theirs is what is left of one: `2/18` of `06/12/18`, where a hole has the
 * rest. It says nothing of the order of the others.
 */
function withoutTorn(tokens: readonly DateToken[]): DateToken[] {
  const whole = tokens.filter(({ readings }) => DATE_ORDERS.some((order) => readings[order]?.year != null));
  const torn = tokens.length - whole.length;
  return tokens.length >= TORN.of && torn <= TORN.share * tokens.length ? whole : [...tokens];
}

/**
 * The same for dates in the order of their rows. `habit` is the order that wins where nothing else tells; `printed` are
 * all dates of the document, in texts and beside balances, too.
 */
export function settleTokenOrder(
  tokens: readonly DateToken[],
  milestones: readonly Milestone[],
  { habit = 'day-first', printed = tokens }: { habit?: DateOrder; printed?: readonly DateToken[] },
): DateReading {
  // `1/14` at the foot of a page is its number.
  const around = milestones.map(({ token }) => token).filter(hasYear);
  const pairs = milestones.flatMap((milestone, at): [DateToken, DateToken][] => {
    const next = milestones[at + 1];
    return next?.index === milestone.index ? [[milestone.token, next.token]] : [];
  });
  const costs = DATE_ORDERS.map((order) => {
    const { cost, width } = costOf(order, tokens, around);
    return { order, cost: cost + width + periodCost(order, pairs) + habitCost(order, habit), width };
  }).toSorted((a, b) => a.cost - b.cost);
  const [best, ...others] = costs;
  if (best === undefined) return { order: 'day-first', isSure: true };
  const isSure = others.every((other) => {
    if (tokens.every((token) => sameDay(token.readings[best.order], token.readings[other.order]))) return true;
    // However far apart they lie, days of a regular payment are as likely, unless a date on the paper tells.
    const isOpen =
      other.order !== 'year-first' &&
      areRegular(tokens, other.order) &&
      !printed.some(({ readings }) => readings[best.order] !== null && readings[other.order] === null);
    const width = isOpen ? other.width - best.width : 0;
    return other.cost - best.cost - width >= 1;
  });
  return { order: best.order, isSure };
}

function hasYear({ readings }: DateToken): boolean {
  return Object.values(readings).some((date) => date !== null && date.year !== null);
}

/** All on one day of several months within a year, as interest, a fee or a savings plan is booked. */
function areRegular(tokens: readonly DateToken[], order: DateOrder): boolean {
  const dates = tokens.flatMap((token) => token.readings[order] ?? []);
  if (dates.length < tokens.length || new Set(dates.map(({ day }) => day)).size > 1) return false;
  const months = new Set(dates.map(({ year, month }) => (year ?? 0) * 12 + month));
  return Math.max(...months) - Math.min(...months) <= 12 && tokens.length <= months.size * MOST_A_DAY;
}

/** Interest, its tax and a fee. */
const MOST_A_DAY = 3;

function costOf(
  order: DateOrder,
  tokens: readonly DateToken[],
  around: readonly DateToken[],
): { cost: number; width: number } {
  const days: number[] = [];
  let unread = 0;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const token of tokens) {
    const date = token.readings[order];
    if (date === null) {
      unread++;
      continue;
    }
    const day = roughDay(date);
    days.push(day);
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const unreadAround = around.filter((token) => token.readings[order] === null).length;
  let forward = 0;
  let backward = 0;
  for (let index = 1; index < days.length; index++) {
    const step = (days[index] ?? 0) - (days[index - 1] ?? 0);
    if (step < 0) forward++;
    if (step > 0) backward++;
  }
  const turns = Math.min(forward, backward);
  const span = days.length === 0 ? 0 : last - first;
  // However long a history is, it is no reason to leave a date unread.
  const width = Math.min(60, Math.max(0, span - 35) / 30);
  return { cost: unread * 100 + unreadAround * 10 + turns * 2, width };
}

/** Day first is the rule in most of the world, and a year of two digits seldom comes first; it only breaks ties. */
function habitCost(order: DateOrder, habit: DateOrder): number {
  if (order === habit) return 0;
  return order === 'year-first' ? 0.4 : 0.2;
}

/** Two dates on one line are mostly a period: a month or a year, not a decade. */
function periodCost(order: DateOrder, pairs: readonly [DateToken, DateToken][]): number {
  const isPeriod = ([first, second]: [DateToken, DateToken]) => {
    const [start, end] = [first.readings[order], second.readings[order]];
    if (start == null || end == null) return false;
    const days = roughDay(end) - roughDay(start);
    return days >= 0 && days <= 800;
  };
  return pairs.length === 0 ? 0 : 5 * (1 - pairs.filter(isPeriod).length / pairs.length);
}

function roughDay({ year, month, day }: PartialDate): number {
  return (year ?? 2000) * 365 + month * 30.4 + day;
}

function sameDay(a: PartialDate | null, b: PartialDate | null): boolean {
  return a?.year === b?.year && a?.month === b?.month && a?.day === b?.day;
}
