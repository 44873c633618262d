import type { Column } from '../../table/columns.ts';
import type { StatementPart } from '../statement-part.ts';
import { columnReadings } from './column-meanings.ts';
import type { Costed, Hypothesis, SignReading } from './hypothesis.ts';
import { leftOutRows } from './left-out-rows.ts';
import { columnsWithMinus, signReadings, signStyle } from './sign-readings.ts';

/** What the document says about itself besides its figures. */
export type Habits = {
  isCard: boolean;
  isLoan: boolean;
  newestFirst: boolean | null;
  /** The tables in which some amount bears a minus, be it on another statement of the document: no sign is a plus. */
  withMinus: ReadonlySet<string>;
};

/** Turning all signs and balances leaves all sums true, so only the words of the paper speak for it. */
const OWED_UNEXPECTED = 15;
/** Where nothing tells the order of rows, the oldest comes first. */
const NEWEST_FIRST = 0.5;

/** In a column for each side, the column is the sign. */
const BY_COLUMN: Costed<SignReading> = { unsigned: 1n, flipped: false, byWords: false, sidesTurned: false, cost: 0 };

/** Every way to read a statement's figures that makes sense. */
export function* hypotheses(part: StatementPart, columns: readonly Column[], habits: Habits): Generator<Hypothesis> {
  const used = new Set(part.rows.flatMap((row) => [...row.cells.keys()]));
  const known = columns.filter((column) => used.has(column.key));
  const minusColumns = columnsWithMinus(part);
  const isBankSide = (habits.isCard || habits.isLoan) && !printsDebtAsMinus(part);
  const hasOpening = part.figures.some((figure) => figure.kind === 'opening');
  const signs = signReadings(signStyle(part, known, habits.withMinus), { isBankSide, isLoan: habits.isLoan });
  const directions = directionsOf(habits);
  const leftOut = leftOutRows(part);
  for (const { meanings, cost: ofColumns } of columnReadings(known, habits.isLoan)) {
    const kinds = new Set(meanings.values());
    const owedOrNot = kinds.has('balance') || hasOpening ? [false, true] : [false];
    for (const { newestFirst, cost: ofDirection } of directions) {
      for (const { cost: ofSigns, ...reading } of kinds.has('amount') ? signs : [BY_COLUMN]) {
        for (const owed of owedOrNot) {
          const ofOwed = owed === isBankSide ? 0 : OWED_UNEXPECTED;
          for (const { without, cost: ofRows } of leftOut) {
            const cost = ofColumns + ofDirection + ofSigns + ofOwed + ofRows;
            yield { meanings, minusColumns, newestFirst, ...reading, owed, without, cost };
          }
        }
      }
    }
  }
}

function directionsOf({ newestFirst }: Habits): Costed<{ newestFirst: boolean }>[] {
  if (newestFirst !== null) return [{ newestFirst, cost: 0 }];
  return [
    { newestFirst: false, cost: 0 },
    { newestFirst: true, cost: NEWEST_FIRST },
  ];
}

/** Some cards print what is owed with a minus at both ends: then all signs are the holder's. */
function printsDebtAsMinus({ figures }: StatementPart): boolean {
  const ends = figures.filter(({ kind, isExact }) => isExact && (kind === 'opening' || kind === 'closing'));
  const kinds = new Set(ends.map(({ kind }) => kind));
  return kinds.size === 2 && ends.every(({ token }) => token.sign === 'minus' && !token.isSignApart);
}
