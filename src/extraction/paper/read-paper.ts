import { readBank } from '../identity/read-bank.ts';
import { readAddressee } from '../identity/read-holder.ts';
import { type Identity, readIdentities } from '../identity/read-identity.ts';
import { saysCard } from '../identity/says-card.ts';
import { openingsByDay } from '../proof/dated-balances.ts';
import type { Notation } from '../proof/decimal-mark.ts';
import { findPeriods } from '../proof/find-periods.ts';
import type { PrintedPeriod } from '../proof/period.ts';
import { type DateReading, type Milestone, settleDateOrder } from '../proof/settle-dates.ts';
import type { FoundTables } from '../table/find-tables.ts';
import type { Heading } from '../table/heading.ts';
import { findOutsideFigures } from '../table/outside-figures.ts';
import { repairDays } from '../table/repair-days.ts';
import type { PrintedFigure } from '../table/row.ts';
import type { AmountToken } from '../tokens/find-amounts.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { type Places, placeLines } from './place-lines.ts';

/** All that a document says, in its tables and around them, before it is known how many statements it holds. */
export type Paper = {
  lines: readonly TokenLine[];
  headings: readonly Heading[];
  notation: Notation;
  tables: FoundTables;
  places: Places;
  dates: DateReading;
  /** Dates around the tables. */
  milestones: readonly Milestone[];
  periods: readonly PrintedPeriod[];
  /** Balances and totals that it prints about itself, in the tables and around them, in reading order. */
  figures: readonly PrintedFigure[];
  identities: readonly Identity[];
  bank: string | null;
  /** The name over the address. */
  addressee: string | null;
  isCard: boolean;
};

/** What is read of a document in the order of its reading. */
type Reading = Pick<Paper, 'lines' | 'headings' | 'notation' | 'tables'>;

/** Reads what stands around the tables, and settles the order of day and month for all of them. */
export function readPaper({ lines, headings, notation, tables }: Reading, counts: (token: AmountToken) => boolean) {
  const { rows } = tables;
  const places = placeLines(lines, tables);
  const { around, isInTable } = places;
  const outside = findOutsideFigures(lines, isInTable, counts);
  const milestones = around.flatMap((line) =>
    line.dates.filter(({ strength }) => strength === 'strong').map((token) => ({ index: line.index, token })),
  );
  const dates = settleDateOrder(rows, milestones, lines);
  repairDays(rows, lines, dates.order);
  const periods = findPeriods(lines, isInTable, dates.order);
  const bank = readBank(around);
  const ofRows = new Set(rows.flatMap((row) => row.lines));
  const paper: Paper = {
    lines,
    headings,
    notation,
    tables,
    places,
    dates,
    milestones,
    periods,
    figures: openingsByDay(
      [...tables.figures, ...outside].toSorted((a, b) => a.index - b.index),
      { rows, periods, lines, order: dates.order },
    ),
    identities: readIdentities(places.aboutAccount),
    bank,
    addressee: readAddressee(places.aroundRows, bank),
    isCard: saysCard(lines, rows[0]?.index ?? 0, ({ index }) => ofRows.has(index)),
  };
  return paper;
}
