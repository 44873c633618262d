import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/extraction/read-document.ts';
import { type Random, seededRandom } from '../support/random.ts';
import { type ExpectedDocument, scoreDocument } from '../support/score.ts';
import type { Axes } from '../support/statements/axes.ts';
import type { Table, TableRow } from '../support/statements/blocks.ts';
import { drawAxes } from '../support/statements/draw-axes.ts';
import { drawDocument } from '../support/statements/draw/draw-document.ts';
import { composeFamily } from '../support/statements/families/compose-family.ts';
import { layoutOf } from '../support/statements/layout.ts';

/** Changes one thing in a table; false where that would leave its sums as they are. */
type Change = (table: Table, random: Random) => boolean;

const MONEY = ['debit', 'credit', 'amount', 'side'] as const;

const changes: Record<string, Change> = {
  'a row is missing': ({ rows }, random) => {
    const row = entryOf(rows, random);
    rows.splice(rows.indexOf(row), 1);
    return row.amount !== 0;
  },
  'a row is printed twice': ({ rows }, random) => {
    const row = entryOf(rows, random);
    rows.splice(rows.indexOf(row), 0, { ...row, cells: { ...row.cells } });
    return row.amount !== 0;
  },
  'a row stands on the other side': ({ rows, columns }, random) => {
    const row = entryOf(rows, random);
    const { debit = '', credit = '' } = row.cells;
    Object.assign(row.cells, { debit: credit, credit: debit });
    return row.amount !== 0 && columns.some(({ key }) => key === 'debit');
  },
  'a digit of an amount is another': ({ rows, columns }, random) => {
    const row = entryOf(rows, random);
    const shown = MONEY.filter((cell) => columns.some(({ key }) => key === cell));
    const key = shown.find((cell) => /[1-9]/.test(row.cells[cell] ?? ''));
    if (key !== undefined) row.cells[key] = anotherDigit(row.cells[key] ?? '', random);
    return key !== undefined;
  },
  'two rows have each the amount of the other': ({ rows }, random) => {
    const [one, other] = [entryOf(rows, random), entryOf(rows, random)];
    for (const key of MONEY) {
      const [first = '', second = ''] = [one.cells[key], other.cells[key]];
      Object.assign(one.cells, { [key]: second });
      Object.assign(other.cells, { [key]: first });
    }
    return one.amount !== other.amount;
  },
  'a balance is misprinted': ({ rows }, random) => {
    const row = entryOf(rows, random);
    row.cells.balance = anotherDigit(row.cells.balance ?? '', random);
    return true;
  },
};

function entryOf(rows: readonly TableRow[], random: Random): TableRow {
  return random.pick(rows.filter((row) => row.kind === 'entry'));
}

/** One of the digits before the decimals becomes the next one. */
function anotherDigit(figure: string, random: Random): string {
  const digits = [...figure.matchAll(/\d/g)].map(({ index }) => index);
  const at = random.pick(digits);
  return figure.slice(0, at) + String((Number(figure[at]) + 1) % 10) + figure.slice(at + 1);
}

/** A statement in which one thing is not as it was booked, with the bookings; null where the change makes no difference. */
function changedStatement(
  seed: number,
  change: Change,
  balance: Axes['balance'],
): { pdf: Uint8Array; booked: ExpectedDocument } | null {
  const random = seededRandom(seed);
  const summary = random.named('summary').pick(['rows', 'rows-and-top', 'top'] as const);
  const axes = drawAxes(random.named('axes'), { family: 'ledger', balance, fault: 'none', summary });
  const layout = layoutOf(axes, random.named('layout'));
  const { blocks, statements } = composeFamily(layout, random.named('content'), 8);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const [table] = tables;
  if (table === undefined || !change(table, random.named('change'))) return null;
  const pdf = drawDocument(blocks, statements, layout, random.named('drawing'));
  return { pdf, booked: { statements: statements.map(({ truth }) => truth) } };
}

const RUNS = 40;

/** Where balances stand at both ends alone, they prove the sum of the rows, and neither their order nor each of them. */
const sumsAlone = [
  'a row is missing',
  'a row is printed twice',
  'a row stands on the other side',
  'a digit of an amount is another',
];

const cases = [
  ...Object.entries(changes).map(([name, change]) => ({ name, balance: 'row' as const, change })),
  ...Object.entries(changes)
    .filter(([name]) => sumsAlone.includes(name))
    .map(([name, change]) => ({ name, balance: 'none' as const, change })),
];

describe('a statement is never called reconciled with wrong rows where', () => {
  it.each(cases)('$name and balances are: $balance', async ({ change, balance }) => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const changed = changedStatement(seed, change, balance);
        if (changed === null) return;
        tried += 1;
        const reading = await readDocument(changed.pdf, { maxPages: 20 }).catch(() => null);
        // A reader may see through the change and find what was booked; that is proven indeed.
        expect(scoreDocument(changed.booked, reading).isSilentlyWrong).toBe(false);
      }),
      { numRuns: RUNS, seed: 1 },
    );
    expect(tried).toBeGreaterThan(RUNS / 5);
  });
});
