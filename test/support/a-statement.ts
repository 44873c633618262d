import { readFileSync } from 'node:fs';
import { seededRandom } from './random.ts';
import { generateStatement } from './statements/generate-statement.ts';
import type { StatementTruth } from './statements/truth.ts';

/** One of the samples that the project ships, and what is in it: for stories about everything but reading. */
export function aSample(name: string): { pdf: Uint8Array; truth: StatementTruth } {
  const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
  const golden = JSON.parse(read(`../extraction/golden/${name}.expected.json`).toString());
  return { pdf: read(`../../samples/${name}.pdf`), truth: golden.statements[0] };
}

/** A statement that takes a while to read. */
export const aLongStatement = (entries: number): Uint8Array =>
  generateStatement(seededRandom(3), { axes: { family: 'ledger', balance: 'row', fault: 'none' }, entries }).pdf;
