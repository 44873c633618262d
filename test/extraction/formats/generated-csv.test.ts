import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { expectedOf, generateAccount } from '../../support/formats/generated-account.ts';
import { chooseCsv, writeCsvExport } from '../../support/formats/write-csv-export.ts';
import { seededRandom } from '../../support/random.ts';
import { scoreDocument } from '../../support/score.ts';

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);

const cases = await Promise.all(
  SEEDS.map(async (seed) => {
    const account = generateAccount(seededRandom(seed));
    const choices = chooseCsv(seededRandom(seed).named('csv'));
    const bytes = writeCsvExport(account, choices);
    const reading = await readDocument(bytes, { maxPages: 1 }).catch(() => null);
    const inOrder = { ...account, rows: choices.newestFirst ? account.rows.toReversed() : account.rows };
    const states = { opening: choices.hasEnds, closing: choices.hasEnds, balances: choices.hasBalance };
    return { seed, choices, reading, score: scoreDocument(expectedOf(inOrder, states), reading) };
  }),
);

describe('generated CSV exports', () => {
  it('are read as they were written', () => {
    // What nothing in the file decides is flagged: days that may be months, sides without a heading.
    const open = ({ reading }: (typeof cases)[number]) =>
      reading?.statements.some(({ transactions }) => transactions.some(({ flags }) => flags.length > 0)) === true;
    const wrong = cases.filter((one) => one.score.wrong > 0 && !open(one));
    expect(wrong.map(({ seed, choices }) => ({ seed, ...choices }))).toEqual([]);
    expect(cases.filter(open).length).toBeLessThan(cases.length * 0.2);
  });

  it('are never called reconciled where a row is wrong', () => {
    expect(cases.filter(({ score }) => score.isSilentlyWrong).map(({ seed }) => seed)).toEqual([]);
  });

  it('are never called reconciled once a row is left out, doubled or changed', async () => {
    for (const seed of [...SEEDS.slice(0, 60), 1059, 1166, 1246, 1490]) {
      const account = generateAccount(seededRandom(seed));
      const choices = { ...chooseCsv(seededRandom(seed).named('csv')), hasEnds: true };
      const [first] = account.rows;
      if (first === undefined) continue;
      const changed = [
        account.rows.slice(1),
        [first, ...account.rows],
        account.rows.with(0, { ...first, cents: first.cents + 100 }),
      ];
      for (const rows of changed) {
        const bytes = writeCsvExport({ ...account, rows }, choices);
        const reading = await readDocument(bytes, { maxPages: 1 }).catch(() => null);
        expect(reading?.statements.some(({ reconciled }) => reconciled === true) ?? false, `seed ${seed}`).toBe(false);
      }
    }
  });

  it('are proven where they state both ends', () => {
    const unproven = cases.filter(({ choices, reading, score }) => {
      const flagged = reading?.statements[0]?.transactions.some(({ flags }) => flags.length > 0);
      return choices.hasEnds && score.wrong === 0 && !flagged && reading?.statements[0]?.reconciled !== true;
    });
    expect(unproven.map(({ seed }) => seed)).toEqual([]);
  });
});
