import { readBank } from './identity/read-bank.ts';
import { readAddressee } from './identity/read-holder.ts';
import { readCurrency } from './identity/read-currency.ts';
import { type Identity, readIdentities } from './identity/read-identity.ts';
import type { Line } from './layout/word.ts';
import { bestProof } from './proof/best-proof.ts';
import { settleNotation } from './proof/decimal-mark.ts';
import type { Proof } from './proof/prove.ts';
import type { StatementPart } from './proof/statement-part.ts';
import { makeStatement } from './proof/make-statement.ts';
import { findBoundaries } from './proof/find-boundaries.ts';
import { periodOf, type PrintedPeriod, settleDateOrder } from './proof/settle-dates.ts';
import { splitByAccount, splitStatements } from './proof/split-statements.ts';
import type { Statement } from './statement.ts';
import { findOutsideFigures } from './table/outside-figures.ts';
import { repairDays } from './table/repair-days.ts';
import { readRows } from './table/read-rows.ts';
import { findHeadings } from './table/heading.ts';
import { unfoldColumns } from './table/unfold-columns.ts';
import { findSegments, type Segment } from './table/segment.ts';
import type { AmountToken } from './tokens/find-amounts.ts';
import type { DateOrder } from './tokens/calendar-date.ts';
import { dayNumber } from './tokens/calendar-date.ts';
import { readTokens, type TokenLine } from './tokens/read-tokens.ts';
import { CARD_WORDS } from './vocabulary/identity.ts';
import { phraseBook } from './vocabulary/phrase-book.ts';
import { dateOf, type PrintedFigure, type Row } from './table/row.ts';

const cardWords = phraseBook({ card: CARD_WORDS });

/** The statements that lines of text hold, whatever they were read from. */
export function interpret(source: readonly Line[]): Statement[] {
  const lines = unfoldColumns(source).map((line, index) => readTokens(line, index));
  const notation = settleNotation(lines);
  const counts = (token: AmountToken) => token.isMoney || token.currency !== null || notation.wholeUnits;
  const isFurniture = furnitureOf(lines);
  let segments = findSegments(lines, findHeadings(lines), counts);
  let tables = readRows(segments, isFurniture);
  if (tables.rows.length === 0) {
    // What looks like headings heads other things; the figures' alignment alone shows the table.
    segments = findSegments(lines, [], counts);
    tables = readRows(segments, isFurniture);
  }
  const isTable = segments.some((segment) => segment.heading !== null) || isRepeated(tables.rows);
  if (!isTable) return [];
  const { rows, figures, inside } = tables;
  const rowLines = new Set([...inside, ...rows.flatMap((row) => row.lines), ...figures.map((figure) => figure.index)]);
  // What looks like a heading may be a label with its value: `Valuta EUR`.
  const outsideRows = lines.filter((line) => !rowLines.has(line.index));
  for (const { heading } of segments) {
    if (heading !== null) for (let index = heading.first; index <= heading.last; index++) rowLines.add(index);
  }
  const outside = findOutsideFigures(lines, (line) => rowLines.has(line.index));
  const milestones = lines
    .filter((line) => !rowLines.has(line.index))
    .flatMap((line) =>
      line.dates.filter((token) => token.strength === 'strong').map((token) => ({ index: line.index, token })),
    );
  const dates = settleDateOrder(rows, milestones);
  repairDays(rows, dates.order);
  const periods = findPeriods(lines, rowLines, dates.order);
  const around = lines.filter((line) => !rowLines.has(line.index));
  const identities = readIdentities(around);
  const bank = readBank(around);
  const addressee = readAddressee(outsideRows, bank);
  const isCard = saysCard(lines, rows[0]?.index ?? 0);
  const columns = [
    ...new Map(segments.flatMap((segment) => segment.columns).map((column) => [column.key, column])).values(),
  ];
  const allFigures = [...figures, ...outside].toSorted((a, b) => a.index - b.index);
  const texts = new Set(
    lines.filter((line) => !rowLines.has(line.index) && !isFurniture(line)).map((line) => line.index),
  );
  const sure = rows.filter((row) => row.doubt === null);
  const boundaries = findBoundaries(
    sure.length > 0 ? sure : rows,
    { identities, periods, figures: allFigures, texts },
    notation,
  );
  const parts = rows.some((row) => row.account !== null)
    ? splitByAccount(rows, allFigures, identities)
    : splitStatements(rows, allFigures, boundaries);
  const expectsBalance = segments.some(
    ({ heading, columns: own }) => own.length > 0 && heading?.cells.some((cell) => cell.role === 'balance') === true,
  );
  return parts.flatMap((part) => {
    const proof = bestProof(part, columns, notation, { isCard, newestFirst: newestFirst(part.rows, dates.order) });
    if (proof === null) return [];
    const own = <Item extends { index: number }>(items: readonly Item[]) => nearestOf(items, part);
    const ownLines = outsideRows.filter((line) => line.index >= part.from && line.index < part.to);
    const ownIdentity = (kind: Identity['kind']) =>
      own(identities.filter((identity) => identity.kind === kind))?.value ?? null;
    const issued = own(milestones)?.token.readings[dates.order];
    return [
      makeStatement(
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
          expectsBalance,
          statementDay: issued?.year == null ? null : { ...issued, year: issued.year },
        },
        dates,
      ),
    ];
  });
}

/** A card's statement says so in a title or a label over its rows; in a sentence it is advertised to anyone. */
function saysCard(lines: readonly TokenLine[], firstRow: number): boolean {
  return lines.some(
    ({ index, text, terms }) =>
      index < firstRow &&
      text.text.split('\t').some((piece) => piece.split(' ').length <= MOST_TITLE_WORDS) &&
      cardWords.find(terms.map((term) => term.text)).length > 0,
  );
}

const MOST_TITLE_WORDS = 6;

/** Without a heading, rows are known by their repetition: a date and an amount in one sentence are no table. */
function isRepeated(rows: readonly Row[]): boolean {
  return rows.filter((row) => row.doubt === null).length >= 2;
}

/** The codes and symbols at a statement's figures, and what its columns say, but for columns that are no concern of it. */
function printedCurrencies(part: StatementPart, { entries, hypothesis }: Proof, segments: readonly Segment[]) {
  const isOwn = ({ index }: TokenLine) => index >= part.from && index < part.to;
  const used = segments
    .filter(({ lines }) => lines.some(isOwn))
    .flatMap(({ columns }) => columns.filter(({ key }) => (hypothesis.meanings.get(key) ?? 'ignored') !== 'ignored'));
  const keys = new Set(used.map(({ key }) => key));
  const cells = entries.flatMap(({ row }) => [...row.cells].filter(([key]) => keys.has(key)).map(([, token]) => token));
  const isBalance = ({ kind }: PrintedFigure) => kind === 'opening' || kind === 'closing';
  return {
    figures: [...cells, ...part.figures.filter(isBalance).map(({ token }) => token)],
    columns: [...used.flatMap(({ currency }) => currency ?? []), ...entries.flatMap(({ row }) => row.currency ?? [])],
  };
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

/** Lines that stand at the same place on several pages are headers and footers. */
function furnitureOf(lines: readonly TokenLine[]): (line: TokenLine) => boolean {
  const keyOf = (line: TokenLine) => `${Math.round(line.baseline / 2)} ${line.text.text.replaceAll(/\d/g, '#')}`;
  const pages = new Map<string, Set<number>>();
  for (const line of lines) {
    const key = keyOf(line);
    const seen = pages.get(key) ?? new Set();
    seen.add(line.page);
    pages.set(key, seen);
  }
  return (line) => (pages.get(keyOf(line))?.size ?? 0) > 1;
}

/** The periods that lines outside of the rows name, with both their dates. */
function findPeriods(lines: readonly TokenLine[], taken: ReadonlySet<number>, order: DateOrder): PrintedPeriod[] {
  return lines.flatMap((line) => {
    const [first, second] = line.dates;
    if (taken.has(line.index) || first === undefined || second === undefined) return [];
    const period = periodOf(first, second, line.text.text.slice(first.end, second.start), order);
    return period !== null && dayNumber(period.end) - dayNumber(period.start) < LONGEST_PERIOD
      ? [{ ...period, index: line.index }]
      : [];
  });
}

/** In days; two years and some. */
const LONGEST_PERIOD = 800;

/** Whether the rows run from the newest to the oldest; null where their dates do not tell. */
function newestFirst(rows: readonly Row[], order: DateOrder): boolean | null {
  let forward = 0;
  let backward = 0;
  let before: number | null = null;
  for (const row of rows) {
    const date = dateOf(row)?.readings[order];
    if (date == null) continue;
    const day = (date.year ?? 0) * 372 + date.month * 31 + date.day;
    if (before !== null && day > before) forward++;
    if (before !== null && day < before) backward++;
    before = day;
  }
  if (forward === backward) return null;
  return backward > forward;
}
