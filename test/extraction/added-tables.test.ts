import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/extraction/read-document.ts';
import type { Statement } from '../../src/extraction/statement.ts';
import { type Random, seededRandom } from '../support/random.ts';
import { type ExpectedDocument, scoreDocument } from '../support/score.ts';
import type { Block, Table, TableRow } from '../support/statements/blocks.ts';
import { printDate } from '../support/statements/date-notation.ts';
import { drawAxes } from '../support/statements/draw-axes.ts';
import { drawDocument } from '../support/statements/draw/draw-document.ts';
import { composeFamily } from '../support/statements/families/compose-family.ts';
import { type Layout, layoutOf } from '../support/statements/layout.ts';
import type { Entry } from '../support/statements/ledger.ts';
import { printSigned } from '../support/statements/money-notation.ts';
import { entryRow } from '../support/statements/rows.ts';

type Document = { blocks: readonly Block[]; table: Table; entries: readonly Entry[]; layout: Layout; random: Random };

/** A title that no vocabulary knows. */
const TITLE: Block = { kind: 'title', text: 'Kwartz vimbo' };

/** What else a bank prints on a statement, none of it booked: the blocks of the document with it. */
const additions: Record<string, (document: Document) => Block[]> = {
  'the largest entries are listed once more below': (document) => [
    ...document.blocks,
    TITLE,
    tableOf(
      largestOf(document).map((entry) => rowOf(entry, document)),
      document,
    ),
  ],
  'the largest entries are listed above': (document) => [
    TITLE,
    tableOf(
      largestOf(document).map((entry) => rowOf(entry, document)),
      document,
    ),
    ...document.blocks,
  ],
  'an entry that is reserved and one that is released are listed below': (document) => [
    ...document.blocks,
    TITLE,
    tableOf(reservedAndReleased(document), document),
  ],
  'an entry that is reserved and one that is released are listed above': (document) => [
    TITLE,
    tableOf(reservedAndReleased(document), document),
    ...document.blocks,
  ],
  'all of it is printed twice': ({ blocks }) => [...blocks, { kind: 'page-break' }, ...blocks],
  'the last rows are printed on another page once more': ({ blocks, table }) => [
    ...blocks,
    { kind: 'page-break' },
    { kind: 'table', table: { ...table, rows: table.rows.slice(-4), carryIn: null, carryOut: null } },
  ],
  'its entries are summed up by kind': ({ blocks, entries, layout }) => [
    ...blocks,
    TITLE,
    {
      kind: 'facts',
      pairs: [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, own]) => [
        layout.entryWords[kind],
        printSigned(sumOf(own), layout.amountFigure),
      ]),
    },
  ],
  'its entries are summed up by day': ({ blocks, entries, layout }) => [
    ...blocks,
    TITLE,
    {
      kind: 'grid',
      columns: 2,
      cells: [
        layout.words.date,
        layout.words.amount,
        ...[...Map.groupBy(entries, ({ day }) => day)].flatMap(([day, own]) => [
          printDate(day, layout.datePattern, layout.months),
          printSigned(sumOf(own), layout.amountFigure),
        ]),
      ],
    },
  ],
};

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0);
}

function largestOf({ entries, random }: Document): Entry[] {
  return entries.toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount)).slice(0, random.integer(1, 4));
}

function reservedAndReleased({ entries, layout, random }: Document): TableRow[] {
  const entry = random.pick(entries);
  const day = Math.max(...entries.map((own) => own.day)) + random.integer(-2, 4);
  return [entry, { ...entry, amount: -entry.amount }].map((own) => rowOf({ ...own, day, otherDay: day }, { layout }));
}

function rowOf(entry: Entry, { layout }: Pick<Document, 'layout'>): TableRow {
  return entryRow(entry, layout, { printedBalance: null, showsDate: true });
}

function tableOf(rows: TableRow[], { table: { columns }, random }: Document): Block {
  const shown = random.chance(0.5) ? columns : columns.filter(({ key }) => key !== 'balance' && key !== 'available');
  return { kind: 'table', table: { columns: shown, rows, carryIn: null, carryOut: null } };
}

function statementWith(seed: number, addition: (document: Document) => Block[]) {
  const random = seededRandom(seed);
  const axes = drawAxes(random.named('axes'), { afterword: 'none', fault: 'none', zeroRows: 'none' });
  const layout = layoutOf(axes, random.named('layout'));
  const { blocks, statements } = composeFamily(layout, random.named('content'), 9);
  const [table] = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const entries = statements[0]?.account.entries ?? [];
  if (table === undefined || entries.length === 0) return null;
  const added = addition({ blocks, table, entries, layout, random: random.named('addition') });
  const pdf = drawDocument(added, statements, layout, random.named('drawing'));
  return { pdf, booked: { statements: statements.map(({ truth }) => truth) } };
}

/** Whether the rows of a reading are all those of one of the statements that were booked, and no others. */
function areBooked(statement: Statement, { statements }: ExpectedDocument): boolean {
  return statements.some(
    (own) =>
      own.transactions.length === statement.transactions.length &&
      scoreDocument({ statements: [own] }, { statements: [statement] }).wrong === 0,
  );
}

const RUNS = 12;

describe('a statement is reconciled with the rows that were booked or not at all where', () => {
  it.each(Object.entries(additions))('%s', async (_, addition) => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const document = statementWith(seed, addition);
        if (document === null) return;
        const reading = await readDocument(document.pdf, { maxPages: 20 }).catch(() => null);
        const reconciled = reading?.statements.filter((statement) => statement.reconciled === true) ?? [];
        read += reading?.statements.length ?? 0;
        expect(reconciled.filter((statement) => !areBooked(statement, document.booked))).toEqual([]);
        expect(reconciled.length).toBeLessThanOrEqual(document.booked.statements.length);
      }),
      { numRuns: RUNS, seed: 1 },
    );
    expect(read).toBeGreaterThan(RUNS / 2);
  });
});
