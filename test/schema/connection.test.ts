import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Page } from '../../src/domain/page.ts';
import { connect } from '../../src/schema/connection.ts';

type Row = { id: number };

/** A table of rows with the ids 1, 2, 3, …, read as the domain's lists read theirs. */
const read = (rows: Row[]) => async (page: Page) =>
  rows
    .toReversed()
    .filter(({ id }) => page.before == null || id < page.before)
    .slice(page.skip ?? 0, (page.skip ?? 0) + page.limit);

test('following the cursors shows every row once, newest first, whatever is inserted on the way', async () => {
  const pageSizes = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 300 }), pageSizes, fc.nat({ max: 5 }), async (count, sizes, insertedPerPage) => {
      const rows = Array.from({ length: count }, (_, index) => ({ id: index + 1 }));
      const seen: number[] = [];
      const countAll = async () => rows.length;
      let after: string | null = null;
      for (let pages = 0, more = true; more; pages += 1) {
        const first = sizes[pages % sizes.length] ?? 1;
        const page: Awaited<ReturnType<typeof connect<Row>>> = await connect({ first, after }, read(rows), countAll);
        const { edges, pageInfo } = page;
        expect(edges.length).toBe(Math.min(first, count - seen.length));
        seen.push(...edges.map(({ node }) => node.id));
        ({ hasNextPage: more, endCursor: after } = pageInfo);
        for (let inserted = 0; inserted < insertedPerPage; inserted += 1) rows.push({ id: rows.length + 1 });
      }
      expect(seen).toEqual(Array.from({ length: count }, (_, index) => count - index));
    }),
  );
});

test('no text but its own cursors is taken for one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (after) => {
      await expect(connect({ after }, read([]), async () => 0)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }),
  );
});
