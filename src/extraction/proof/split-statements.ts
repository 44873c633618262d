import type { PrintedFigure, Row } from '../table/row.ts';
import type { Identity } from '../identity/read-identity.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import type { StatementPart } from './statement-part.ts';

/** Cuts rows and figures at the lines on which another statement begins. */
export function splitStatements(
  rows: readonly Row[],
  figures: readonly PrintedFigure[],
  boundaries: readonly number[],
): StatementPart[] {
  const cuts = [Number.NEGATIVE_INFINITY, ...boundaries, Number.POSITIVE_INFINITY];
  const parts: StatementPart[] = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const from = cuts[at] ?? 0;
    const to = cuts[at + 1] ?? 0;
    const inside = (index: number) => index >= from && index < to;
    const own = rows.filter((row) => inside(row.index));
    if (own.length === 0) continue;
    parts.push({ from, to, account: null, rows: own, figures: figures.filter((figure) => inside(figure.index)) });
  }
  return parts;
}

/**
 * Whether a column names the accounts whose rows these are: the document speaks of them elsewhere, too, or they are few
 * and each row has one. Those of whoever paid or was paid are many; they become a part of the description.
 */
export function listsOwnAccounts(rows: readonly Row[], identities: readonly Identity[]): boolean {
  const plain = (text: string) => text.replaceAll(/[^\p{L}\d]/gu, '');
  const named = rows.flatMap(({ account }) => (account === null ? [] : [plain(account)]));
  const distinct = [...new Set(named)];
  const areMentioned = distinct.some((number) =>
    identities.some(({ kind, value }) => kind === 'account' && plain(value).includes(number)),
  );
  const areFew = named.length > rows.length * NEARLY_ALL && distinct.length * 2 <= named.length;
  if (areMentioned || areFew) return named.length > 0;
  for (const row of rows) {
    if (row.account !== null) row.description = `${row.description}\n${row.account}`;
    row.account = null;
  }
  return false;
}

const NEARLY_ALL = 0.8;

/** What is shorter is hardly an account's number. */
const SHORTEST_NUMBER = 6;

/**
 * One statement for each account that a column of one table names, in the order in which the document lists them:
 * `around` are the lines around its rows.
 */
export function splitByAccount(
  rows: readonly Row[],
  figures: readonly PrintedFigure[],
  identities: readonly Identity[],
  around: readonly TokenLine[],
): StatementPart[] {
  const plain = (text: string) => text.replaceAll(/[^\p{L}\d]/gu, '');
  const mentioned = (account: string) => {
    const at = identities.findIndex(
      (identity) => identity.kind === 'account' && plain(identity.value).includes(plain(account)),
    );
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  const areMentioned = rows.some((row) => row.account !== null && mentioned(row.account) < Number.POSITIVE_INFINITY);
  const isRepeated = (account: string) =>
    plain(account).length >= SHORTEST_NUMBER && rows.filter((row) => row.account === account).length > 1;
  // A line that names no account is part of the one above, if it is a row at all.
  let latest = rows.find((row) => row.account !== null)?.account ?? '';
  const groups = Map.groupBy(rows, (row) => {
    const isKnown =
      row.account !== null &&
      (mentioned(row.account) < Number.POSITIVE_INFINITY || !areMentioned || isRepeated(row.account));
    if (isKnown) latest = row.account ?? latest;
    else row.doubt ??= 'incomplete';
    return latest;
  });
  // A figure belongs to the account that was named last before it.
  const ownerOf = (figure: PrintedFigure) => {
    const named = identities.findLast((identity) => identity.kind === 'account' && identity.index <= figure.index);
    return named === undefined ? null : plain(named.value);
  };
  const texts = around.map(({ text }) => plain(text.text));
  const placeOf = (account: string) => {
    const at = texts.findIndex((text) => text.includes(plain(account)));
    return at < 0 ? texts.length : at;
  };
  return [...groups]
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([account, own]) => ({
      from: Number.NEGATIVE_INFINITY,
      to: Number.POSITIVE_INFINITY,
      account,
      rows: own,
      figures: figures.flatMap((figure) => {
        const owner = ownerOf(figure);
        if (owner === plain(account)) return [figure];
        // What names no account may be of any of them.
        return owner === null ? [{ ...figure, isExact: figure.isExact && groups.size === 1 }] : [];
      }),
    }));
}
