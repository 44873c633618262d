import type { TokenLine } from '../tokens/read-tokens.ts';
import { sectionOfLine, statusOfTitle } from './labels.ts';
import type { Side } from './row.ts';
import type { Segment } from './segment.ts';
import type { TableLine } from './table-line.ts';

/** What the titles above say of the rows to come, in reading order: `Deposits`, `Pending transactions`. */
export class Titles {
  /** The side of the rows below the latest title; null where it names none. */
  side: Side | null = null;
  /** Whether they are not booked yet. */
  isPending = false;
  /** Whether the title was printed since the last row. */
  #isSideNew = false;
  #isPendingNew = false;

  /** Text between two tables: its last title is that of the next one. */
  passText(lines: readonly TokenLine[]): void {
    const side = lastSide(lines);
    const status = lines.map(statusOfTitle).findLast((own) => own !== null);
    this.isPending = status === undefined ? this.isPending && side === null : status === 'pending';
    this.side = side ?? this.side;
    this.#isSideNew ||= side !== null;
  }

  /** A title that is not understood ends the section above it all the same. */
  enterTable({ isTitled }: Segment): void {
    if (isTitled && !this.#isSideNew) this.side = null;
    if (isTitled && !this.#isPendingNew) this.isPending = false;
    this.#isSideNew = false;
    this.#isPendingNew = false;
  }

  /** A line of a table, which may be a title. */
  passLine({ line, role }: TableLine): void {
    const status = statusOfTitle(line);
    if (role === 'section' || status !== null) {
      this.isPending = status === 'pending';
      this.#isPendingNew = status === 'pending';
    }
    if (role === 'section' && !this.isPending) {
      this.side = sectionOfLine(line);
      this.#isSideNew = true;
    }
    if (role === 'row' && !this.isPending) this.#isSideNew = false;
  }
}

function lastSide(lines: readonly TokenLine[]): Side | null {
  for (const line of lines.toReversed()) {
    if (line.amounts.length > 0) continue;
    const side = sectionOfLine(line);
    if (side !== null) return side;
  }
  return null;
}
