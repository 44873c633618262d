import type { Statement } from '../../src/extraction/statement.ts';
import type { ExpectedDocument } from '../support/score.ts';

/** How many rows were given a confidence, and how many of them are in the document, in date and amount. */
export type Bucket = { rows: number; right: number };

/** Counts by confidence, over as many readings as are added. */
export class ConfidenceCurve {
  readonly #buckets = new Map<number, Bucket>();

  add({ statements }: ExpectedDocument, readings: readonly Statement[]): void {
    const left = new Map<string, number>();
    for (const row of statements.flatMap(({ transactions }) => transactions)) {
      left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
    }
    for (const row of readings.flatMap(({ transactions }) => transactions)) {
      const bucket = this.#buckets.get(row.confidence) ?? { rows: 0, right: 0 };
      const count = left.get(keyOf(row)) ?? 0;
      left.set(keyOf(row), count - 1);
      bucket.rows += 1;
      if (count > 0) bucket.right += 1;
      this.#buckets.set(row.confidence, bucket);
    }
  }

  /** Lines to print: what was said, and what came true. */
  lines(): string[] {
    return [...this.#buckets]
      .toSorted(([one], [other]) => other - one)
      .map(
        ([confidence, { rows, right }]) =>
          `confidence ${confidence.toFixed(2)}         ${((100 * right) / rows).toFixed(1)} % of ${rows} rows are right`,
      );
  }
}

function keyOf({ date, amount }: { date: string; amount: string }): string {
  return `${date} ${amount.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')}`;
}
