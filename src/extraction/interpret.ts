import { printedCurrencies } from './identity/printed-currencies.ts';
import { readBank } from './identity/read-bank.ts';
import { readCurrency } from './identity/read-currency.ts';
import { readAddressee } from './identity/read-holder.ts';
import { type Identity, readIdentities } from './identity/read-identity.ts';
import { saysCard } from './identity/says-card.ts';
import type { Line } from './layout/word.ts';
import { bestProof } from './proof/best-proof.ts';
import { settleNotation } from './proof/decimal-mark.ts';
import { openingsByDay } from './proof/dated-balances.ts';
import { DOUBT_SENTENCES, mayBeOfOtherAccounts, readingDoubts } from './proof/doubts.ts';
import { doubtfulDays } from './proof/doubtful-days.ts';
import { findBoundaries } from './proof/find-boundaries.ts';
import { findPeriods } from './proof/find-periods.ts';
import { findYears } from './proof/find-years.ts';
import { type MadeStatement, makeStatement } from './proof/make-statement.ts';
import { nameBalances } from './proof/name-balances.ts';
import { passedOverLines } from './proof/passed-over.ts';
import { newestFirst } from './proof/row-order.ts';
import { settleDateOrder } from './proof/settle-dates.ts';
import { listsOwnAccounts, splitByAccount, splitStatements } from './proof/split-statements.ts';
import { isReadAlike, mayBeUpsideDown } from './proof/spoken-directions.ts';
import type { Statement } from './statement.ts';
import { listsEntries } from './table/heading.ts';
import { findTables, type TableFinder } from './table/find-tables.ts';
import { findOutsideFigures } from './table/outside-figures.ts';
import { repairDays } from './table/repair-days.ts';
import { unfoldColumns } from './table/unfold-columns.ts';
import type { AmountToken } from './tokens/find-amounts.ts';
import type { TokenLine } from './tokens/read-tokens.ts';

/** What lines of text say. `warnings` are sentences for a person: why statements that add up are not called reconciled. */
export type Interpretation = {
  statements: Statement[];
  warnings: string[];
  /** For each statement its warnings, and which lines are its own: indices in the reading order, `to` excluded. */
  origins: { warnings: string[]; from: number; to: number }[];
  /** The lines that it was read from. */
  lines: readonly Line[];
};

/** The statements that lines of text hold, whatever they were read from and whoever finds the tables. */
export function interpret(source: readonly Line[], find: TableFinder = findTables): Interpretation {
  const { lines, headings } = unfoldColumns(source);
  const notation = settleNotation(lines);
  const counts = (token: AmountToken) => token.isMoney || token.currency !== null || notation.wholeUnits;
  const tables = find(lines, headings, counts);
  if (tables === null) return { statements: [], warnings: [], origins: [], lines: source };
  const { rows, figures, inside, pending, segments, isFurniture } = tables;
  const rowLines = new Set([...inside, ...rows.flatMap((row) => row.lines), ...figures.map((figure) => figure.index)]);
  // What looks like a heading may be a label with its value: `Valuta EUR`.
  const outsideRows = lines.filter((line) => !rowLines.has(line.index));
  for (const { heading } of segments) {
    if (heading !== null) for (let index = heading.first; index <= heading.last; index++) rowLines.add(index);
  }
  const outside = findOutsideFigures(lines, (line) => rowLines.has(line.index), counts);
  const milestones = lines
    .filter((line) => !rowLines.has(line.index))
    .flatMap((line) =>
      line.dates.filter((token) => token.strength === 'strong').map((token) => ({ index: line.index, token })),
    );
  const dates = settleDateOrder(rows, milestones);
  repairDays(rows, lines, dates.order);
  const periods = findPeriods(lines, (line) => rowLines.has(line.index), dates.order);
  const around = lines.filter((line) => !rowLines.has(line.index));
  const identities = readIdentities(around);
  const bank = readBank(around);
  const addressee = readAddressee(outsideRows, bank);
  const ofRows = new Set(rows.flatMap((row) => row.lines));
  const isCard = saysCard(lines, rows[0]?.index ?? 0, ({ index }) => ofRows.has(index));
  const columns = [
    ...new Map(segments.flatMap((segment) => segment.columns).map((column) => [column.key, column])).values(),
  ];
  const allFigures = openingsByDay(
    [...figures, ...outside].toSorted((a, b) => a.index - b.index),
    { rows, periods, lines, order: dates.order },
  );
  const texts = new Set(
    lines.filter((line) => !rowLines.has(line.index) && !isFurniture(line)).map((line) => line.index),
  );
  const sure = rows.filter((row) => row.doubt === null);
  const boundaries = findBoundaries(
    sure.length > 0 ? sure : rows,
    { identities, periods, figures: allFigures, texts, headings: new Set(headings.map(({ first }) => first)) },
    notation,
  );
  const parts = listsOwnAccounts(rows, identities)
    ? splitByAccount(rows, allFigures, identities)
    : splitStatements(rows, allFigures, boundaries);
  const figureLines = new Set(allFigures.map(({ index }) => index));
  const isOther = (line: TokenLine) => figureLines.has(line.index) || isFurniture(line);
  const doubtful = doubtfulDays(rows, lines, { order: dates.order, isOther });
  const read = new Set(rows.map((row) => row.index));
  const listed = new Set(
    segments.flatMap(({ heading, lines: own }) => (heading === null || listsEntries(heading) ? [] : own)),
  );
  const isKnown = (line: TokenLine) =>
    read.has(line.index) || pending.has(line.index) || isOther(line) || listed.has(line);
  const passedOver = passedOverLines(rows, lines, isKnown);
  const expectsBalance = segments.some(
    ({ heading, columns: own }) =>
      own.length > 0 &&
      heading !== null &&
      listsEntries(heading) &&
      heading.cells.some((cell) => cell.role === 'balance'),
  );
  const proven = parts.map(nameBalances).flatMap((part) => {
    const proof = bestProof(part, columns, notation, { isCard, newestFirst: newestFirst(part.rows, dates.order) });
    return proof === null ? [] : [{ part, proof }];
  });
  const areMixed = mayBeOfOtherAccounts(proven.map(({ proof }) => proof));
  const made = proven.map(({ part, proof }) => {
    const isOwn = ({ index }: { index: number }) => index >= part.from && index < part.to;
    const own = <Item extends { index: number }>(items: readonly Item[]) => nearestOf(items, part);
    const ownLines = outsideRows.filter(isOwn);
    const ownIdentity = (kind: Identity['kind']) =>
      own(identities.filter((identity) => identity.kind === kind))?.value ?? null;
    const issued = own(milestones.filter(({ token }) => token.readings[dates.order]?.year != null))?.token.readings[
      dates.order
    ];
    const alike = proven.map((other) => other.proof).filter((other) => isReadAlike(other, proof));
    return makeStatement(
      proof,
      {
        bank,
        currency: readCurrency({
          head: ownLines.filter((line) => line.index < (part.rows[0]?.index ?? part.to)),
          own: ownLines,
          all: outsideRows,
          ...printedCurrencies(part, proof, segments),
        }),
        accountNumber: part.account ?? ownIdentity('account') ?? ownIdentity('card'),
        accountHolder: ownIdentity('holder') ?? addressee,
        period: own(periods),
        years: findYears(lines, { figures: part.figures, texts: ownLines, order: dates.order }),
        statementDay: issued?.year == null ? null : { ...issued, year: issued.year },
        doubtfulDays: doubtful,
        doubts: [
          ...readingDoubts(proof, part, lines, expectsBalance),
          ...(passedOver.length > 0 ? ['passed_over' as const] : []),
          ...(areMixed ? ['accounts' as const] : []),
          ...(mayBeUpsideDown(alike) ? ['direction' as const] : []),
        ],
      },
      dates,
    );
  });
  const warnings = warningsOf(made);
  return {
    statements: made.map(({ statement }) => statement),
    warnings: warnings.flat(),
    origins: proven.map(({ part: { from, to } }, at) => ({ warnings: warnings[at] ?? [], from, to })),
    lines: source,
  };
}

function warningsOf(made: readonly MadeStatement[]): string[][] {
  return made.map(({ statement, doubts }, at) => {
    const name =
      made.length === 1 ? 'Statement' : `Statement ${at + 1} (${statement.accountNumber ?? 'account unknown'})`;
    return [...new Set(doubts)].map((doubt) => `${name}: ${DOUBT_SENTENCES[doubt]}`);
  });
}

/** What is printed in a statement's own lines, else the last before them, else the first of all. */
function nearestOf<Item extends { index: number }>(
  items: readonly Item[],
  { from, to }: { from: number; to: number },
): Item | null {
  return (
    items.find((item) => item.index >= from && item.index < to) ??
    items.findLast((item) => item.index < from) ??
    items[0] ??
    null
  );
}
