import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../support/random.ts';
import { scoreDocument } from '../support/score.ts';
import { generateStatement } from '../support/statements/generate-statement.ts';
import { readTimed } from './timed-reading.ts';

/** Writes one generated statement, its truth and its reading to a new folder, to be looked at side by side. */
export async function showGenerated(seed: number): Promise<void> {
  const { pdf, truth, axes } = generateStatement(seededRandom(seed));
  const { document, failure } = await readTimed(pdf);
  const folder = mkdtempSync(join(tmpdir(), `statement-${seed}-`));
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  writeFileSync(join(folder, 'statement.pdf'), pdf);
  writeFileSync(join(folder, 'truth.json'), json({ axes, ...truth }));
  writeFileSync(join(folder, 'reading.json'), json(document ?? { failure }));
  console.log(folder);
  console.log(axes);
  console.log(scoreDocument(truth, document), failure ?? '');
  printDifferences(rows(truth.statements), rows(document?.statements ?? []));
}

type Row = { date: string; amount: string; balance: string | null; description: string };

function rows(statements: readonly { transactions: readonly Row[] }[]): string[] {
  return statements.flatMap(({ transactions }) =>
    transactions.map(({ date, amount, balance, description }) => {
      const [firstLine = ''] = description.split('\n');
      return `${date}  ${amount.padStart(14)}  ${(balance ?? '').padStart(14)}  ${firstLine.slice(0, 40)}`;
    }),
  );
}

/** The first rows that differ, truth above reading. */
function printDifferences(expected: string[], found: string[]): void {
  const count = Math.max(expected.length, found.length);
  const figures = (row: string | undefined) => row?.slice(0, 42);
  const differing = Array.from({ length: count }, (_, index) => index).filter(
    (index) => figures(expected[index]) !== figures(found[index]),
  );
  for (const index of differing.slice(0, 8)) {
    console.log(`row ${index + 1}\n  is    ${expected[index] ?? '(none)'}\n  read  ${found[index] ?? '(none)'}`);
  }
}
