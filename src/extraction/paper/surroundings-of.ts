import { printedCurrencies } from '../identity/printed-currencies.ts';
import { readCurrency } from '../identity/read-currency.ts';
import type { Identity } from '../identity/read-identity.ts';
import { findYears } from '../proof/find-years.ts';
import type { Surroundings } from '../proof/make-statement.ts';
import type { StatementPart } from '../proof/statement-part.ts';
import type { CalendarDate } from '../tokens/calendar-date.ts';
import type { ProvenPart } from './prove-parts.ts';
import type { Paper } from './read-paper.ts';

/** Whose a statement is, of which time and in which currency, as the paper says it around the rows. */
export function surroundingsOf(
  { part, proof }: ProvenPart,
  paper: Paper,
): Omit<Surroundings, 'doubtfulDays' | 'doubts'> {
  const { lines, places, dates, periods, identities, bank, addressee } = paper;
  const own = places.aboutAccount.filter((line) => isWithin(line, part));
  const identityOf = (kind: Identity['kind']) =>
    nearestOf(
      identities.filter((identity) => identity.kind === kind),
      part,
    )?.value ?? null;
  return {
    bank,
    currency: readCurrency({
      head: own.filter((line) => line.index < (part.rows[0]?.index ?? part.to)),
      own,
      all: places.aboutAccount,
      ...printedCurrencies(part, proof, paper.tables.segments),
    }),
    accountNumber: part.account ?? identityOf('account') ?? identityOf('card'),
    accountHolder: identityOf('holder') ?? addressee,
    period: nearestOf(periods, part),
    years: findYears(lines, { figures: part.figures, texts: own, order: dates.order }),
    statementDay: statementDay(part, paper),
  };
}

/** The nearest date with a year that is printed outside of the tables. */
function statementDay(part: StatementPart, { milestones, dates }: Paper): CalendarDate | null {
  const dated = milestones.filter(({ token }) => token.readings[dates.order]?.year != null);
  const issued = nearestOf(dated, part)?.token.readings[dates.order];
  return issued?.year == null ? null : { ...issued, year: issued.year };
}

/** What is printed in a statement's own lines, else the last before them, else the first of all. */
function nearestOf<Item extends { index: number }>(items: readonly Item[], part: StatementPart): Item | null {
  return (
    items.find((item) => isWithin(item, part)) ?? items.findLast((item) => item.index < part.from) ?? items[0] ?? null
  );
}

function isWithin({ index }: { index: number }, { from, to }: StatementPart): boolean {
  return index >= from && index < to;
}
