import type { Ledger } from '../ledger.ts';

/** A message with what tells its place among the pages of a statement. */
export type Page = Ledger & {
  /** Number of the statement and of the page in it, as `:28C:` states them. */
  statementNumber: string | null;
  pageNumber: number | null;
  /** The balance is an intermediate one (`:60M:`, `:62M:`): the statement goes on from another page, or on the next. */
  goesOn: { from: boolean; to: boolean };
};

/**
 * Puts the pages of a statement together: the same account and statement number, the next page number, and an
 * intermediate balance that is the one before. Anything less certain stays a statement of its own.
 */
export function joinPages(pages: readonly Page[]): Ledger[] {
  const joined: Page[] = [];
  for (const page of pages) {
    const before = joined.at(-1);
    if (before === undefined || !continues(before, page)) {
      joined.push(page);
      continue;
    }
    joined[joined.length - 1] = {
      ...page,
      opening: before.opening,
      periodStart: before.periodStart,
      goesOn: { from: before.goesOn.from, to: page.goesOn.to },
      hasGaps: before.hasGaps || page.hasGaps,
      entries: [...before.entries, ...page.entries],
    };
  }
  return joined;
}

function continues(before: Page, page: Page): boolean {
  return (
    before.goesOn.to &&
    page.goesOn.from &&
    before.accountNumber === page.accountNumber &&
    before.statementNumber === page.statementNumber &&
    before.pageNumber !== null &&
    page.pageNumber === before.pageNumber + 1 &&
    before.closing !== null &&
    before.closing === page.opening &&
    before.currency === page.currency
  );
}
