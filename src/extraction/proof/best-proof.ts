import type { Column } from '../table/columns.ts';
import type { Doubt, Row } from '../table/row.ts';
import type { Notation } from './decimal-mark.ts';
import { columnHypotheses, type Hypothesis } from './hypothesis.ts';
import { type Proof, prove } from './prove.ts';
import type { StatementPart } from './statement-part.ts';

/** What the document says about itself besides its figures. */
export type Habits = {
  isCard: boolean;
  newestFirst: boolean | null;
  /** The tables in which some amount bears a minus, be it on another statement of the document: no sign is a plus. */
  withMinus: ReadonlySet<string>;
};

/** Reads a statement in every way that makes sense and keeps the one that arithmetic bears out best. */
export function bestProof(
  part: StatementPart,
  columns: readonly Column[],
  notation: Notation,
  habits: Habits,
): Proof | null {
  let best: Proof | null = null;
  for (const hypothesis of hypotheses(part, columns, habits)) {
    const proof = prove(part, hypothesis, notation);
    if (proof.entries.length > 0 && (best === null || proof.score > best.score)) best = proof;
  }
  return best;
}

/** Turning all signs and balances leaves all sums true, so only the words of the paper speak for it. */
const OWED_UNEXPECTED = 15;

const DOUBTS: readonly Doubt[] = ['undated', 'blank-date', 'labelled', 'incomplete', 'after-end', 'repeated'];
/** How unlikely it is that lines of a doubtful kind are rows after all, or by a rule that they are none. */
const KEEPING: Record<Doubt, number> = {
  undated: 3,
  'blank-date': 3,
  labelled: 2,
  incomplete: 3,
  'after-end': 1,
  repeated: 2,
};

/** Rows that may be none are left out together or not at all; without arithmetic the paper's habit decides. */
function exclusions({ rows }: StatementPart): { without: ReadonlySet<Doubt>; cost: number }[] {
  const count = (doubt: Doubt | null) => rows.filter((row) => row.doubt === doubt).length;
  const dated = count(null);
  const results: { without: ReadonlySet<Doubt>; cost: number }[] = [];
  const isHabit = count('undated') > dated * 0.12;
  const isRule = (doubt: Doubt) => doubt === 'blank-date' || doubt === 'repeated' || (doubt === 'undated' && isHabit);
  const present = DOUBTS.filter((doubt) => count(doubt) > 0);
  for (let mask = 0; mask < 1 << present.length; mask++) {
    const without = present.filter((_, bit) => mask & (1 << bit));
    const kept = present.filter((_, bit) => !(mask & (1 << bit)));
    if (kept.length === 0 && dated === 0) continue;
    const cost =
      kept.filter((doubt) => !isRule(doubt)).reduce((sum, doubt) => sum + KEEPING[doubt], 0) +
      without.filter(isRule).reduce((sum, doubt) => sum + KEEPING[doubt], 0);
    results.push({ without: new Set(without), cost });
  }
  return results;
}

function* hypotheses(part: StatementPart, columns: readonly Column[], habits: Habits): Generator<Hypothesis> {
  const used = new Set(part.rows.flatMap((row) => [...row.cells.keys()]));
  const known = columns.filter((column) => used.has(column.key));
  const style = signStyle(part, known, habits.withMinus);
  const left = exclusions(part);
  const minusColumns = columnsWithMinus(part);
  const isBankSide = habits.isCard && !printsDebtAsMinus(part);
  for (const { meanings, cost } of columnHypotheses(known)) {
    const hasAmount = [...meanings.values()].includes('amount');
    const hasBalance =
      [...meanings.values()].includes('balance') || part.figures.some((figure) => figure.kind === 'opening');
    for (const newestFirst of habits.newestFirst === null ? [false, true] : [habits.newestFirst]) {
      for (const signs of hasAmount
        ? signHypotheses(style, isBankSide)
        : [{ unsigned: 1n, flipped: false, byWords: false, sidesTurned: false, cost: 0 } as const]) {
        for (const owed of hasBalance ? [false, true] : [false]) {
          const unlikely =
            (newestFirst && habits.newestFirst === null ? 0.5 : 0) + (owed === isBankSide ? 0 : OWED_UNEXPECTED);
          for (const { without, cost: lost } of left) {
            yield {
              meanings,
              minusColumns,
              newestFirst,
              ...signs,
              owed,
              without,
              cost: cost + signs.cost + unlikely + lost,
            };
          }
        }
      }
    }
  }
}

/** Some cards print what is owed with a minus at both ends: then all signs are the holder's. */
function printsDebtAsMinus({ figures }: StatementPart): boolean {
  const ends = figures.filter(({ kind, isExact }) => isExact && (kind === 'opening' || kind === 'closing'));
  const kinds = new Set(ends.map(({ kind }) => kind));
  return kinds.size === 2 && ends.every(({ token }) => token.sign === 'minus' && !token.isSignApart);
}

/** The tables in which amounts bear a minus. */
export function tablesWithMinus(rows: readonly Row[], columns: readonly Column[]): Set<string> {
  const amounts = new Set(columns.filter(({ role }) => role === 'amount').map(({ key }) => key));
  const bearsMinus = ({ cells }: Row) => [...cells].some(([key, { sign }]) => amounts.has(key) && sign === 'minus');
  return new Set(rows.filter(bearsMinus).map(({ table }) => table));
}

/** Those of which most figures have one. */
function columnsWithMinus({ rows }: StatementPart): Set<string> {
  const excess = new Map<string, number>();
  for (const { cells } of rows) {
    for (const [key, { sign }] of cells) excess.set(key, (excess.get(key) ?? 0) + (sign === 'minus' ? 1 : -1));
  }
  return new Set([...excess].filter(([, count]) => count > 0).map(([key]) => key));
}

/** Which signs the amounts of a statement bear. */
type SignStyle = {
  minus: boolean;
  plus: boolean;
  credit: boolean;
  debit: boolean;
  /** One section of withdrawals bears a sign and another none. */
  sections: boolean;
};

function signStyle(part: StatementPart, columns: readonly Column[], withMinus: ReadonlySet<string>): SignStyle {
  const minus = part.rows.some(({ table }) => withMinus.has(table));
  const style = { minus, plus: false, credit: false, debit: false, sections: false };
  const balances = new Set(columns.filter((column) => column.role === 'balance').map((column) => column.key));
  const marked: boolean[] = [];
  for (const row of part.rows) {
    for (const [key, token] of row.cells) {
      if (balances.has(key)) continue;
      if (row.section === 'debit') marked.push(token.sign !== null);
      if (token.sign === 'minus') style.minus = true;
      if (token.sign === 'plus') style.plus = true;
      if (token.side === 'credit') style.credit = true;
      if (token.side === 'debit') style.debit = true;
    }
  }
  // Where figures with and without a sign mix, the sign turns an entry round.
  const turns = marked.filter((isMarked, at) => at > 0 && isMarked !== marked[at - 1]).length;
  return { ...style, sections: turns === 1 };
}

/** What figures without a sign mean beside those that have one. */
function signHypotheses({ minus, plus, credit, debit, sections }: SignStyle, isCard: boolean) {
  const results: { unsigned: 1n | -1n; flipped: boolean; byWords: boolean; sidesTurned: boolean; cost: number }[] = [];
  const byWords = !minus && !plus && credit === debit;
  const propose = (unsigned: 1n | -1n, flipped: boolean, cost: number, sidesTurned = false) =>
    results.push({ unsigned, flipped, byWords, sidesTurned, cost });
  if (minus || plus) {
    // On a card's statement a minus is money that comes back.
    const plain = plus && !minus ? -1n : 1n;
    const turns = isCard && !(plus && minus);
    propose(plain, false, turns ? 4 : 0);
    propose(plain === 1n ? -1n : 1n, true, turns ? 0 : 6);
    // One section of withdrawals may print the minus and the next leave it out.
    if (minus && sections && !isCard)
      results.push({ unsigned: 1n, flipped: false, byWords: true, sidesTurned: false, cost: 1 });
  } else if (credit !== debit) {
    propose(credit ? -1n : 1n, false, 0);
    propose(credit ? 1n : -1n, false, 5);
    propose(credit ? 1n : -1n, false, 8, true);
  } else {
    propose(-1n, false, 1);
    propose(1n, false, 1.5);
    if (credit) propose(-1n, false, 8, true);
  }
  return results;
}
