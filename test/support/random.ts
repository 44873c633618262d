/** A seeded stream of choices: the same seed gives the same stream, so that a generated case can be named by its seed. */
export type Random = {
  /** An integer between both ends, ends included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** One key of the record, as often as its weight says. */
  weighted<K extends string>(weights: Partial<Record<K, number>>): K;
  digits(count: number): string;
  shuffled<T>(items: readonly T[]): T[];
  /** A stream of its own, the same whatever else is drawn: what is added to a program leaves other choices alone. */
  named(name: string): Random;
};

export function seededRandom(seed: number): Random {
  const next = mulberry32(seed);
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    chance: (probability) => next() < probability,
    pick: (choices) => {
      const choice = choices[integer(0, choices.length - 1)];
      if (choice === undefined) throw new Error('nothing to pick from');
      return choice;
    },
    weighted: <K extends string>(weights: Partial<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      throw new Error('no choice has a weight');
    },
    digits: (count) => Array.from({ length: count }, () => integer(0, 9)).join(''),
    shuffled: (items) => {
      const result = [...items];
      for (let last = result.length - 1; last > 0; last -= 1) {
        const other = integer(0, last);
        [result[last], result[other]] = [
          result[other] as (typeof result)[number],
          result[last] as (typeof result)[number],
        ];
      }
      return result;
    },
    named: (name) => seededRandom(fnv1a(name, seed)),
  };
}

/** Tommy Ettinger's mulberry32 (public domain): 32 bits of state, ample for drawing test cases. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fowler, Noll and Vo's hash (FNV-1a, 32 bits) of a name, begun from a seed. */
function fnv1a(name: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
