import { readBank } from './identity/read-bank.ts';
import { readCurrency } from './identity/read-currency.ts';
import { readIdentities } from './identity/read-identity.ts';
import type { Line } from './layout/word.ts';
import { bestProof } from './proof/best-proof.ts';
import { settleNotation } from './proof/decimal-mark.ts';
import { makeStatement } from './proof/make-statement.ts';
import { periodOf, settleDateOrder } from './proof/settle-dates.ts';
import { splitStatements } from './proof/split-statements.ts';
import type { Statement } from './statement.ts';
import { findOutsideFigures } from './table/outside-figures.ts';
import { readRows } from './table/read-rows.ts';
import { findSegments } from './table/segment.ts';
import type { AmountToken } from './tokens/find-amounts.ts';
import type { DateOrder } from './tokens/calendar-date.ts';
import { dayNumber } from './tokens/calendar-date.ts';
import { readTokens, type TokenLine } from './tokens/read-tokens.ts';
import { CARD_WORDS } from './vocabulary/identity.ts';
import { phraseBook } from './vocabulary/phrase-book.ts';
import type { Row } from './table/row.ts';

const cardWords = phraseBook({ card: CARD_WORDS });

/** The statements that lines of text hold, whatever they were read from. */
export function interpret(source: readonly Line[]): Statement[] {
  const lines = source.map((line, index) => readTokens(line, index));
  const notation = settleNotation(lines);
  const counts = (token: AmountToken) => token.isMoney || token.currency !== null || notation.wholeUnits;
  const segments = findSegments(lines, counts);
  const isFurniture = furnitureOf(lines);
  const { rows, figures } = readRows(segments, isFurniture);
  const rowLines = new Set([...rows.map((row) => row.index), ...figures.map((figure) => figure.index)]);
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
  const period = findPeriod(lines, rowLines, dates.order);
  const statementDay = milestones.map(({ token }) => token.readings[dates.order]).find((date) => date?.year != null);
  const identities = readIdentities(lines.filter((line) => !rowLines.has(line.index)));
  const bank = readBank(lines);
  const currency = readCurrency(lines);
  const isCard = lines.some(
    (line) => !rowLines.has(line.index) && cardWords.find(line.terms.map((term) => term.text)).length > 0,
  );
  const columns = [
    ...new Map(segments.flatMap((segment) => segment.columns).map((column) => [column.key, column])).values(),
  ];
  const parts = splitStatements(
    rows,
    [...figures, ...outside].toSorted((a, b) => a.index - b.index),
    [],
  );
  return parts.flatMap((part) => {
    const proof = bestProof(part, columns, notation, { isCard, newestFirst: newestFirst(part.rows, dates.order) });
    if (proof === null) return [];
    const around = {
      bank,
      currency,
      accountNumber: identities.find((identity) => identity.kind === 'account')?.value ?? null,
      accountHolder: identities.find((identity) => identity.kind === 'holder')?.value ?? null,
      period,
      statementDay: statementDay?.year == null ? null : { ...statementDay, year: statementDay.year },
    };
    return [makeStatement(proof, around, dates)];
  });
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

function findPeriod(lines: readonly TokenLine[], taken: ReadonlySet<number>, order: DateOrder) {
  for (const line of lines) {
    if (taken.has(line.index)) continue;
    const [first, second] = line.dates;
    if (first === undefined || second === undefined) continue;
    const period = periodOf(first, second, order);
    if (period !== null && dayNumber(period.end) - dayNumber(period.start) < 800) return period;
  }
  return null;
}

/** Whether the rows run from the newest to the oldest; null where their dates do not tell. */
function newestFirst(rows: readonly Row[], order: DateOrder): boolean | null {
  let forward = 0;
  let backward = 0;
  let before: number | null = null;
  for (const row of rows) {
    const date = (row.booking ?? row.transaction ?? row.value)?.readings[order];
    if (date == null) continue;
    const day = (date.year ?? 0) * 372 + date.month * 31 + date.day;
    if (before !== null && day > before) forward++;
    if (before !== null && day < before) backward++;
    before = day;
  }
  if (forward === backward) return null;
  return backward > forward;
}
