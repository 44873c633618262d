import type { Doubt } from '../../table/row.ts';
import type { StatementPart } from '../statement-part.ts';
import type { Costed } from './hypothesis.ts';

/** How unlikely it is that lines of a doubtful kind are rows after all, or by a rule that they are none. */
const KEEPING: Record<Doubt, number> = {
  undated: 3,
  'blank-date': 3,
  labelled: 2,
  incomplete: 3,
  'after-end': 1,
  repeated: 2,
};
const DOUBTS: readonly Doubt[] = ['undated', 'blank-date', 'labelled', 'incomplete', 'after-end', 'repeated'];

/** From this share of the dated rows on, rows without a date are the paper's habit. */
const HABIT = 0.12;

/** Rows that may be none are left out together or not at all; without arithmetic the paper's habit decides. */
export function leftOutRows({ rows }: StatementPart): Costed<{ without: ReadonlySet<Doubt> }>[] {
  const count = (doubt: Doubt | null) => rows.filter((row) => row.doubt === doubt).length;
  const dated = count(null);
  const isHabit = count('undated') > dated * HABIT;
  const isRule = (doubt: Doubt) => doubt === 'blank-date' || doubt === 'repeated' || (doubt === 'undated' && isHabit);
  const present = DOUBTS.filter((doubt) => count(doubt) > 0);
  return subsetsOf(present).flatMap((without) => {
    const kept = present.filter((doubt) => !without.includes(doubt));
    if (kept.length === 0 && dated === 0) return [];
    const unusual = [...kept.filter((doubt) => !isRule(doubt)), ...without.filter(isRule)];
    return [{ without: new Set(without), cost: unusual.reduce((sum, doubt) => sum + KEEPING[doubt], 0) }];
  });
}

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: 1 << items.length }, (_, mask) => items.filter((_, bit) => mask & (1 << bit)));
}
