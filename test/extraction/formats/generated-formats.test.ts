import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { expectedOf, generateAccount } from '../../support/formats/generated-account.ts';
import { writers } from '../../support/formats/write-machine-formats.ts';
import { seededRandom } from '../../support/random.ts';
import { scoreDocument } from '../../support/score.ts';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

const STATES = {
  bai2: { opening: false, closing: false, balances: false },
  camt: { opening: true, closing: true, balances: false },
  mt940: { opening: true, closing: true, balances: false },
  ofx: { opening: false, closing: true, balances: false },
  qif: { opening: false, closing: false, balances: false },
};
/** A statement a day in BAI2, the whole in others. */
const PROVEN: ReadonlySet<string> = new Set(['bai2', 'camt', 'mt940']);
const isFormat = (name: string): name is keyof typeof STATES => name in STATES;

describe.each(Object.keys(STATES).filter(isFormat))('a generated %s file', (format) => {
  it('is read as it was written', async () => {
    for (const seed of SEEDS) {
      const account = generateAccount(seededRandom(seed));
      const bytes = Buffer.from(writers[format](account));
      const reading = await readDocument(bytes, { maxPages: 1 });
      const states = STATES[format];
      const score = scoreDocument(expectedOf(account, states), reading);
      const isAmbiguous = reading.statements.some(({ transactions }) =>
        transactions.some(({ flags }) => flags.length > 0),
      );
      // Where every day could be a month, QIF leaves it open, and says so.
      if (format === 'qif' && isAmbiguous) continue;
      expect(score, `seed ${seed}`).toMatchObject({
        wrong: 0,
        rightTotals: Number(states.opening) + Number(states.closing),
      });
      expect(reading.statements[0]?.reconciled, `seed ${seed}`).toBe(PROVEN.has(format) ? true : null);
    }
  });

  it('is known in UTF-16 too', async () => {
    const account = generateAccount(seededRandom(1));
    const bytes = Buffer.from(`\ufeff${writers[format](account)}`, 'utf16le');
    const reading = await readDocument(bytes, { maxPages: 1 });
    const rows = reading.statements.flatMap(({ transactions }) => transactions);
    expect(rows).toHaveLength(account.rows.length);
  });

  it('is never called proven once an amount is changed', async () => {
    for (const seed of SEEDS) {
      const account = generateAccount(seededRandom(seed));
      const [first, ...rest] = account.rows;
      if (first === undefined) continue;
      const changed = { ...account, rows: [{ ...first, cents: first.cents + 100 }, ...rest] };
      // In BAI2 the balances of the day would follow the change.
      if (format === 'bai2') continue;
      const reading = await readDocument(Buffer.from(writers[format](changed)), { maxPages: 1 });
      expect(reading.statements[0]?.reconciled, `seed ${seed}`).not.toBe(true);
    }
  });
});
